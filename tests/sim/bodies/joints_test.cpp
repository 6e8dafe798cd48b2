#include "sim/anatomy/body.hpp"
#include "sim/bodies/bodies_data.hpp"
#include "sim/bodies/joints.hpp"
#include "sim/math/transcendental.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace tactus;
using bodies::JointAxis;
using contact::HeldPart;
using contact::Hold;

namespace {

constexpr int one_second = 240;
constexpr double degree = math::pi / 180;
constexpr Vec3 to_left(-1, 0, 0);
constexpr Vec3 up(0, 1, 0);
constexpr Vec3 caudal(0, 0, 1);

const anatomy::Bones& bones() {
    static const anatomy::Body body{anatomy::BodyParameters{}};
    static const anatomy::Bones made = anatomy::make_bones(body);
    return made;
}

/// One hand bends the head to the client's left, the other keeps the right shoulder down.
std::array<HeldPart, 2> side_bend(float head_n) {
    return {HeldPart{Hold::occiput, true, to_left * head_n},
            HeldPart{Hold::shoulder, true, caudal * (0.75F * head_n)}};
}

const bodies::StretchedMuscle& right_muscle(const bodies::Joints& joints, std::string_view name) {
    return *std::ranges::find_if(joints.muscles(), [&](const bodies::StretchedMuscle& muscle) {
        return muscle.right && muscle.name == name;
    });
}

double neck_deg(const bodies::Joints& joints) { return -joints.pose()[JointAxis::neck] / degree; }

/// Where a force holds a fresh client's joints after a while.
bodies::Joints held(std::span<const HeldPart> holds, double seconds = 2, std::span<const float> tone = {}) {
    bodies::Joints joints(bones());
    for (int step = 0; step < seconds * one_second; ++step) {
        joints.step(holds, tone);
    }
    return joints;
}

/// Angle, torque and length of the upper trapezius along a slow stretch to `most_n` and back.
struct Sample {
    double angle_deg;
    double torque_nm;
    double length_m;
    double tension_n;
    double force_n;
};

std::vector<Sample> stretch_and_release(double most_n, double ramp_s) {
    bodies::Joints joints(bones());
    std::vector<Sample> curve;
    const int half = static_cast<int>(ramp_s * one_second);
    for (int step = 0; step <= 2 * half; ++step) {
        const double force = most_n * (1 - std::fabs(step - half) / half);
        joints.step(side_bend(static_cast<float>(force)), {});
        const auto& muscle = right_muscle(joints, "upper trapezius");
        curve.push_back({neck_deg(joints), -joints.resistance(JointAxis::neck), muscle.length_m,
                         muscle.tension_n, force});
    }
    return curve;
}

} // namespace

TEST_CASE("a stretch of the upper trapezius runs through a soft zone to a barrier that stops it") {
    const std::vector<Sample> curve = stretch_and_release(25, 10);
    const std::size_t half = curve.size() / 2;
    for (const Sample& sample : curve) {
        REQUIRE(std::isfinite(sample.angle_deg));
        REQUIRE(std::isfinite(sample.torque_nm));
        REQUIRE(std::isfinite(sample.length_m));
    }
    for (std::size_t k = 1; k <= half; ++k) {
        REQUIRE(curve[k].angle_deg >= curve[k - 1].angle_deg);
        REQUIRE(curve[k].length_m >= curve[k - 1].length_m);
        REQUIRE(curve[k].tension_n >= curve[k - 1].tension_n - 1e-9);
    }
    // The first half of the way costs less than a third of the torque.
    const Sample& end = curve[half];
    CHECK(end.angle_deg > 35);
    CHECK(end.angle_deg < 50);
    const auto halfway = std::ranges::find_if(
        curve, [&](const Sample& sample) { return sample.angle_deg > 0.5 * end.angle_deg; });
    CHECK(halfway->torque_nm < 0.3 * end.torque_nm);
    CHECK(end.length_m > 1.08 * curve.front().length_m);
}

TEST_CASE("the first barrier of the neck is felt below 10 N, the second stops the head at 25") {
    const double soft = held(side_bend(1)).stiffness(JointAxis::neck);
    CHECK(held(side_bend(10)).stiffness(JointAxis::neck) > 2 * soft);
    CHECK(held(side_bend(25)).stiffness(JointAxis::neck) > 6 * soft);
    CHECK(neck_deg(held(side_bend(10))) == doctest::Approx(30).epsilon(0.1));
    // Twice the force past the barrier gains little.
    CHECK(neck_deg(held(side_bend(50))) - neck_deg(held(side_bend(25))) < 8);
}

TEST_CASE("a stretch taken off comes back by another way, and all the way") {
    const std::vector<Sample> curve = stretch_and_release(20, 6);
    const std::size_t half = curve.size() / 2;
    double loop_j = 0;
    for (std::size_t k = 1; k < curve.size(); ++k) {
        loop_j += 0.5 * (curve[k].torque_nm + curve[k - 1].torque_nm) *
                  (curve[k].angle_deg - curve[k - 1].angle_deg) * degree;
    }
    double in_j = 0;
    for (std::size_t k = 1; k <= half; ++k) {
        in_j += curve[k].torque_nm * (curve[k].angle_deg - curve[k - 1].angle_deg) * degree;
    }
    CHECK(loop_j > 0);
    CHECK(loop_j < 0.5 * in_j);

    bodies::Joints joints = held(side_bend(20));
    for (int step = 0; step < 8 * one_second; ++step) {
        joints.step({}, {});
    }
    CHECK(neck_deg(joints) < 3);
    for (int step = 0; step < 900 * one_second && !joints.at_rest(); ++step) {
        joints.step({}, {});
    }
    CHECK(joints.at_rest());
    CHECK(joints.pose() == bodies::JointPose{});
}

TEST_CASE("no step gives back more than the hands put in") {
    bodies::Joints joints(bones());
    for (int step = 0; step < 12 * one_second; ++step) {
        const float t = static_cast<float>(step) / one_second;
        const float pull = 30 * math::sin(4 * t) * math::sin(0.7F * t);
        const std::array holds{HeldPart{Hold::occiput, true, Vec3(pull, 0, 0.3F * pull)},
                               HeldPart{Hold::scapula, true, Vec3(0.5F * pull, std::fabs(pull), -pull)}};
        const double energy = joints.energy_j();
        const bodies::JointPose before = joints.pose();
        joints.step(holds, {});
        double work_j = 0;
        for (const HeldPart& hold : holds) {
            const auto grip = joints.geometry().grip(hold.part, hold.right);
            const Vec3 way =
                joints.geometry().motion(grip.carrier, joints.pose()).displacement(grip.place_m) -
                joints.geometry().motion(grip.carrier, before).displacement(grip.place_m);
            work_j += static_cast<double>(glm::dot(hold.force_n, way));
        }
        REQUIRE(joints.energy_j() - energy <= work_j + 2e-5);
    }
    CHECK(joints.energy_j() > 0);
}

TEST_CASE("a held stretch lets go: the muscle creeps and the barrier moves") {
    const bodies::Joints soon = held(side_bend(15), 2);
    const bodies::Joints later = held(side_bend(15), 30);
    CHECK(neck_deg(later) - neck_deg(soon) > 0.3);
    CHECK(neck_deg(later) - neck_deg(soon) < 6);
    const auto& before = right_muscle(soon, "upper trapezius");
    const auto& after = right_muscle(later, "upper trapezius");
    CHECK(after.line.crept() > before.line.crept());
    // At one length the tension of a held muscle has fallen by a fifth to a half.
    const double length = before.length_m;
    const double fallen = 1 - after.line.tension_n(length, 0.1) / before.line.tension_n(length, 0.1);
    CHECK(fallen > 0.15);
    CHECK(fallen < 0.6);
}

TEST_CASE("a guarding muscle brings the barrier nearer") {
    const std::vector<float> guarding(anatomy::muscle_count, 0.6F);
    CHECK(neck_deg(held(side_bend(15), 2, guarding)) < neck_deg(held(side_bend(15), 2)) - 1);
}

TEST_CASE("without a hand on the shoulder the scapula follows and the muscle is stretched less") {
    const bodies::Joints fixed = held(side_bend(15));
    const bodies::Joints loose = held(std::array{side_bend(15)[0]});
    CHECK(loose.pose()[JointAxis::right_up] > 0.005F);
    CHECK(right_muscle(loose, "upper trapezius").tension_n <
          0.8 * right_muscle(fixed, "upper trapezius").tension_n);
    CHECK(right_muscle(loose, "levator scapulae").tension_n <
          0.5 * right_muscle(fixed, "levator scapulae").tension_n);
}

TEST_CASE("10 to 40 N lift the medial border one to four centimetres, and the ribs keep it from sinking") {
    double last_mm = 0;
    for (const float force : {10.0F, 20.0F, 40.0F}) {
        const bodies::Joints joints = held(std::array{HeldPart{Hold::scapula, true, up * force}});
        const auto grip = joints.geometry().grip(Hold::scapula, true);
        const double mm =
            1000.0 * static_cast<double>(
                         joints.geometry().motion(grip.carrier, joints.pose()).displacement(grip.place_m).y);
        CHECK(mm > last_mm);
        CHECK(mm > 10);
        CHECK(mm < 45);
        CHECK(right_muscle(joints, "rhomboid major").length_m >
              right_muscle(joints, "rhomboid major").line.rest_length_m());
        CHECK(joints.pose()[JointAxis::left_wing] == 0.0F);
        last_mm = mm;
    }
    CHECK(held(std::array{HeldPart{Hold::scapula, true, up * -40.0F}}).pose()[JointAxis::right_wing] == 0.0F);
}

TEST_CASE("the pelvis pulled down on one side lengthens the quadratus lumborum there and not on the other") {
    const bodies::Joints joints = held(std::array{HeldPart{Hold::iliac_crest, true, caudal * 30.0F}});
    const double bend = std::fabs(joints.pose()[JointAxis::lumbar]) / degree;
    CHECK(bend > 6);
    CHECK(bend < 20);
    CHECK(right_muscle(joints, "quadratus lumborum").tension_n > 5);
    for (const bodies::StretchedMuscle& muscle : joints.muscles()) {
        if (!muscle.right && muscle.name == "quadratus lumborum") {
            CHECK(muscle.tension_n == 0);
        }
    }
}

TEST_CASE("a mirrored hold bends a symmetric body the other way by as much") {
    const bodies::Joints left = held(std::array{HeldPart{Hold::occiput, true, to_left * 12.0F}});
    const bodies::Joints right = held(std::array{HeldPart{Hold::occiput, true, to_left * -12.0F}});
    CHECK(left.pose()[JointAxis::neck] == doctest::Approx(-right.pose()[JointAxis::neck]).epsilon(1e-4));
}
