#include "sim/bodies/joints.hpp"

#include "sim/bodies/bodies_data.hpp"
#include "sim/bodies/joints_data.hpp"
#include "sim/math/float_mode.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tactus::bodies {
namespace {

using contact::Hold;

constexpr float resting_tone = 0.10F;

/// Sweeps over all axes in a step, so that those that share a muscle agree, and Newton steps of one in a
/// sweep.
constexpr int sweeps = 3;
constexpr int newton_steps = 2;

constexpr std::array<JointAxis, joint_axis_count> all_axes{
    JointAxis::neck,       JointAxis::lumbar,      JointAxis::right_across, JointAxis::right_up,
    JointAxis::right_wing, JointAxis::left_across, JointAxis::left_up,      JointAxis::left_wing};

JointHolding neck_holding() {
    return {.inertia = neck_inertia_kg_m2,
            .damping = neck_damping_nm_s_per_rad,
            .curve = curve_from_onset(neck_stiffness_nm_per_rad, neck_at_onset_nm, neck_onset_rad,
                                      neck_steepness_per_rad)};
}

JointHolding lumbar_holding() {
    return {.inertia = lumbar_inertia_kg_m2,
            .damping = lumbar_damping_nm_s_per_rad,
            .curve = curve_from_onset(lumbar_stiffness_nm_per_rad, lumbar_at_onset_nm, lumbar_onset_rad,
                                      lumbar_steepness_per_rad)};
}

JointHolding glide_holding() {
    return {.inertia = glide_mass_kg,
            .damping = glide_damping_n_s_per_m,
            .curve = curve_from_onset(glide_stiffness_n_per_m, glide_at_onset_n, glide_onset_m,
                                      glide_steepness_per_m)};
}

/// The blade lies on the ribs: it lifts off them and comes back to them.
JointHolding wing_holding() {
    return {.inertia = wing_inertia_kg_m2,
            .damping = wing_damping_nm_s_per_rad,
            .curve = curve_from_onset(wing_stiffness_nm_per_rad, wing_at_onset_nm, wing_onset_rad,
                                      wing_steepness_per_rad),
            .low = 0};
}

StretchedMuscle between(std::string_view name, anatomy::Muscle tone_of, bool right,
                        const std::array<JointGeometry::Grip, 2>& ends,
                        const std::array<double, 2>& full_and_pain_n) {
    const double length = static_cast<double>(glm::length(ends[0].place_m - ends[1].place_m));
    return {.name = name,
            .tone_of = tone_of,
            .right = right,
            .origin_on = ends[0].carrier,
            .origin_m = ends[0].place_m,
            .insertion_on = ends[1].carrier,
            .insertion_m = ends[1].place_m,
            .pain_n = full_and_pain_n[1],
            .line = MuscleLine(length, full_and_pain_n[0]),
            .length_m = length,
            .tension_n = 0,
            .lengthening_m_per_s = 0};
}

/// Upper trapezius from the skull to the acromion, levator from C3's process to the superior angle, rhomboid
/// from T4's spine to the medial border, quadratus lumborum from the crest to the tip of rib 12.
std::vector<StretchedMuscle> lay_muscles(const anatomy::Bones& bones, const JointGeometry& joints) {
    const auto bone = [&](const std::string& name) -> const anatomy::Bone& {
        return bones.bones[static_cast<std::size_t>(anatomy::bone_named(bones, name))];
    };
    std::vector<StretchedMuscle> muscles;
    for (const bool right : {true, false}) {
        const Vec3 outward(right ? 1.0F : -1.0F, 0, 0);
        const std::string side = right ? " right" : " left";
        const auto scapula = joints.grip(Hold::scapula, right);
        const auto shoulder = joints.grip(Hold::shoulder, right);
        constexpr float beside_midline_m = 0.02F;
        muscles.push_back(between(
            "upper trapezius", anatomy::Muscle::trapezius_upper, right,
            {{{joints.grip(Hold::occiput, right).carrier, joints.neck_end_m + beside_midline_m * outward},
              shoulder}},
            {upper_trapezius_full_n, upper_trapezius_pain_n}));
        const anatomy::Bone& third = bone("C3");
        const std::size_t index = right ? 0 : 1;
        muscles.push_back(between("levator scapulae", anatomy::Muscle::levator_scapulae, right,
                                  {{{joints.carrier_of(third), farthest_end(third, outward)},
                                    {scapula.carrier, joints.superior_angle_m[index]}}},
                                  {levator_scapulae_full_n, levator_scapulae_pain_n}));
        muscles.push_back(between("rhomboid major", anatomy::Muscle::rhomboid_major, right,
                                  {{{Carrier{}, farthest_end(bone("T4"), Vec3(0, 1, 0))}, scapula}},
                                  {rhomboid_full_n, rhomboid_pain_n}));
        muscles.push_back(between("quadratus lumborum", anatomy::Muscle::erector_spinae, right,
                                  {{joints.grip(Hold::iliac_crest, right),
                                    {Carrier{}, farthest_end(bone("rib 12" + side), outward)}}},
                                  {quadratus_lumborum_full_n, quadratus_lumborum_pain_n}));
    }
    return muscles;
}

} // namespace

Joints::Joints(const anatomy::Bones& bones)
    : geometry_(bones), axes_{JointCoordinate(neck_holding()),  JointCoordinate(lumbar_holding()),
                              JointCoordinate(glide_holding()), JointCoordinate(glide_holding()),
                              JointCoordinate(wing_holding()),  JointCoordinate(glide_holding()),
                              JointCoordinate(glide_holding()), JointCoordinate(wing_holding())},
      muscles_(lay_muscles(bones, geometry_)), tone_(anatomy::muscle_count, resting_tone) {}

double Joints::speed_per_s(JointAxis axis) const {
    return axes_[static_cast<std::size_t>(axis)].speed_per_s();
}

double Joints::tone(const StretchedMuscle& muscle) const {
    return static_cast<double>(tone_[static_cast<std::size_t>(muscle.tone_of)]);
}

void Joints::read_pose() {
    for (std::size_t k = 0; k < axes_.size(); ++k) {
        pose_.place[k] = static_cast<float>(axes_[k].place());
    }
}

Vec3 Joints::span_m(const StretchedMuscle& muscle) const {
    return muscle.origin_m + geometry_.motion(muscle.origin_on, pose_).displacement(muscle.origin_m) -
           (muscle.insertion_m +
            geometry_.motion(muscle.insertion_on, pose_).displacement(muscle.insertion_m));
}

double Joints::arm(const StretchedMuscle& muscle, JointAxis axis) const {
    const Vec3 change = geometry_.derivative(muscle.origin_on, muscle.origin_m, pose_, axis) -
                        geometry_.derivative(muscle.insertion_on, muscle.insertion_m, pose_, axis);
    return static_cast<double>(glm::dot(glm::normalize(span_m(muscle)), change));
}

JointLoad Joints::load(JointAxis axis, std::span<const contact::HeldPart> holds) const {
    JointLoad load{0, 0};
    for (const contact::HeldPart& held : holds) {
        const JointGeometry::Grip grip = geometry_.grip(held.part, held.right);
        load.force += static_cast<double>(
            glm::dot(held.force_n, geometry_.derivative(grip.carrier, grip.place_m, pose_, axis)));
    }
    for (const StretchedMuscle& muscle : muscles_) {
        const double lever = arm(muscle, axis);
        if (lever != 0) {
            const double length = static_cast<double>(glm::length(span_m(muscle)));
            load.force -= lever * muscle.line.tension_n(length, tone(muscle));
            load.stiffness += lever * lever * muscle.line.stiffness_n_per_m(length, tone(muscle));
        }
    }
    return load;
}

double Joints::resistance(JointAxis axis) const {
    const JointCoordinate& one = axes_[static_cast<std::size_t>(axis)];
    return one.holding().curve.resistance(one.place()) - load(axis, {}).force;
}

double Joints::stiffness(JointAxis axis) const {
    const JointCoordinate& one = axes_[static_cast<std::size_t>(axis)];
    return one.holding().curve.stiffness(one.place()) + load(axis, {}).stiffness;
}

double Joints::energy_j() const {
    double energy = 0;
    for (const JointCoordinate& one : axes_) {
        energy += one.energy_j();
    }
    for (const StretchedMuscle& muscle : muscles_) {
        energy += muscle.line.energy_j(muscle.length_m, tone(muscle));
    }
    return energy;
}

void Joints::step(std::span<const contact::HeldPart> holds, std::span<const float> muscle_tone) {
    const math::FloatMode float_mode;
    const bool held = std::ranges::any_of(holds, [](const contact::HeldPart& hold) {
        return hold.part != Hold::none && hold.force_n != Vec3(0);
    });
    if (!held && resting_) {
        return;
    }
    assert(muscle_tone.empty() || muscle_tone.size() == tone_.size());
    std::ranges::copy(muscle_tone, tone_.begin());
    for (JointCoordinate& one : axes_) {
        one.begin_step();
    }
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (const JointAxis axis : all_axes) {
            for (int newton = 0; newton < newton_steps; ++newton) {
                axes_[static_cast<std::size_t>(axis)].settle(load(axis, holds));
                read_pose();
            }
        }
    }
    for (JointCoordinate& one : axes_) {
        one.end_step();
    }
    measure_muscles();
    resting_ = false;
    if (!held) {
        settle_at_rest();
    }
}

void Joints::measure_muscles() {
    for (StretchedMuscle& muscle : muscles_) {
        const double before = muscle.length_m;
        muscle.length_m = static_cast<double>(glm::length(span_m(muscle)));
        muscle.lengthening_m_per_s = (muscle.length_m - before) / bone_step_s;
        muscle.line.creep(muscle.length_m, tone(muscle));
        muscle.tension_n = muscle.line.tension_n(muscle.length_m, tone(muscle));
    }
}

void Joints::settle_at_rest() {
    const auto rests = [](double value) { return std::fabs(value) < joint_rest_below; };
    const bool still = std::ranges::all_of(
        axes_, [&](const JointCoordinate& one) { return rests(one.place()) && rests(one.speed_per_s()); });
    const bool recovered = std::ranges::all_of(
        muscles_, [&](const StretchedMuscle& muscle) { return rests(muscle.line.crept()); });
    if (!still || !recovered) {
        return;
    }
    for (JointCoordinate& one : axes_) {
        one.rest();
    }
    read_pose();
    for (StretchedMuscle& muscle : muscles_) {
        muscle.line.forget();
    }
    measure_muscles();
    resting_ = true;
}

} // namespace tactus::bodies
