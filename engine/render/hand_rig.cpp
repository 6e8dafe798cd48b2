#include "engine/render/hand_rig.hpp"

#include "engine/render/hand_shape.hpp"
#include "engine/render/stage_parts.hpp"
#include "sim/anatomy/implicit_shapes.hpp"
#include "sim/anatomy/surface_mesh.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

using hands::HandBone;
using session::HandSnapshot;

constexpr float bare_forearm_m = 0.134F; ///< where the skin ends, inside the sleeve
constexpr float sleeve_start_m = 0.118F;
constexpr float sleeve_end_m = 0.245F;
const Vec3 sleeve_albedo(.030F, .085F, .090F);

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

/// How much of the sky the hand itself leaves open: the field sampled along the normal.
float own_openness(const std::function<float(Vec3)>& field, Vec3 position, Vec3 normal) {
    float open = 1;
    for (const float step : {.004F, .009F, .018F, .032F}) {
        open -= .26F * std::clamp((step - field(position + normal * step)) / step, 0.0F, 1.0F);
    }
    return std::clamp(open, .25F, 1.0F);
}
} // namespace

HandRig::HandRig(contact::ToolKind tool, contact::Side side, Vec3 albedo, float cell_m) {
    const HandSnapshot hand = flat_snapshot(tool, side);
    add_skin(hand, albedo, cell_m);
    add_sleeve(hand);
}

void HandRig::bind(const HandSnapshot& hand, Vec3 position, Vec3 normal, RigVertex& vertex) {
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
        const HandTint tint = hand_tint(hand, albedo, position);
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
        vertex.tone = packed_tone(tint.albedo, math::mix(.47F, .30F, tint.nail));
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
