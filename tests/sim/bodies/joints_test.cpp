#include "sim/bodies/bodies_data.hpp"
#include "sim/bodies/joints.hpp"
#include "sim/math/transcendental.hpp"
#include "tests/sim/bodies/average_man.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace tactus;
using average_man::bones;
using bodies::JointAxis;
using contact::HeldPart;
using contact::Hold;

namespace {

constexpr int joint_second = 240;
constexpr double joint_degree = math::pi / 180;
constexpr Vec3 to_left(-1, 0, 0);
constexpr Vec3 up(0, 1, 0);
constexpr Vec3 caudal(0, 0, 1);

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

double neck_deg(const bodies::Joints& joints) { return -joints.pose()[JointAxis::neck] / joint_degree; }

/// Where a force holds a fresh client's joints after a while.
bodies::Joints held(std::span<const HeldPart> holds, double seconds = 2, std::span<const float> tone = {}) {
    bodies::Joints joints(bones());
    for (int step = 0; step < seconds * joint_second; ++step) {
        joints.step(holds, tone);
    }
    return joints;
}

} // namespace

TEST_CASE("the first barrier of the neck is felt below 10 N, the second stops the head at 25") {
    const double soft = held(side_bend(1)).stiffness(JointAxis::neck);
    CHECK(held(side_bend(10)).stiffness(JointAxis::neck) > 2 * soft);
    CHECK(held(side_bend(25)).stiffness(JointAxis::neck) > 6 * soft);
    CHECK(neck_deg(held(side_bend(10))) == doctest::Approx(30).epsilon(0.1));
    // Twice the force past the barrier gains little.
    CHECK(neck_deg(held(side_bend(50))) - neck_deg(held(side_bend(25))) < 8);
}

TEST_CASE("no step gives back more than the hands put in") {
    bodies::Joints joints(bones());
    for (int step = 0; step < 12 * joint_second; ++step) {
        const float t = static_cast<float>(step) / joint_second;
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
    const double bend = std::fabs(joints.pose()[JointAxis::lumbar]) / joint_degree;
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
