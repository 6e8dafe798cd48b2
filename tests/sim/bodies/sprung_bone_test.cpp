#include "sim/bodies/bodies_data.hpp"
#include "sim/bodies/sprung_bone.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/math/transcendental.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace tactus;

namespace {

bodies::BoneHolding rib() {
    return {bodies::rib_mass_kg.f(), bodies::rib_inertia_kg_m2.f(), bodies::rib_stiffness_n_per_m.f(),
            bodies::rib_turning_stiffness_nm_per_rad.f()};
}

constexpr int spring_second = 240;
constexpr Vec3 none(0);

/// Share of critical damping that an overshoot (as a share of the way) belongs to.
double damping_of_overshoot(double overshoot) {
    const double decrement = -std::log(overshoot);
    return decrement / std::sqrt(math::pi * math::pi + decrement * decrement);
}

} // namespace

TEST_CASE("a sprung bone settles at force over stiffness and torque over turning stiffness") {
    bodies::SprungBone bone(rib());
    const Vec3 force(10, -50, 5);
    const Vec3 torque(0.5F, 2, -1);
    for (int step = 0; step < spring_second; ++step) {
        bone.step(force, torque);
    }
    for (int axis = 0; axis < 3; ++axis) {
        CHECK(bone.pose().glide_m[axis] == doctest::Approx(force[axis] / 25.0e3F).epsilon(1e-5));
        CHECK(bone.pose().turn_rad[axis] == doctest::Approx(torque[axis] / 500.0F).epsilon(1e-5));
    }
}

TEST_CASE("a pushed bone overshoots as a damping ratio of 0.7 asks") {
    bodies::BoneHolding slow = rib(); // slow, so that the steps catch the peak
    slow.mass_kg *= 100;
    slow.inertia_kg_m2 *= 100;
    bodies::SprungBone bone(slow);
    float farthest_m = 0;
    float farthest_rad = 0;
    for (int step = 0; step < 4 * spring_second; ++step) {
        bone.step(Vec3(0, 50, 0), Vec3(0, 0, 5));
        farthest_m = std::max(farthest_m, bone.pose().glide_m.y);
        farthest_rad = std::max(farthest_rad, bone.pose().turn_rad.z);
    }
    CHECK(damping_of_overshoot(farthest_m / 0.002 - 1) == doctest::Approx(0.7).epsilon(0.01));
    CHECK(damping_of_overshoot(farthest_rad / 0.010 - 1) == doctest::Approx(0.7).epsilon(0.01));
}

TEST_CASE("a step is the exact motion: many short ones end where one long one does") {
    constexpr int parts = 64;
    constexpr double step_s = 1.0 / 240.0;
    const auto whole = bodies::oscillator_step(500, 0.0128, 0.7, step_s);
    const auto part = bodies::oscillator_step(500, 0.0128, 0.7, step_s / parts);
    double offset = 0.01;
    double speed = -0.3;
    for (int k = 0; k < parts; ++k) {
        const double moved = part.offset_of_offset * offset + part.offset_of_speed_s * speed;
        speed = part.speed_of_offset_per_s * offset + part.speed_of_speed * speed;
        offset = moved;
    }
    const double once = whole.offset_of_offset * 0.01 + whole.offset_of_speed_s * -0.3;
    const double once_speed = whole.speed_of_offset_per_s * 0.01 + whole.speed_of_speed * -0.3;
    CHECK(offset == doctest::Approx(once).epsilon(1e-5));
    CHECK(speed == doctest::Approx(once_speed).epsilon(1e-5));
}

TEST_CASE("a rib thrown without load swings as the damped oscillator of the textbook") {
    bodies::SprungBone bone(rib());
    for (int step = 0; step < spring_second; ++step) {
        bone.step(Vec3(0, -50, 0), none);
    }
    const double natural = std::sqrt(25.0e3 / 2.0);
    const double ringing = natural * std::sqrt(1 - 0.7 * 0.7);
    const double start = bone.pose().glide_m.y;
    for (int step = 1; step <= 20; ++step) {
        bone.step(none, none);
        const double t = step / 240.0;
        const double expected =
            start * std::exp(-0.7 * natural * t) *
            (std::cos(ringing * t) + 0.7 / std::sqrt(1 - 0.7 * 0.7) * std::sin(ringing * t));
        CHECK(std::fabs(bone.pose().glide_m.y - expected) < 2e-8);
    }
}

TEST_CASE("a released bone comes to rest at exactly zero and stays there") {
    const math::FloatMode float_mode;
    bodies::SprungBone bone(rib());
    CHECK(bone.at_rest());
    bone.step(none, none);
    CHECK(bone.at_rest());
    bone.step(Vec3(30, -50, 8), Vec3(1, 2, 3));
    CHECK_FALSE(bone.at_rest());
    for (int step = 0; step < 3 * spring_second; ++step) {
        bone.step(none, none);
    }
    CHECK(bone.at_rest());
}

TEST_CASE("no springs, however stiff or light the bone, can be shaken up") {
    for (const float stiffness : {1.0F, 1e3F, 1e6F, 1e9F}) {
        bodies::SprungBone bone({0.1F, 0.0001F, stiffness, stiffness});
        const float force = 0.005F * stiffness; // holds the bone at 5 mm and 5 mrad
        for (int step = 0; step < 20 * spring_second; ++step) {
            const float sign = step % 2 == 0 ? 1.0F : -1.0F;
            bone.step(Vec3(sign * force), Vec3(-sign * force));
            REQUIRE(std::fabs(bone.pose().glide_m.x) < 0.010F);
            REQUIRE(std::fabs(bone.pose().turn_rad.z) < 0.010F);
        }
    }
}

TEST_CASE("a bone stops at its limits and leaves them at once when the force turns") {
    bodies::SprungBone bone(rib());
    for (int step = 0; step < spring_second; ++step) {
        bone.step(Vec3(5000, 0, -5000), Vec3(0, 1000, -1000));
        REQUIRE(bone.pose().glide_m.x <= bodies::glide_limit_m.f());
        REQUIRE(bone.pose().glide_m.z >= -bodies::glide_limit_m.f());
        REQUIRE(bone.pose().turn_rad.y <= bodies::turn_limit_rad.f());
        REQUIRE(bone.pose().turn_rad.z >= -bodies::turn_limit_rad.f());
    }
    CHECK(bone.pose().glide_m == Vec3(0.020F, 0, -0.020F));
    CHECK(bone.pose().turn_rad == Vec3(0, 0.35F, -0.35F));
    bone.step(none, none);
    CHECK(bone.pose().glide_m.x < 0.019F);
    CHECK(bone.pose().turn_rad.z > -0.34F);
}

TEST_CASE("a turn keeps lengths and angles, and turns by its own length about its own axis") {
    CHECK(bodies::turn_from_rest(none) == Mat3(0));
    for (const Vec3& turn : {Vec3(0.35F, -0.2F, 0.1F), Vec3(0, 0, 0.35F), Vec3(1e-5F, 2e-5F, 0)}) {
        const Mat3 difference = bodies::turn_from_rest(turn);
        const Mat3 rotation = Mat3(1) + difference;
        const Mat3 product = glm::transpose(rotation) * rotation;
        for (int column = 0; column < 3; ++column) {
            for (int row = 0; row < 3; ++row) {
                CHECK(std::fabs(product[column][row] - (column == row ? 1.0F : 0.0F)) < 3e-7F);
            }
        }
        CHECK(glm::length(difference * turn) < 1e-7F);
        const float trace = difference[0][0] + difference[1][1] + difference[2][2];
        const double angle = glm::length(turn);
        CHECK(trace == doctest::Approx(-4 * std::pow(std::sin(0.5 * angle), 2)).epsilon(1e-5));
    }
    const Vec3 turned = bodies::turn_from_rest(Vec3(0, 0, 0.3F)) * Vec3(1, 0, 0);
    CHECK(turned.x == doctest::Approx(std::cos(0.3) - 1));
    CHECK(turned.y == doctest::Approx(std::sin(0.3)));
}
