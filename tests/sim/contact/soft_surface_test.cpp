#include "sim/contact/soft_surface.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tactus;
using contact::Capsule;

namespace {

constexpr Vec3 down{0, -1, 0};
constexpr float blend_m = 0.022F;

Capsule bone(Vec3 a, Vec3 b, float radius_m) {
    return {.a = a, .b = b, .radius_a_m = radius_m, .radius_b_m = radius_m};
}

/// Five metacarpals of 14 mm, 19 mm apart, each of two capsules in line.
std::vector<Capsule> metacarpals() {
    std::vector<Capsule> bones;
    for (int k = -2; k <= 2; ++k) {
        const float x = 0.019F * static_cast<float>(k);
        bones.push_back(bone({x, 0, 0}, {x, 0, 0.035F}, 0.014F));
        bones.push_back(bone({x, 0, 0.035F}, {x, 0, 0.07F}, 0.014F));
    }
    return bones;
}

/// Height of the melted surface's underside at (x, z), by bisection.
float sole_height(const std::vector<Capsule>& bones, float x, float z) {
    float outside = -0.03F;
    float inside = 0;
    for (int pass = 0; pass < 30; ++pass) {
        const float y = 0.5F * (outside + inside);
        (contact::soft_gap(bones, {x, y, z}, blend_m).distance_m > 0 ? outside : inside) = y;
    }
    return outside;
}

} // namespace

TEST_CASE("one capsule alone keeps its own distance and normal, within the blend") {
    const std::vector<Capsule> one{
        {.a = {0, 0, 0}, .b = {0.05F, 0, 0}, .radius_a_m = 0.02F, .radius_b_m = 0.012F}};
    for (const Vec3& point :
         {Vec3{0.02F, 0.025F, 0}, Vec3{0.06F, 0.003F, 0.008F}, Vec3{0.01F, -0.014F, 0.003F}}) {
        const contact::Gap plain = contact::gap(one, point, {0, 0, 0});
        const contact::Gap soft = contact::soft_gap(one, point, blend_m);
        CHECK(soft.distance_m == doctest::Approx(plain.distance_m).epsilon(1e-4));
        CHECK(glm::length(soft.normal - plain.normal) < 1e-5F);
    }
    CHECK(contact::soft_gap(one, {0.2F, 0.2F, 0}, blend_m).distance_m == doctest::Approx(blend_m));
}

TEST_CASE("the melted surface passes through the soles and fills the furrows between bones") {
    std::vector<Capsule> bones = metacarpals();
    contact::share_surface(bones, down, blend_m);
    float lowest = 0;
    float highest = -1;
    for (float x = -0.02F; x <= 0.02F; x += 0.001F) {
        for (float z = 0.005F; z <= 0.065F; z += 0.002F) {
            const float y = sole_height(bones, x, z);
            lowest = std::min(lowest, y);
            highest = std::max(highest, y);
        }
    }
    CHECK(lowest > -0.0147F); // soles lie at -14 mm
    CHECK(lowest < -0.0137F);
    const float furrow = 0.014F - std::sqrt(0.014F * 0.014F - 0.0095F * 0.0095F); // of the bare union
    CHECK(furrow > 0.0035F);
    CHECK(highest - lowest < 0.3F * furrow);
}

TEST_CASE("the melted surface does not depend on the order of the bones, and its normal leads straight out") {
    std::vector<Capsule> bones = metacarpals();
    contact::share_surface(bones, down, blend_m);
    std::vector<Capsule> turned(bones.rbegin(), bones.rend());
    for (const Vec3& point :
         {Vec3{0.004F, -0.015F, 0.02F}, Vec3{0.0095F, -0.014F, 0.04F}, Vec3{0.05F, -0.01F, 0.03F}}) {
        const contact::Gap gap = contact::soft_gap(bones, point, blend_m);
        CHECK(contact::soft_gap(turned, point, blend_m).distance_m ==
              doctest::Approx(gap.distance_m).epsilon(1e-4));
        Vec3 gradient{0, 0, 0};
        constexpr float h = 5e-4F;
        for (int c = 0; c < 3; ++c) {
            Vec3 d{0, 0, 0};
            d[c] = h;
            gradient[c] = contact::soft_gap(bones, point + d, blend_m).distance_m -
                          contact::soft_gap(bones, point - d, blend_m).distance_m;
        }
        CHECK(glm::dot(glm::normalize(gradient), gap.normal) > 0.98F);
    }
}

TEST_CASE("capsules of no length and capsules on one another share without a wrong number") {
    std::vector<Capsule> heap{bone({0, 0, 0}, {0, 0, 0}, 0.01F), bone({0, 0, 0}, {0, 0, 0}, 0.01F),
                              bone({0, 0.05F, 0}, {0.01F, 0.05F, 0}, 0.01F)};
    contact::share_surface(heap, down, blend_m);
    for (const Capsule& c : heap) {
        CHECK(std::isfinite(c.weight_a + c.weight_middle + c.weight_b));
    }
    const contact::Gap gap = contact::soft_gap(heap, {0, -0.012F, 0}, blend_m);
    CHECK(gap.distance_m == doctest::Approx(0.002).epsilon(0.05));
    CHECK(std::isfinite(contact::soft_gap(heap, {0, 0, 0}, blend_m).normal.y));
}
