#include "engine/render/hand_rig.hpp"

#include "engine/render/hand_field.hpp"
#include "engine/render/hand_shape.hpp"
#include "engine/render/hand_tint.hpp"
#include "engine/render/stage_parts.hpp"
#include "engine/render/supporting_hand.hpp"
#include "sim/anatomy/implicit_shapes.hpp"
#include "sim/anatomy/surface_mesh.hpp"

#include <glm/gtc/matrix_inverse.hpp>

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

using hands::HandBone;
using session::HandSnapshot;

constexpr float sleeve_length_m = 0.167F;
constexpr float sleeve_cap = 0.24F;      ///< where an upper arm's is capped, share of that length
constexpr float sleeve_cap_m = 0.032F;   ///< height of that cap
constexpr float within_sleeve_m = 0.09F; ///< of its axis
constexpr float own_skin_m = .0035F;     ///< nearer than this to a phalanx is skin of its finger
const Vec3 sleeve_albedo(.030F, .085F, .090F);

/// Where a bone lies: its axes (along it, up from the hand's back, and across), then its place.
glm::mat4 frame_of(const HandSnapshot& hand, const contact::Capsule& capsule) {
    Vec3 along = capsule.b - capsule.a;
    const float length = glm::length(along);
    along = length > .002F ? along / length : hand.forward;
    Vec3 up = hand.normal - along * glm::dot(along, hand.normal);
    if (glm::dot(up, up) < 1e-4F) {
        up = -hand.forward - along * glm::dot(along, -hand.forward);
    }
    up = glm::normalize(up);
    return {glm::vec4(along, 0), glm::vec4(up, 0), glm::vec4(glm::cross(along, up), 0),
            glm::vec4(capsule.a, 1)};
}

/// How much of the sky the hand itself leaves open: the field sampled along the normal.
float own_openness(const std::function<float(Vec3)>& field, Vec3 position, Vec3 normal) {
    float open = 1;
    for (const float step : {.004F, .009F, .018F, .032F}) {
        open -= .26F * std::clamp((step - field(position + normal * step)) / step, 0.0F, 1.0F);
    }
    return std::clamp(open, .25F, 1.0F);
}

/// The sleeve around one place of the forearm.
struct SleeveRing {
    float off_m;  ///< from the hem's radius
    float fold_m; ///< height of the cloth's folds there
    float stitch; ///< 1 in the seam of the hem
    float opacity;
};

/// Half width of the sleeve and how far it is seen, at a share of its length. The hem is a band turned up.
SleeveRing sleeve_ring(float share, float turn) {
    const float past_hem = math::smoothstep(.15F, .19F, share);
    const float band = .0028F * (1 - past_hem) * math::smoothstep(-.001F, .012F, share);
    const float fold =
        past_hem * (.0011F * std::sin(share * 26 + 2 * std::sin(turn * 2)) * std::sin(turn * 3 + share * 8) +
                    .0013F * std::sin(share * 11 + 1.7F * std::sin(turn + .6F)));
    const float stitch = math::gauss(share - .150F, .010F);
    return {.010F * share + band + fold, fold, stitch, math::smoothstep(.97F, .30F, share)};
}

/// Where the rings of vertices lie, as shares of the sleeve's length; the first is the lining.
constexpr std::array<float, 15> sleeve_places{.0F,  .0F,  .012F, .06F, .11F, .145F, .155F, .19F,
                                              .26F, .36F, .46F,  .58F, .70F, .84F,  1.0F};
constexpr int sleeve_sides = 36;
constexpr std::array<float, 7> sleeve_cap_bends{0,    .25F,  .5F,    .8F,
                                                1.1F, 1.35F, 1.5708F}; ///< from rim to pole

float sleeve_turn(int k) { return 6.2831853F * static_cast<float>(k) / sleeve_sides; }

/// The skin of a flat hand, as StageVertex says of a hand's.
StageMesh skin_at_rest(const HandSnapshot& hand, Vec3 albedo, const HandDetail& detail) {
    const HandField field(hand);
    const Cuff cuff = cuff_of(hand);
    const auto [low, high] = field.box();
    const anatomy::SurfaceMesh mesh = anatomy::polygonise(field, low, high, detail.cell_m);
    StageMesh skin;
    // What lies on the skin is never seen.
    const auto hidden = [&](std::uint32_t vertex) {
        return glm::dot(mesh.positions[vertex] - hand.centre, hand.normal) < .004F &&
               glm::dot(mesh.normals[vertex], hand.normal) < -.3F;
    };
    for (std::size_t k = 0; k + 2 < mesh.triangles.size(); k += 3) {
        const auto* corner = &mesh.triangles[k];
        if (!std::all_of(corner, corner + 3, hidden)) {
            skin.indices.insert(skin.indices.end(), corner, corner + 3);
        }
    }
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        const Vec3 position = mesh.positions[k];
        shared::StageVertex vertex{};
        vertex.position = position;
        vertex.normal = mesh.normals[k];
        const HandTint tint = hand_tint(hand, field.digits(), {albedo, detail.nails}, position);
        // The skin under the hand closes off the lower half of its sky.
        const float height = glm::dot(position - hand.centre, hand.normal);
        const float facing = .5F + .5F * glm::dot(mesh.normals[k], hand.normal);
        const float under = math::mix(.30F + .70F * facing, 1.0F, math::smoothstep(.01F, .06F, height));
        Openness open;
        const float own = own_openness(field, position, mesh.normals[k]);
        open.sky = own * under;
        open.key = math::smoothstep(.10F, .75F, own);
        open.rim = open.key;
        vertex.light = packed_light(open, tint.nail);
        Vec2 grain_m;
        const DigitPlace on_digit = place_on(field.digits(), position);
        if (on_digit.distance_m < own_skin_m) {
            grain_m = Vec2(on_digit.around_m, on_digit.along_m);
        } else { // laid on from above, let down at the sides
            const float down = std::fabs(glm::dot(mesh.normals[k], hand.normal)) < .7F ? .7F * height : 0;
            grain_m = Vec2(glm::dot(position - hand.centre, glm::cross(hand.forward, hand.normal)) + down,
                           glm::dot(position - hand.centre, hand.forward));
        }
        vertex.tone = packed_tone(tint.albedo, math::mix(.47F, .30F, tint.nail));
        const Vec3 from_cuff = position - cuff.origin;
        const float to_end = cuff.bare_m - glm::dot(from_cuff, cuff.axis);
        const bool arm = glm::length(glm::cross(from_cuff, cuff.axis)) < within_sleeve_m;
        const float opacity = arm && to_end < .008F
                                  ? math::smoothstep(.001F, .008F, to_end)
                                  : 1 + (on_digit.distance_m < own_skin_m ? on_digit.fold : 0);
        vertex.uv = Vec2(opacity, grain_m.x);
        vertex.weight = grain_m.y;
        skin.vertices.push_back(vertex);
    }
    return skin;
}

} // namespace

/// The sleeve of an arm as it lies in the room.
struct HandRig::Sleeve {
    Cuff cuff;
    bool upper; ///< of the upper arm: the forearm presses
    Vec3 up, side;

    explicit Sleeve(const HandSnapshot& hand) : cuff(cuff_of(hand)), upper(arm_presses(hand.tool)) {
        const Vec3 lift = upper ? -forearm_axis(hand) : hand.normal;
        up = glm::normalize(lift - cuff.axis * glm::dot(cuff.axis, lift));
        side = glm::cross(cuff.axis, up);
    }

    [[nodiscard]] Vec3 out(float turn) const { return side * std::cos(turn) + up * std::sin(turn); }

    [[nodiscard]] Vec3 point(float share, float turn) const {
        return cuff.origin + cuff.axis * (cuff.sleeve_m + sleeve_length_m * share) +
               out(turn) * (cuff.radius_m + sleeve_ring(share, turn).off_m);
    }

    [[nodiscard]] Vec3 lining(float turn) const {
        return point(0, turn) - out(turn) * .009F + cuff.axis * .016F;
    }

    [[nodiscard]] Vec3 normal(float share, float turn) const {
        const Vec3 along = point(share + .01F, turn) - point(share - .01F, turn);
        const Vec3 around = point(share, turn + .02F) - point(share, turn - .02F);
        return glm::normalize(glm::cross(along, around));
    }
};

HandRig::HandRig(contact::ToolKind tool, contact::Side side, Vec3 albedo, const HandDetail& detail) {
    const HandSnapshot hand = flat_snapshot(tool, side);
    for (std::size_t k = 0; k < into_bones_.size(); ++k) {
        into_bones_[k] = glm::affineInverse(frame_of(hand, hand.capsules[k]));
    }
    add_skin(hand, albedo, detail);
    sleeve_first_ = static_cast<std::uint32_t>(indices_.size());
    add_sleeve(hand);
    if (const auto on_top = supporting_tool(tool)) {
        const auto other = side == contact::Side::left ? contact::Side::right : contact::Side::left;
        add_partner(std::make_unique<const HandRig>(*on_top, other, albedo, detail));
    }
}

// Both skins come first, then both sleeves.
void HandRig::add_partner(std::unique_ptr<const HandRig> partner) {
    partner_ = std::move(partner);
    const auto first = static_cast<std::uint32_t>(vertices_.size());
    std::vector<std::uint32_t> theirs = partner_->indices_;
    for (std::uint32_t& index : theirs) {
        index += first;
    }
    const auto split = theirs.begin() + partner_->sleeve_first_;
    indices_.insert(indices_.begin() + sleeve_first_, theirs.begin(), split);
    indices_.insert(indices_.end(), split, theirs.end());
    sleeve_first_ += partner_->sleeve_first_;
}

void HandRig::bind(const HandSnapshot& hand, RigVertex& vertex) {
    std::array<std::pair<float, std::size_t>, hands::hand_bone_count> order;
    for (std::size_t k = 0; k < order.size(); ++k) {
        order[k] = {bone_distance(vertex.place, hand.capsules[k]), k};
    }
    std::partial_sort(order.begin(), order.begin() + most_bones, order.end());
    // Fingers bend at joints; wrist and palm give way over a finger's breadth, or the wrist would fold.
    const bool finger = std::ranges::any_of(finger_bones(), [&](HandBone bone) {
        return hands::capsule_index(hand.tool, bone) == order[0].second;
    });
    const float falloff_m = finger ? .004F : .010F;
    float total = 0;
    for (int k = 0; k < most_bones; ++k) {
        const auto [distance, bone] = order[static_cast<std::size_t>(k)];
        const auto slot = static_cast<std::size_t>(k);
        vertex.bone[slot] = static_cast<std::uint8_t>(bone);
        vertex.weight[slot] = math::exp(-(distance - order[0].first) / falloff_m);
        total += vertex.weight[slot];
    }
    // What hardly counts does not count: it would be worked out for nothing each frame.
    float kept = 0;
    for (float& weight : vertex.weight) {
        weight = weight < .03F * total ? 0 : weight;
        kept += weight;
    }
    for (float& weight : vertex.weight) {
        weight /= kept;
    }
}

void HandRig::add_skin(const HandSnapshot& hand, Vec3 albedo, const HandDetail& detail) {
    StageMesh skin = skin_at_rest(hand, albedo, detail);
    if (detail.simpler) {
        simplify(skin, *detail.simpler);
    }
    indices_ = std::move(skin.indices);
    for (const shared::StageVertex& at_rest : skin.vertices) {
        RigVertex vertex{};
        vertex.place = at_rest.position;
        vertex.normal = at_rest.normal;
        bind(hand, vertex);
        vertex.opacity = at_rest.uv.x;
        vertex.grain_m = Vec2(at_rest.uv.y, at_rest.weight);
        vertex.light = at_rest.light;
        vertex.tone = at_rest.tone;
        vertices_.push_back(vertex);
    }
}

void HandRig::add_sleeve(const HandSnapshot& hand) {
    const Sleeve sleeve(hand);
    const auto first = static_cast<std::uint32_t>(vertices_.size());
    for (std::size_t ring = 0; ring < sleeve_places.size(); ++ring) {
        const float share = sleeve_places[ring];
        const bool inside = ring == 0; // the lining, seen where the cuff stands off the wrist
        for (int k = 0; k < sleeve_sides; ++k) {
            const float turn = sleeve_turn(k);
            const SleeveRing shape = sleeve_ring(share, turn);
            Vec3 normal = sleeve.normal(share, turn);
            normal = ring <= 1 ? glm::normalize(normal - sleeve.cuff.axis * .8F) : normal;
            const Vec3 position = inside ? sleeve.lining(turn) : sleeve.point(share, turn);
            RigVertex vertex{};
            vertex.opacity = sleeve.upper ? math::smoothstep(.58F, .24F, share) : shape.opacity;
            vertex.grain_m = Vec2(turn * .047F, sleeve_length_m * share);
            const float sky = .55F + .45F * std::max(0.0F, std::sin(turn));
            const Openness lining{.15F, .1F, .1F};
            vertex.light = packed_light(inside ? lining : Openness{sky, 1, 1}, 0);
            const float shade = (1 - .45F * shape.stitch) * (1 + .25F * math::clamp01(shape.fold_m / .002F));
            vertex.tone = packed_tone(sleeve_albedo * shade, .9F);
            add_to_arm(hand, position, normal, vertex);
        }
    }
    if (sleeve.upper) {
        add_sleeve_cap(hand, sleeve);
    }
    add_tube(first, sleeve_places.size());
}

// An upper arm points at whoever looks: its sleeve ends in a rounded cap of cloth, as over a shoulder.
void HandRig::add_sleeve_cap(const HandSnapshot& hand, const Sleeve& sleeve) {
    const auto first = static_cast<std::uint32_t>(vertices_.size());
    const float foot_m = sleeve.cuff.sleeve_m + sleeve_length_m * sleeve_cap;
    const Vec3 middle = sleeve.cuff.origin + sleeve.cuff.axis * foot_m;
    for (const float bend : sleeve_cap_bends) {
        for (int k = 0; k < sleeve_sides; ++k) {
            const float turn = sleeve_turn(k);
            const Vec3 out = (sleeve.point(sleeve_cap, turn) - middle) * .97F;
            const float width = std::cos(bend);
            const float rise = std::sin(bend);
            RigVertex vertex{};
            vertex.opacity = 1;
            vertex.grain_m = Vec2(std::cos(turn), std::sin(turn)) * (width * sleeve.cuff.radius_m);
            vertex.light = packed_light({.70F + .30F * rise, 1, 1}, 0);
            vertex.tone = packed_tone(sleeve_albedo, .9F);
            const Vec3 position = middle + out * width + sleeve.cuff.axis * (sleeve_cap_m * rise);
            const Vec3 normal = glm::normalize(glm::normalize(out) * (width * sleeve_cap_m) +
                                               sleeve.cuff.axis * (rise * sleeve.cuff.radius_m + 1e-4F));
            add_to_arm(hand, position, normal, vertex);
        }
    }
    add_tube(first, sleeve_cap_bends.size());
}

/// Rings of sleeve_sides vertices, joined one to the next.
void HandRig::add_tube(std::uint32_t first, std::size_t rings) {
    for (std::uint32_t ring = 0; ring + 1 < rings; ++ring) {
        for (std::uint32_t k = 0; k < sleeve_sides; ++k) {
            const std::uint32_t a = first + ring * sleeve_sides + k;
            const std::uint32_t b = first + ring * sleeve_sides + (k + 1) % sleeve_sides;
            indices_.insert(indices_.end(), {a, a + sleeve_sides, b, b, a + sleeve_sides, b + sleeve_sides});
        }
    }
}

// The forearm is one straight piece: a sleeve that followed three bones would kink.
void HandRig::add_to_arm(const HandSnapshot& hand, Vec3 position, Vec3 normal, RigVertex vertex) {
    const std::size_t arm = hands::capsule_index(hand.tool, cuff_of(hand).bone);
    vertex.weight = {1};
    vertex.bone = {static_cast<std::uint8_t>(arm)};
    vertex.place = position;
    vertex.normal = normal;
    vertices_.push_back(vertex);
}

HandRig::BoneTurns HandRig::turns_to(const HandSnapshot& hand) const {
    BoneTurns turns;
    for (std::size_t k = 0; k < turns.size(); ++k) {
        turns[k] = frame_of(hand, hand.capsules[k]) * into_bones_[k];
    }
    return turns;
}

void HandRig::pose(const HandSnapshot& hand, const View& seen, std::vector<shared::StageVertex>& out,
                   HandSnapshot& on_top) const {
    const BoneTurns turns = turns_to(hand);
    const Vec3 lift(0, seen.lift_m, 0);
    for (const RigVertex& vertex : vertices_) {
        glm::mat4 turn = turns[vertex.bone[0]] * vertex.weight[0];
        for (std::size_t k = 1; k < most_bones && vertex.weight[k] > 0; ++k) { // nearest, heaviest first
            turn += turns[vertex.bone[k]] * vertex.weight[k];
        }
        const auto position = Vec3(turn * glm::vec4(vertex.place, 1)) + lift;
        const auto normal = Vec3(turn * glm::vec4(vertex.normal, 0));
        out.push_back({position, normal, Vec2(vertex.opacity, vertex.grain_m.x), vertex.grain_m.y,
                       vertex.light, vertex.tone});
    }
    if (partner_ != nullptr) {
        on_top = with_clear_forearm(supporting_hand(hand, std::move(on_top)), seen.eye, seen.up);
        partner_->pose(on_top, seen, out, on_top);
    }
}

} // namespace tactus::render
