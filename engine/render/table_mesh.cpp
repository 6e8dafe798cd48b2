#include "engine/render/buried.hpp"
#include "engine/render/furniture.hpp"
#include "engine/render/stage_parts.hpp"
#include "sim/anatomy/surface_mesh.hpp"
#include "sim/math/interpolation.hpp"

#include <cmath>

namespace tactus::render {
namespace {

const Vec3 cushion_albedo(.33F, .345F, .325F);
const Vec3 wood_albedo(.30F, .165F, .085F);
const Vec3 pillow_albedo(.56F, .60F, .575F);

/// A board with round corners and edges: its outline is swept down its profile, so that the corners are round
/// and the flat top costs next to nothing.
struct Board {
    float half_width_m;
    float head_z_m;
    float foot_z_m;
    float top_m;
    float bottom_m;
    float corner_m;          ///< of the outline
    float edge_m;            ///< of the profile
    bool with_trunk = false; ///< it lies in the body's frame: the head end, raised
};

/// A place on the outline and which way is out.
struct OutlinePoint {
    Vec2 place;
    Vec2 out;
};

std::vector<OutlinePoint> outline_of(const Board& board) {
    constexpr int steps = 8; // of a corner
    std::vector<OutlinePoint> outline;
    const Vec2 low(-board.half_width_m, board.head_z_m);
    const Vec2 high(board.half_width_m, board.foot_z_m);
    for (int corner = 0; corner < 4; ++corner) {
        const bool right = corner == 0 || corner == 3;
        const bool foot = corner < 2;
        const Vec2 centre(right ? high.x - board.corner_m : low.x + board.corner_m,
                          foot ? high.y - board.corner_m : low.y + board.corner_m);
        for (int step = 0; step <= steps; ++step) {
            const float turn = 1.5707963F * (static_cast<float>(corner) + static_cast<float>(step) / steps);
            const Vec2 out(std::cos(turn), std::sin(turn));
            outline.push_back({centre + out * board.corner_m, out});
        }
        // Straight sides are cut, because light is baked into vertices.
        const OutlinePoint last = outline.back();
        const bool across = corner % 2 == 0; // from foot right to foot left, then up the left side, and so on
        const float length = (across ? high.x - low.x : high.y - low.y) - 2 * board.corner_m;
        const Vec2 along(-last.out.y, last.out.x);
        const int pieces = across ? 6 : 16;
        for (int piece = 1; piece < pieces; ++piece) {
            outline.push_back(
                {last.place + along * (length * static_cast<float>(piece) / static_cast<float>(pieces)),
                 last.out});
        }
    }
    return outline;
}

/// One ring of the sweep: inset from the outline, height, slope of its normal.
struct Ring {
    float inset_m;
    float height_m;
    float up; ///< 1 = the normal points up, 0 = out, -1 = down
};

std::vector<Ring> profile_of(const Board& board) {
    std::vector<Ring> rings;
    constexpr int steps = 5;
    for (int step = 0; step <= steps; ++step) {
        const float turn = 1.5707963F * (1 - static_cast<float>(step) / steps);
        rings.push_back({board.edge_m * (1 - std::cos(turn)),
                         board.top_m - board.edge_m * (1 - std::sin(turn)), std::sin(turn)});
    }
    for (int step = 0; step <= steps; ++step) {
        const float turn = 1.5707963F * static_cast<float>(step) / steps;
        rings.push_back({board.edge_m * (1 - std::cos(turn)),
                         board.bottom_m + board.edge_m * (1 - std::sin(turn)), -std::sin(turn)});
    }
    return rings;
}

Vec2 on_light_map(Vec3 place) {
    return (Vec2(place.x, place.z) - table_map_low) / (table_map_high - table_map_low);
}

/// A place and its normal in the table's frame.
shared::StageVertex table_vertex(const StageSource& source, Vec3 position, Vec3 normal, Vec3 albedo) {
    const Openness open = source.occlusion->at(position + normal * .002F, normal);
    shared::StageVertex vertex{source.placement().to_body(position),
                               source.placement().way_to_body(normal),
                               on_light_map(position),
                               0,
                               packed_light(open, 0),
                               packed_tone(albedo, .85F)};
    return vertex;
}

/// A place of a board in the frame that it lies in.
shared::StageVertex board_vertex(const StageSource& source, const Board& board, Vec3 place, Vec3 normal,
                                 Vec3 albedo) {
    const Placement& lying = source.placement();
    shared::StageVertex vertex =
        board.with_trunk ? table_vertex(source, lying.to_table(place), lying.way_to_table(normal), albedo)
                         : table_vertex(source, place, normal, albedo);
    vertex.uv = on_light_map(place);
    return vertex;
}

void add_board(StageMesh& made, const StageSource& source, const Board& board, Vec3 albedo) {
    const std::vector<OutlinePoint> outline = outline_of(board);
    const std::vector<Ring> rings = profile_of(board);
    const auto first = static_cast<std::uint32_t>(made.vertices.size());
    const auto count = static_cast<std::uint32_t>(outline.size());
    for (const Ring& ring : rings) {
        for (const OutlinePoint& point : outline) {
            const Vec2 place = point.place - point.out * ring.inset_m;
            const float side = std::sqrt(std::max(0.0F, 1 - ring.up * ring.up));
            const Vec3 normal(point.out.x * side, ring.up, point.out.y * side);
            shared::StageVertex vertex =
                board_vertex(source, board, Vec3(place.x, ring.height_m, place.y), normal, albedo);
            // The top has its light in a map, finer than its triangles.
            vertex.weight = ring.up > .99F ? 1.0F : 0.0F;
            made.vertices.push_back(vertex);
        }
    }
    for (std::uint32_t ring = 0; ring + 1 < rings.size(); ++ring) {
        for (std::uint32_t k = 0; k < count; ++k) {
            const std::uint32_t a = first + ring * count + k;
            const std::uint32_t b = first + ring * count + (k + 1) % count;
            made.indices.insert(made.indices.end(), {a, b, a + count, a + count, b, b + count});
        }
    }
    // The top as a fan about its middle.
    const auto middle = static_cast<std::uint32_t>(made.vertices.size());
    shared::StageVertex centre = board_vertex(
        source, board, Vec3(0, board.top_m, .5F * (board.head_z_m + board.foot_z_m)), Vec3(0, 1, 0), albedo);
    centre.weight = 1;
    made.vertices.push_back(centre);
    for (std::uint32_t k = 0; k < count; ++k) {
        made.indices.insert(made.indices.end(), {middle, first + (k + 1) % count, first + k});
    }
}

void add_mesh(StageMesh& made, const StageSource& source, const anatomy::SurfaceMesh& mesh, Vec3 albedo) {
    const auto first = static_cast<std::uint32_t>(made.vertices.size());
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        made.vertices.push_back(table_vertex(source, mesh.positions[k], mesh.normals[k], albedo));
    }
    for (const std::uint32_t index : mesh.triangles) {
        made.indices.push_back(first + index);
    }
}

anatomy::SurfaceMesh leg_mesh(float x, float z, float floor_m) {
    constexpr int sides = 10;
    anatomy::SurfaceMesh mesh;
    for (int side = 0; side <= sides; ++side) {
        const float turn = 6.2831853F * static_cast<float>(side) / sides;
        const Vec3 out(std::cos(turn), 0, std::sin(turn));
        mesh.positions.push_back(Vec3(x, -.12F, z) + out * .026F);
        mesh.positions.push_back(Vec3(x * 1.08F, floor_m, z) + out * .022F);
        mesh.normals.insert(mesh.normals.end(), 2, out);
    }
    for (std::uint32_t k = 0; k < 2 * sides; k += 2) {
        for (const std::uint32_t corner : {0U, 2U, 1U, 1U, 2U, 3U}) {
            mesh.triangles.push_back(k + corner);
        }
    }
    return mesh;
}

/// The cushion and the frame under it, between two places of z.
void add_table(StageMesh& made, const StageSource& source, float head_z_m, float foot_z_m, bool with_trunk) {
    add_board(made, source,
              {.half_width_m = table_half_width_m,
               .head_z_m = head_z_m,
               .foot_z_m = foot_z_m,
               .top_m = 0,
               .bottom_m = -.09F,
               .corner_m = .055F,
               .edge_m = .026F,
               .with_trunk = with_trunk},
              cushion_albedo);
    add_board(made, source,
              {.half_width_m = .335F,
               .head_z_m = head_z_m + .04F,
               .foot_z_m = foot_z_m - .04F,
               .top_m = -.087F,
               .bottom_m = -.143F,
               .corner_m = .04F,
               .edge_m = .008F,
               .with_trunk = with_trunk},
              wood_albedo);
}

/// The ring under the face goes with the trunk; who lies on a side needs none.
void add_cradle(StageMesh& made, const StageSource& source) {
    anatomy::SurfaceMesh cradle =
        anatomy::polygonise(cradle_distance, Vec3(-.18F, -.10F, -.38F), Vec3(.18F, .14F, .05F), .011F);
    for (std::size_t k = 0; k < cradle.positions.size(); ++k) {
        cradle.positions[k] = source.placement().to_table(cradle.positions[k]);
        cradle.normals[k] = source.placement().way_to_table(cradle.normals[k]);
    }
    add_mesh(made, source, cradle, cushion_albedo * 1.08F);
}

void add_pillow(StageMesh& made, const StageSource& source, const Pillow& pillow) {
    const float cell_m = source.tier == Tier::low ? .012F : .009F;
    const Vec3 reach = pillow.half + Vec3(2 * cell_m);
    const anatomy::SurfaceMesh mesh =
        anatomy::polygonise([&](Vec3 p) { return pillow_distance(p, pillow); }, pillow.centre - reach,
                            pillow.centre + reach, cell_m);
    constexpr float touching_m = .014F; // as far as the lattice of shadows is blind
    std::vector<Vec3> light;
    std::vector<bool> buried;
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        const Openness open =
            source.occlusion->at(mesh.positions[k] + mesh.normals[k] * .002F, mesh.normals[k]);
        light.emplace_back(open.sky, open.key, open.rim);
        buried.push_back(source.bedding->around_pillows(mesh.positions[k]) < touching_m);
    }
    light_buried(mesh.triangles, buried, light);
    const std::size_t first = made.vertices.size();
    add_mesh(made, source, mesh, pillow_albedo);
    for (std::size_t k = 0; k < light.size(); ++k) {
        made.vertices[first + k].light = packed_light({light[k].x, light[k].y, light[k].z}, 0);
    }
}

} // namespace

StageMesh make_table_mesh(const StageSource& source) {
    const Placement& lying = source.placement();
    StageMesh made;
    if (raised_rad(lying.lying.posture) > 0) {
        const float hinge_m = hinge_z_m(*source.anatomy->body);
        add_table(made, source, table_head_z_m, hinge_m, true);
        add_table(made, source, hinge_m, table_foot_z_m, false);
    } else {
        add_table(made, source, table_head_z_m, table_foot_z_m, false);
    }
    if (!on_side(lying.lying.posture)) {
        add_cradle(made, source);
    }
    for (const Pillow& pillow : source.bedding->pillows()) {
        add_pillow(made, source, pillow);
    }
    const float first_leg_m = raised_rad(lying.lying.posture) > 0 ? .80F : .10F;
    for (const float x : {-.28F, .28F}) {
        for (const float z : {first_leg_m, 1.50F}) {
            add_mesh(made, source, leg_mesh(x, z, floor_y_m - table_rise_m(lying.lying.table)), wood_albedo);
        }
    }
    return made;
}

ByteMap make_table_light(const StageSource& source) {
    const Placement& lying = source.placement();
    ByteMap map{100, 224, {}};
    for (std::uint32_t row = 0; row < map.height; ++row) {
        for (std::uint32_t column = 0; column < map.width; ++column) {
            const Vec2 share((static_cast<float>(column) + .5F) / static_cast<float>(map.width),
                             (static_cast<float>(row) + .5F) / static_cast<float>(map.height));
            const Vec2 place = glm::mix(table_map_low, table_map_high, share);
            const bool raised =
                raised_rad(lying.lying.posture) > 0 && place.y < hinge_z_m(*source.anatomy->body);
            const Vec3 top(place.x, 0, place.y);
            map.texels.push_back(packed_light(
                raised ? source.open_at(top, Vec3(0, 1, 0)) : source.occlusion->at(top, Vec3(0, 1, 0)), 1));
        }
    }
    return map;
}

} // namespace tactus::render
