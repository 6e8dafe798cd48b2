#include "sim/contact/tool.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tactus;
using contact::Capsule;
using contact::Gap;

namespace {

const Vec3 nowhere{0, 0, 0};

float distance(const std::vector<Capsule>& tool, Vec3 point) {
    return contact::gap(tool, point, nowhere).distance_m;
}

Vec3 numeric_gradient(const std::vector<Capsule>& tool, Vec3 point) {
    constexpr float step = 1e-3F;
    Vec3 g;
    for (int c = 0; c < 3; ++c) {
        Vec3 d{0, 0, 0};
        d[c] = step;
        g[c] = (distance(tool, point + d) - distance(tool, point - d)) / (2 * step);
    }
    return g;
}

} // namespace

TEST_CASE("a sphere's gap is the distance to its centre less its radius, negative inside") {
    const std::vector<Capsule> sphere{{{0.1F, 0.2F, 0.3F}, {0.1F, 0.2F, 0.3F}, 0.02F, 0.02F}};
    CHECK(distance(sphere, {0.1F, 0.25F, 0.3F}) == doctest::Approx(0.03));
    CHECK(distance(sphere, {0.1F, 0.2F, 0.31F}) == doctest::Approx(-0.01));
    const Gap gap = contact::gap(sphere, {0.1F, 0.25F, 0.3F}, nowhere);
    CHECK(gap.normal.y == doctest::Approx(1));
}

TEST_CASE("a straight capsule is a cylinder between its ends and a sphere beyond them") {
    const std::vector<Capsule> capsule{{{0, 0, 0}, {0.1F, 0, 0}, 0.01F, 0.01F}};
    CHECK(distance(capsule, {0.05F, 0.03F, 0}) == doctest::Approx(0.02));
    CHECK(distance(capsule, {0.13F, 0.04F, 0}) == doctest::Approx(0.04));
    CHECK(distance(capsule, {-0.03F, 0, 0.04F}) == doctest::Approx(0.04));
}

TEST_CASE("a tapered capsule is the cone that touches both end spheres") {
    // Spheres of 20 and 10 mm, 100 mm apart: every ball on the axis lies inside the hull and touches it, so
    // the gap is the least distance to any of them.
    const Capsule cone{{0, 0, 0}, {0.1F, 0, 0}, 0.02F, 0.01F};
    for (const Vec3& point :
         {Vec3{0.05F, 0.04F, 0}, Vec3{0.02F, 0.03F, 0.02F}, Vec3{0.12F, 0.01F, 0}, Vec3{-0.05F, 0.01F, 0}}) {
        float least = 1e9F;
        for (int k = 0; k <= 10000; ++k) {
            const float t = static_cast<float>(k) * 1e-4F;
            const Vec3 centre{0.1F * t, 0, 0};
            least = std::min(least, glm::length(point - centre) - (0.02F - 0.01F * t));
        }
        CHECK(distance({cone}, point) == doctest::Approx(least).epsilon(1e-4));
    }
}

TEST_CASE("a capsule whose thin end lies within the thick one is a sphere") {
    const std::vector<Capsule> swallowed{{{0, 0, 0}, {0.005F, 0, 0}, 0.02F, 0.01F}};
    CHECK(distance(swallowed, {0.05F, 0, 0}) == doctest::Approx(0.03));
}

TEST_CASE("the normal is the gradient of the gap") {
    const std::vector<Capsule> hand{{{0, 0, 0}, {0.1F, 0, 0.02F}, 0.02F, 0.012F},
                                    {{0.1F, 0, 0.02F}, {0.14F, -0.02F, 0.05F}, 0.012F, 0.008F}};
    for (const Vec3& point : {Vec3{0.03F, 0.05F, 0}, Vec3{0.12F, 0.03F, 0.01F}, Vec3{0.06F, 0.005F, 0.03F},
                              Vec3{0.2F, 0, 0.1F}}) {
        const Gap gap = contact::gap(hand, point, nowhere);
        const Vec3 numeric = numeric_gradient(hand, point);
        CHECK(glm::length(gap.normal) == doctest::Approx(1));
        CHECK(glm::length(gap.normal - numeric) < 2e-3F);
    }
}

TEST_CASE("a union's gap is its nearest capsule's, and a shift moves the whole tool") {
    const std::vector<Capsule> two{{{0, 0, 0}, {0, 0, 0}, 0.01F, 0.01F},
                                   {{0.1F, 0, 0}, {0.1F, 0, 0}, 0.02F, 0.02F}};
    CHECK(distance(two, {0.03F, 0, 0}) == doctest::Approx(0.02));
    CHECK(distance(two, {0.07F, 0, 0}) == doctest::Approx(0.01));
    CHECK(contact::gap(two, {0.17F, 0, 0}, {0.1F, 0, 0}).distance_m == doctest::Approx(0.01));
}

TEST_CASE("tools are named as CSV files name them") {
    CHECK(contact::tool_named("palm") == contact::ToolKind::palm);
    for (int k = 0; k < contact::tool_kind_count; ++k) {
        const auto kind = static_cast<contact::ToolKind>(k);
        CHECK(contact::tool_named(contact::tool_name(kind)) == kind);
    }
    CHECK_FALSE(contact::tool_named("elbow of an ox").has_value());
}
