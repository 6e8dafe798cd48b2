#include "engine/render/hand_rig.hpp"

#include "engine/render/noise.hpp"
#include "engine/render/stage_parts.hpp"
#include "sim/anatomy/implicit_shapes.hpp"
#include "sim/anatomy/surface_mesh.hpp"
#include "sim/hands/hand_bones.hpp"
#include "sim/hands/hand_pose.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

using hands::HandBone;
using session::HandSnapshot;

constexpr float bare_forearm_m = 0.134F; ///< where the skin ends, inside the sleeve
constexpr float sleeve_start_m = 0.118F;
constexpr float sleeve_end_m = 0.245F;
constexpr float nearest_to_eye = .76F; ///< cosine of the least angle between forearm and line of sight
constexpr float lowest_rise = .30F;    ///< sine of the least angle between forearm and skin
const Vec3 sleeve_albedo(.030F, .085F, .090F);

const contact::Capsule& capsule_of(const HandSnapshot& hand, HandBone bone) {
    return hand.capsules[hands::capsule_index(hand.tool, bone)];
}

constexpr std::array knuckles{HandBone::index_metacarpal_head, HandBone::middle_metacarpal_head,
                              HandBone::ring_metacarpal_head, HandBone::little_metacarpal_head};
constexpr std::array finger_joints{
    HandBone::index_proximal,  HandBone::index_middle,  HandBone::middle_proximal,
    HandBone::middle_middle,   HandBone::ring_proximal, HandBone::ring_middle,
    HandBone::little_proximal, HandBone::little_middle, HandBone::thumb_proximal};
constexpr std::array fingertips{HandBone::index_distal, HandBone::middle_distal, HandBone::ring_distal,
                                HandBone::little_distal, HandBone::thumb_distal};

/// Width of the smooth union where a bone joins the hand.
float blend_of(HandBone bone) {
    switch (bone) {
    case HandBone::carpus:
    case HandBone::thumb_metacarpal:
        return .022F;
    case HandBone::forearm_wrist:
    case HandBone::forearm_middle:
    case HandBone::forearm_elbow:
        return .020F;
    case HandBone::hypothenar:
        return .016F;
    case HandBone::ulnar_styloid:
        return .014F;
    case HandBone::index_middle_pad:
    case HandBone::middle_ring_pad:
    case HandBone::ring_little_pad:
        return .010F;
    default:
        return bone < HandBone::index_middle_pad ? .014F : .0065F;
    }
}

/// A capsule with its blend.
struct Lobe {
    contact::Capsule capsule;
    float blend_m;
};

/// Bones, and what only the picture has: extensor tendons and knuckles on the back of the hand.
std::vector<Lobe> lobes_of(const HandSnapshot& hand) {
    std::vector<Lobe> lobes;
    for (std::size_t k = 0; k < hands::hand_bone_count; ++k) {
        const auto bone = static_cast<HandBone>(k);
        lobes.push_back({capsule_of(hand, bone), blend_of(bone)});
    }
    const Vec3 wrist = capsule_of(hand, HandBone::carpus).a;
    for (const HandBone bone : knuckles) {
        const contact::Capsule& head = capsule_of(hand, bone);
        const float top = head.radius_b_m * .80F;
        lobes.push_back({{glm::mix(wrist, head.b, .35F) + hand.normal * (top * 1.1F),
                          head.b + hand.normal * top, .0028F, .0026F},
                         .007F});
        const Vec3 knuckle = head.b + hand.normal * (head.radius_b_m * .28F);
        lobes.push_back({{knuckle, knuckle + hand.forward * .001F, .0098F, .0098F}, .010F});
    }
    return lobes;
}

/// Where the forearm goes, from the wrist to the elbow.
Vec3 forearm_axis(const HandSnapshot& hand) {
    return glm::normalize(capsule_of(hand, HandBone::forearm_elbow).b -
                          capsule_of(hand, HandBone::forearm_wrist).a);
}

/// Position and axes of a bone: along it, up from the hand's back, and across.
struct BoneFrame {
    Vec3 origin;
    Mat3 axes;
};

BoneFrame frame_of(const HandSnapshot& hand, const contact::Capsule& capsule) {
    Vec3 along = capsule.b - capsule.a;
    const float length = glm::length(along);
    along = length > .002F ? along / length : hand.forward;
    Vec3 up = hand.normal - along * glm::dot(along, hand.normal);
    if (glm::dot(up, up) < 1e-4F) {
        up = -hand.forward - along * glm::dot(along, -hand.forward);
    }
    up = glm::normalize(up);
    return {capsule.a, Mat3(along, up, glm::cross(along, up))};
}

float bone_distance(Vec3 point, const contact::Capsule& capsule) {
    return anatomy::tapered_capsule(point, capsule.a, capsule.b, capsule.radius_a_m, capsule.radius_b_m);
}

/// How much of the sky the hand itself leaves open: the field sampled along the normal.
float own_openness(const std::function<float(Vec3)>& field, Vec3 position, Vec3 normal) {
    float open = 1;
    for (const float step : {.004F, .009F, .018F, .032F}) {
        open -= .26F * std::clamp((step - field(position + normal * step)) / step, 0.0F, 1.0F);
    }
    return std::clamp(open, .15F, 1.0F);
}

Vec3 hand_albedo(const HandSnapshot& hand, Vec3 base, Vec3 position, float& nail) {
    float red = (fractal_noise(position * 45.0F, 3) - .45F) * 1.2F;
    const auto near = [&](Vec3 centre, float reach) {
        return math::gauss(glm::length(position - centre), reach);
    };
    for (const HandBone bone : knuckles) {
        const contact::Capsule& head = capsule_of(hand, bone);
        red += .9F * near(head.b + hand.normal * head.radius_b_m, .011F);
    }
    for (const HandBone bone : finger_joints) {
        const contact::Capsule& joint = capsule_of(hand, bone);
        red += .8F * near(joint.b + hand.normal * joint.radius_b_m, .008F);
    }
    nail = 0;
    for (const HandBone bone : fingertips) {
        const contact::Capsule& tip = capsule_of(hand, bone);
        const Vec3 along = glm::normalize(tip.b - tip.a);
        const Vec3 offset = position - (tip.b + hand.normal * (tip.radius_b_m * .82F));
        const float ahead = glm::dot(offset, along);
        const float up = glm::dot(offset, hand.normal);
        const float aside = glm::length(offset - along * ahead - hand.normal * up);
        nail = std::max(nail, math::smoothstep(.0075F, .0050F, std::hypot(ahead * .85F, aside * 1.1F)) *
                                  math::smoothstep(-.005F, -.001F, up));
        red += .5F * near(tip.b, .010F);
    }
    const Vec3 skin = base * glm::exp(-Vec3(.08F, .30F, .26F) * red);
    return glm::mix(skin, Vec3(.66F, .42F, .35F), nail);
}

HandSnapshot flat_snapshot(contact::ToolKind tool, contact::Side side) {
    const auto flat = hands::flat_hand(tool, side);
    HandSnapshot hand;
    hand.present = true;
    hand.tool = tool;
    hand.normal = Vec3(0, 1, 0);
    hand.forward = Vec3(0, 0, -1);
    hand.capsules.resize(flat.size());
    for (std::size_t k = 0; k < flat.size(); ++k) {
        hand.capsules[hands::capsule_index(tool, static_cast<HandBone>(k))] = flat[k];
    }
    return hand;
}

} // namespace

bool has_all_bones(const HandSnapshot& hand) {
    return hand.present && hand.capsules.size() == hands::hand_bone_count;
}

HandSnapshot with_clear_forearm(const HandSnapshot& hand, Vec3 eye) {
    const Vec3 wrist = capsule_of(hand, HandBone::forearm_wrist).a;
    const Vec3 axis = forearm_axis(hand);
    const Vec3 to_eye = glm::normalize(eye - wrist);
    Vec3 cleared = axis + hand.normal * std::max(0.0F, lowest_rise - glm::dot(axis, hand.normal));
    // A forearm that stands straight on the skin hides the thumb it presses with: lean it out to the side.
    const float upright = math::smoothstep(.6F, .9F, glm::dot(cleared, hand.normal));
    const Vec3 outward(wrist.x < 0 ? -1.0F : 1.0F, 0, .35F);
    cleared = glm::normalize(cleared + outward * (1.6F * upright));
    const float toward = glm::dot(cleared, to_eye);
    if (toward > nearest_to_eye) {
        // Sideways to where it already leans, and outward from the spine, so that the swing never flips.
        const Vec3 bias = outward * .25F;
        const Vec3 aside = cleared - to_eye * toward + bias - to_eye * glm::dot(bias, to_eye);
        cleared =
            to_eye * nearest_to_eye + glm::normalize(aside) * std::sqrt(1 - nearest_to_eye * nearest_to_eye);
    }
    // The turn that takes the axis to its new place, applied to all that hangs on it.
    const Vec3 cross = glm::cross(axis, cleared);
    const float cosine = glm::dot(axis, cleared);
    const auto turned = [&](Vec3 point) {
        const Vec3 r = point - wrist;
        return wrist + r * cosine + glm::cross(cross, r) +
               cross * (glm::dot(cross, r) / (1 + std::max(cosine, -.9F)));
    };
    HandSnapshot moved = hand;
    for (const HandBone bone : {HandBone::forearm_wrist, HandBone::forearm_middle, HandBone::forearm_elbow,
                                HandBone::ulnar_styloid}) {
        contact::Capsule& capsule = moved.capsules[hands::capsule_index(hand.tool, bone)];
        capsule.a = turned(capsule.a);
        capsule.b = turned(capsule.b);
    }
    return moved;
}

std::vector<contact::Capsule> shading_capsules(const HandSnapshot& hand) {
    std::vector<contact::Capsule> kept;
    for (std::size_t k = 0; k < hand.capsules.size(); ++k) {
        const bool dissolved =
            has_all_bones(hand) && (k == hands::capsule_index(hand.tool, HandBone::forearm_middle) ||
                                    k == hands::capsule_index(hand.tool, HandBone::forearm_elbow));
        if (!dissolved) {
            kept.push_back(hand.capsules[k]);
        }
    }
    return kept;
}

HandRig::HandRig(contact::ToolKind tool, contact::Side side, Vec3 albedo, float cell_m) {
    const HandSnapshot hand = flat_snapshot(tool, side);
    add_skin(hand, albedo, cell_m);
    add_sleeve(hand);
}

void HandRig::bind(const HandSnapshot& hand, Vec3 position, Vec3 normal, RigVertex& vertex) const {
    std::array<std::pair<float, std::size_t>, hands::hand_bone_count> order;
    for (std::size_t k = 0; k < order.size(); ++k) {
        order[k] = {bone_distance(position, hand.capsules[k]), k};
    }
    std::partial_sort(order.begin(), order.begin() + most_bones, order.end());
    float total = 0;
    for (int k = 0; k < most_bones; ++k) {
        const auto [distance, bone] = order[static_cast<std::size_t>(k)];
        const BoneFrame frame = frame_of(hand, hand.capsules[bone]);
        const auto slot = static_cast<std::size_t>(k);
        vertex.bone[slot] = static_cast<std::uint8_t>(bone);
        vertex.place[slot] = glm::transpose(frame.axes) * (position - frame.origin);
        vertex.normal[slot] = glm::transpose(frame.axes) * normal;
        vertex.weight[slot] = math::exp(-(distance - order[0].first) / .004F);
        total += vertex.weight[slot];
    }
    for (float& weight : vertex.weight) {
        weight /= total;
    }
}

void HandRig::add_skin(const HandSnapshot& hand, Vec3 albedo, float cell_m) {
    const std::vector<Lobe> lobes = lobes_of(hand);
    const Vec3 wrist = capsule_of(hand, HandBone::forearm_wrist).a;
    const Vec3 axis = forearm_axis(hand);
    const auto field = [&](Vec3 p) {
        float distance = bone_distance(p, lobes[0].capsule);
        for (std::size_t k = 1; k < lobes.size(); ++k) {
            distance = anatomy::smooth_union(distance, bone_distance(p, lobes[k].capsule), lobes[k].blend_m);
        }
        return std::max(distance, glm::dot(p - wrist, axis) - bare_forearm_m);
    };
    Vec3 low(1e9F);
    Vec3 high(-1e9F);
    for (const Lobe& lobe : lobes) {
        for (const Vec3& end : {lobe.capsule.a, lobe.capsule.b}) {
            const Vec3 kept =
                glm::dot(end - wrist, axis) > bare_forearm_m ? wrist + axis * bare_forearm_m : end;
            low = glm::min(low, kept - Vec3(.05F));
            high = glm::max(high, kept + Vec3(.05F));
        }
    }
    const anatomy::SurfaceMesh mesh = anatomy::polygonise(field, low, high, cell_m);
    indices_ = mesh.triangles;
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
        const Vec3 position = mesh.positions[k];
        RigVertex vertex{};
        bind(hand, position, mesh.normals[k], vertex);
        float nail = 0;
        const Vec3 colour = hand_albedo(hand, albedo, position, nail);
        // The skin under the hand closes off the lower half of its sky.
        const float height = glm::dot(position - hand.centre, hand.normal);
        const float facing = .5F + .5F * glm::dot(mesh.normals[k], hand.normal);
        const float under = math::mix(.30F + .70F * facing, 1.0F, math::smoothstep(.01F, .06F, height));
        Openness open;
        const float own = own_openness(field, position, mesh.normals[k]);
        open.sky = own * under;
        open.key = math::smoothstep(.10F, .75F, own);
        open.rim = open.key;
        vertex.light = packed_light(open, nail);
        vertex.tone = packed_tone(colour, math::mix(.47F, .30F, nail));
        const float along = glm::dot(position - wrist, axis);
        vertex.opacity = math::smoothstep(bare_forearm_m - .002F, sleeve_start_m + .004F, along);
        vertices_.push_back(vertex);
    }
}

void HandRig::add_sleeve(const HandSnapshot& hand) {
    constexpr int sides = 28;
    constexpr int rings = 12;
    const Vec3 wrist = capsule_of(hand, HandBone::forearm_wrist).a;
    const Vec3 axis = forearm_axis(hand);
    const Vec3 up = glm::normalize(hand.normal - axis * glm::dot(axis, hand.normal));
    const Vec3 side = glm::cross(axis, up);
    const auto first = static_cast<std::uint32_t>(vertices_.size());
    for (int ring = 0; ring < rings; ++ring) {
        // Ring 0 lies inside the cuff, ring 1 is its edge.
        const float share = static_cast<float>(std::max(ring - 1, 0)) / (rings - 2);
        const float along =
            sleeve_start_m + (sleeve_end_m - sleeve_start_m) * share + (ring == 0 ? .012F : 0);
        for (int k = 0; k < sides; ++k) {
            const float turn = 6.2831853F * static_cast<float>(k) / sides;
            const float fold =
                .0022F * std::sin(along * 210 + 2 * std::sin(turn * 2)) * std::sin(turn * 3 + along * 60);
            const float radius = math::mix(.0435F, .053F, share) + fold - (ring == 0 ? .010F : 0);
            const Vec3 out = side * std::cos(turn) + up * std::sin(turn);
            RigVertex vertex{};
            const Vec3 slanted = glm::normalize(out - axis * (ring <= 1 ? .6F : .06F - fold * 90.0F));
            bind(hand, wrist + axis * along + out * radius, slanted, vertex);
            // The forearm is one straight piece: a sleeve that followed three bones would kink.
            vertex.weight = {1, 0, 0};
            vertex.bone[0] =
                static_cast<std::uint8_t>(hands::capsule_index(hand.tool, HandBone::forearm_middle));
            const BoneFrame frame = frame_of(hand, hand.capsules[vertex.bone[0]]);
            vertex.place[0] =
                glm::transpose(frame.axes) * (wrist + axis * along + out * radius - frame.origin);
            vertex.normal[0] = glm::transpose(frame.axes) * slanted;
            vertex.opacity = math::smoothstep(1.0F, .14F, share);
            vertex.light = packed_light({.55F + .45F * std::max(0.0F, std::sin(turn)), 1, 1}, 0);
            vertex.tone = packed_tone(sleeve_albedo * (ring == 0 ? .35F : 1 - .35F * fold / .0022F), .9F);
            vertices_.push_back(vertex);
        }
    }
    for (std::uint32_t ring = 0; ring + 1 < rings; ++ring) {
        for (std::uint32_t k = 0; k < sides; ++k) {
            const std::uint32_t a = first + ring * sides + k;
            const std::uint32_t b = first + ring * sides + (k + 1) % sides;
            for (const std::uint32_t corner : {a, a + sides, b, b, a + sides, b + sides}) {
                indices_.push_back(corner);
            }
        }
    }
}

void HandRig::pose(const HandSnapshot& hand, float lift_m, std::vector<shared::StageVertex>& out) const {
    std::array<BoneFrame, hands::hand_bone_count> frames;
    for (std::size_t k = 0; k < frames.size(); ++k) {
        frames[k] = frame_of(hand, hand.capsules[k]);
    }
    const Vec3 lift(0, lift_m, 0);
    for (const RigVertex& vertex : vertices_) {
        Vec3 position = lift;
        Vec3 normal(0);
        for (std::size_t k = 0; k < most_bones; ++k) {
            const BoneFrame& frame = frames[vertex.bone[k]];
            position += (frame.origin + frame.axes * vertex.place[k]) * vertex.weight[k];
            normal += frame.axes * vertex.normal[k] * vertex.weight[k];
        }
        out.push_back({position, normal, Vec2(vertex.opacity, 0), 0, vertex.light, vertex.tone});
    }
}

} // namespace tactus::render
