#include "engine/render/buried.hpp"
#include "engine/render/noise.hpp"
#include "engine/render/stage_parts.hpp"
#include "sim/anatomy/surface_mesh.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

using anatomy::SkinGrid;

/// Where a vertex lies on the skin grid and how firmly it follows it.
struct SkinBinding {
    Vec2 uv;
    float weight;
};

/// Rows of the grid are planes of constant z, so that the row is exact and only the column is searched.
class Binder {
public:
    explicit Binder(const SkinGrid& grid) : grid_(grid) {
        first_z_m_ = grid.at(0, 0).z;
        row_z_m_ = (grid.at(0, SkinGrid::rows - 1).z - first_z_m_) / (SkinGrid::rows - 1);
    }

    [[nodiscard]] SkinBinding bind(Vec3 point) const {
        const float row = (point.z - first_z_m_) / row_z_m_;
        const float inner_row = std::clamp(row, 0.0F, SkinGrid::rows - 1.001F);
        const auto base = static_cast<int>(inner_row);
        const float t = inner_row - static_cast<float>(base);
        float best = 1e9F;
        float column = 0;
        Vec3 last = on_rows(0, base, t);
        for (int c = 1; c < SkinGrid::columns; ++c) {
            const Vec3 next = on_rows(c, base, t);
            const Vec3 along = next - last;
            const float s = std::clamp(glm::dot(point - last, along) / glm::dot(along, along), 0.0F, 1.0F);
            const Vec3 off = point - last - along * s;
            const float squared = glm::dot(off, off);
            if (squared < best) {
                best = squared;
                column = static_cast<float>(c - 1) + s;
            }
            last = next;
        }
        // Head and arms leave the grid sideways; its borders fade so that nothing tears.
        const float near = math::smoothstep(.022F, .004F, std::sqrt(best));
        const float columns = math::smoothstep(0, 10, std::min(column, SkinGrid::columns - 1 - column));
        const float rows = math::smoothstep(0, 14, std::min(row, SkinGrid::rows - 1 - row));
        return {texel_centre(column, inner_row), near * columns * rows};
    }

private:
    [[nodiscard]] Vec3 on_rows(int column, int row, float t) const {
        return glm::mix(grid_.at(column, row), grid_.at(column, row + 1), t);
    }

    static Vec2 texel_centre(float column, float row) {
        return {(column + 0.5F) / SkinGrid::columns, (row + 0.5F) / SkinGrid::rows};
    }

    const SkinGrid& grid_;
    float first_z_m_;
    float row_z_m_;
};

/// Leaves out triangles that lie on the table: no camera sees them.
void drop_hidden(anatomy::SurfaceMesh& mesh, const Placement& lying) {
    std::vector<std::uint32_t> kept;
    for (std::size_t k = 0; k + 2 < mesh.triangles.size(); k += 3) {
        const auto* corner = &mesh.triangles[k];
        const bool shown = std::any_of(corner, corner + 3, [&](std::uint32_t vertex) {
            return lying.to_table(mesh.positions[vertex]).y > 0.004F;
        });
        if (shown) {
            kept.insert(kept.end(), corner, corner + 3);
        }
    }
    mesh.triangles = std::move(kept);
}

/// Averages over neighbours: narrow creases and the coarse lattice of the shadows leave single odd vertices.
template <class Value> void smooth(const std::vector<std::uint32_t>& triangles, std::vector<Value>& values) {
    std::vector<Value> sum = values;
    std::vector<float> count(values.size(), 1);
    for (std::size_t k = 0; k < triangles.size(); k += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t a = triangles[k + corner];
            const std::uint32_t b = triangles[k + (corner + 1) % 3];
            sum[a] += values[b];
            count[a] += 1;
        }
    }
    for (std::size_t k = 0; k < values.size(); ++k) {
        values[k] = sum[k] / count[k];
    }
}

/// Which vertices are inside what the client lies on; none of who lies prone, who rests on the flat table
/// alone.
std::vector<bool> buried_of(const anatomy::SurfaceMesh& mesh, const StageSource& source) {
    constexpr float touching_m = .012F; // as far as the lattice of shadows is blind
    std::vector<bool> buried(mesh.positions.size(), false);
    if (source.placement().lying.posture != Posture::prone) {
        for (std::size_t k = 0; k < buried.size(); ++k) {
            buried[k] =
                source.bedding->under_client(source.placement().to_table(mesh.positions[k])) < touching_m;
        }
    }
    return buried;
}

std::vector<Vec3> openness_of(const anatomy::SurfaceMesh& mesh, const StageSource& source) {
    std::vector<Vec3> light;
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        const Openness open = source.open_at(mesh.positions[k], mesh.normals[k]);
        light.emplace_back(open.sky, open.key, open.rim);
    }
    light_buried(mesh.triangles, buried_of(mesh, source), light);
    smooth(mesh.triangles, light);
    smooth(mesh.triangles, light);
    return light;
}

/// Share of the light that comes through from behind: skin passes red light for some millimetres, so that
/// the rim of an ear glows.
float light_through(const anatomy::Body& body, Vec3 position, Vec3 normal) {
    constexpr float thickest_m = .020F; ///< through more nothing comes
    constexpr float step_m = .002F;
    constexpr float reach_m = .006F;
    const auto inside_m = [&](float depth_m) { return -body.skin_distance(position - normal * depth_m); };
    if (inside_m(.5F * thickest_m) >= .45F * thickest_m) {
        return 0;
    }
    // Only air behind it makes flesh thin: where arm and trunk meet, the field alone would say so.
    for (float depth_m = 2 * step_m; depth_m < thickest_m; depth_m += step_m) {
        if (inside_m(depth_m) < 0) {
            return math::exp(-depth_m / reach_m);
        }
    }
    return 0;
}

float reach_x_m(const anatomy::Body& body) {
    return std::max({body.shoulder().x, body.elbow().x, body.wrist().x}) + 0.12F;
}

} // namespace

StageMesh make_skin_mesh(const StageSource& source) {
    const anatomy::Body& body = *source.anatomy->body;
    const Field field = [&](Vec3 p) { return body.skin_distance(p); };
    const float reach = reach_x_m(body);
    // On a side the arms are before the chest, and the hem slants over the hips.
    const bool side = on_side(source.placement().lying.posture);
    const Vec3 low(-reach, side ? -.42F : -.02F, -.34F);
    const Vec3 high(reach, .46F, source.hem_m + (side ? .05F : .014F));
    anatomy::SurfaceMesh mesh = anatomy::polygonise(field, low, high, skin_cell_m(source.tier));
    drop_hidden(mesh, source.placement());
    const Binder binder(source.anatomy->skin);
    const std::vector<Vec3> light = openness_of(mesh, source);
    // The back has its normals in a map; elsewhere the mesh's own are evened out: coarse triangles would show
    // in the highlights.
    for (int sweep = 0; sweep < (source.tier == Tier::low ? 4 : 1); ++sweep) {
        smooth(mesh.triangles, mesh.normals);
    }
    StageMesh made;
    made.indices = std::move(mesh.triangles);
    made.vertices.reserve(mesh.positions.size());
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        const Vec3 position = mesh.positions[k];
        const SkinBinding binding = binder.bind(position);
        const Openness open{light[k].x, light[k].y, light[k].z};
        const Vec3 normal = glm::normalize(mesh.normals[k]);
        const SkinTint tint = skin_tint(source.look, body, position);
        const float hair =
            source.hair == anatomy::HairStyle::none ? 1 : body.hair_distance(position, source.hair);
        // Stubble thins out around the hairline.
        const float cover = math::smoothstep(.010F, .0F, hair) * .8F;
        const Vec3 scalp = glm::mix(tint.albedo, source.look.hair * 1.4F, cover);
        made.vertices.push_back({position, normal, binding.uv, binding.weight,
                                 packed_light(open, light_through(body, position, normal)),
                                 packed_tone(scalp, tint.roughness)});
    }
    return made;
}

StageMesh make_hair_mesh(const StageSource& source) {
    StageMesh made;
    if (source.hair == anatomy::HairStyle::none) {
        return made;
    }
    const anatomy::Body& body = *source.anatomy->body;
    const Field field = [&](Vec3 p) { return body.hair_distance(p, source.hair); };
    const float cell = std::max(0.0045F, skin_cell_m(source.tier) * 0.66F);
    const anatomy::SurfaceMesh mesh =
        anatomy::polygonise(field, Vec3(-.13F, 0, -.36F), Vec3(.13F, .34F, .02F), cell);
    made.indices = mesh.triangles;
    std::vector<Vec3> light;
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        const Openness open = source.open_at(mesh.positions[k], mesh.normals[k]);
        light.emplace_back(open.sky, open.key, open.rim);
    }
    light_buried(mesh.triangles, buried_of(mesh, source), light);
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        const Vec3 position = mesh.positions[k];
        const Openness open{light[k].x, light[k].y, light[k].z};
        const float depth = std::max(0.0F, body.skin_distance(position)) / .010F;
        const bool combed = source.hair != anatomy::HairStyle::cropped;
        made.vertices.push_back({position, mesh.normals[k], Vec2(combed ? 1 : 0, 0), 0,
                                 packed_light(open, std::min(depth, 1.0F)),
                                 packed_tone(source.look.hair, .3F)});
    }
    return made;
}

ByteMap make_skin_tint(const StageSource& source) {
    const SkinGrid& grid = source.anatomy->skin;
    ByteMap map{2 * SkinGrid::columns, 2 * SkinGrid::rows, {}};
    map.texels.reserve(std::size_t{map.width} * map.height);
    for (std::uint32_t y = 0; y < map.height; ++y) {
        for (std::uint32_t x = 0; x < map.width; ++x) {
            const float column =
                std::clamp((static_cast<float>(x) - .5F) * .5F, 0.0F, SkinGrid::columns - 1.001F);
            const float row = std::clamp((static_cast<float>(y) - .5F) * .5F, 0.0F, SkinGrid::rows - 1.001F);
            const auto c = static_cast<int>(column);
            const auto r = static_cast<int>(row);
            const float s = column - static_cast<float>(c);
            const Vec3 point =
                glm::mix(glm::mix(grid.at(c, r), grid.at(c + 1, r), s),
                         glm::mix(grid.at(c, r + 1), grid.at(c + 1, r + 1), s), row - static_cast<float>(r));
            const SkinTint tint = skin_tint(source.look, *source.anatomy->body, point);
            map.texels.push_back(packed_tone(tint.albedo, tint.roughness));
        }
    }
    return map;
}

} // namespace tactus::render
