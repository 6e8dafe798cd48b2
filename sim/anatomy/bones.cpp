#include "sim/anatomy/bones.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/bone_layer.hpp"
#include "sim/anatomy/layer_thickness.hpp"
#include "sim/anatomy/skin_cast.hpp"

namespace tactus::anatomy {

BoneLayer::BoneLayer(const Body& body)
    : body_(body), scale_(body.half_biacromial_m() / male_half_biacromial_m.f()) {}

Vec3 BoneLayer::under(float u, float v, float depth_m) const {
    return skin_at(body_, u, v) - Vec3(0, depth_m, 0);
}

float BoneLayer::cover(float u, float v) const { return .0035F + .6F * body_.fat(u, v); }

Vec3 BoneLayer::beneath_trunk(Vec3 about, float radius_m) const {
    constexpr float step_m = 0.002F;
    const float v = about.z / body_.spine_length_m();
    for (int round = 0; round < 6; ++round) {
        const float u = (about.x - body_.spine_x(v)) / body_.half_biacromial_m();
        const auto slope = [&](Vec3 by) {
            return (body_.trunk_distance(about + by) - body_.trunk_distance(about - by)) / (2 * step_m);
        };
        const Vec3 outward = glm::normalize(Vec3(slope({step_m, 0, 0}), slope({0, step_m, 0}), 0));
        about -= outward * (body_.trunk_distance(about) + bone_depth_under_trunk_m(body_, u, v) + radius_m);
    }
    return about;
}

Bone& BoneLayer::start(std::string name, BoneKind kind) {
    bones_.bones.push_back(
        {.name = std::move(name), .kind = kind, .capsules = {}, .plates = {}, .capsule_blends_m = {}});
    return bones_.bones.back();
}

void BoneLayer::tie(Vec3 tip, float radius_m) {
    std::vector<BoneCapsule>& ligament = bones_.ligament;
    if (!ligament.empty()) {
        ligament.back().b = tip;
        ligament.back().radius_b_m = radius_m;
    }
    ligament.push_back({tip, tip, radius_m, radius_m});
}

Bones BoneLayer::finish() {
    constexpr float blend_margin_m = 0.006F; // a blend bulges by a quarter of its width
    for (const Bone& bone : bones_.bones) {
        BoneBox box{Vec3(1e9F), Vec3(-1e9F)};
        const auto hold = [&](Vec3 p, float radius) {
            box.low = glm::min(box.low, p - Vec3(radius + blend_margin_m));
            box.high = glm::max(box.high, p + Vec3(radius + blend_margin_m));
        };
        for (const BoneCapsule& c : bone.capsules) {
            hold(c.a, c.radius_a_m);
            hold(c.b, c.radius_b_m);
        }
        for (const BonePlate& plate : bone.plates) {
            for (const Vec3& corner : plate.corners) {
                hold(corner, plate.half_thickness_m);
            }
        }
        bones_.boxes.push_back(box);
    }
    return std::move(bones_);
}

std::string sided(std::string_view name, float side) {
    return std::string(name) + (side > 0 ? " right" : " left");
}

Vec3 mirrored(Vec3 right, float side) { return {right.x * side, right.y, right.z}; }

void add_capsule(Bone& bone, const BoneCapsule& capsule, float blend_m) {
    bone.capsules.push_back(capsule);
    bone.capsule_blends_m.push_back(blend_m);
}

void add_chain(Bone& bone, std::span<const Vec3> points, Vec2 radii_m, float blend_m) {
    constexpr float following_blend_m = 0.0006F;
    const auto pieces = static_cast<float>(points.size() - 1);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const auto radius = [&](std::size_t k) {
            return radii_m.x + (radii_m.y - radii_m.x) * static_cast<float>(k) / pieces;
        };
        add_capsule(bone, {points[i], points[i + 1], radius(i), radius(i + 1)},
                    i == 0 ? blend_m : following_blend_m);
    }
}

void add_plate(Bone& bone, Vec3 a, Vec3 b, Vec3 c, float half_thickness_m) {
    bone.plates.push_back({.corners = {a, b, c}, .half_thickness_m = half_thickness_m});
}

Bones make_bones(const Body& body) {
    BoneLayer layer(body);
    lay_vertebrae(layer);
    lay_sacrum(layer);
    for (int number = 1; number <= 12; ++number) {
        lay_rib(layer, number, 1);
        lay_rib(layer, number, -1);
    }
    for (auto lay : {lay_scapula, lay_humerus, lay_forearm, lay_pelvis, lay_clavicle}) {
        lay(layer, 1);
        lay(layer, -1);
    }
    return layer.finish();
}

} // namespace tactus::anatomy
