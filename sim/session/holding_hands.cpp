#include "sim/session/holding_hands.hpp"

#include "sim/bodies/bodies_data.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::session {
namespace {

bool holds(const std::optional<contact::PosedTool>& tool) {
    return tool && tool->held.part != contact::Hold::none;
}

Vec3 carried(const bodies::Joints& joints, const bodies::JointGeometry::Grip& grip) {
    return joints.geometry().motion(grip.carrier, joints.pose()).displacement(grip.place_m);
}

} // namespace

std::array<contact::HeldPart, contact::side_count> holds_of(const Tools& tools) {
    std::array<contact::HeldPart, contact::side_count> held;
    for (std::size_t side = 0; side < tools.size(); ++side) {
        if (holds(tools[side])) {
            held[side] = tools[side]->held;
        }
    }
    return held;
}

Tools pressing(const Tools& tools) {
    Tools left;
    for (std::size_t side = 0; side < tools.size(); ++side) {
        if (!holds(tools[side])) {
            left[side] = tools[side];
        }
    }
    return left;
}

strokes::BodyMotion body_motion(const bodies::Joints& joints) {
    using contact::Hold;
    if (joints.at_rest()) {
        return {};
    }
    const bodies::JointGeometry& geometry = joints.geometry();
    return {.neck_rad = joints.pose()[bodies::JointAxis::neck],
            .lumbar_rad = joints.pose()[bodies::JointAxis::lumbar],
            .scapula_m = {carried(joints, geometry.grip(Hold::scapula, true)),
                          carried(joints, geometry.grip(Hold::scapula, false))}};
}

std::array<GirdleMotion, 2> girdle_motions(const bodies::Joints& joints) {
    std::array<GirdleMotion, 2> motions;
    if (joints.at_rest()) {
        return motions;
    }
    for (const bool right : {true, false}) {
        const bodies::Carrier blade{.part = bodies::Carrier::Part::scapula, .right = right};
        motions[right ? 0 : 1] = {.glide_m = joints.geometry().motion(blade, joints.pose()).glide_m,
                                  .wing_rad =
                                      joints.pose()[bodies::of_side(bodies::JointAxis::right_wing, right)]};
    }
    return motions;
}

std::vector<physiology::Stretch> stretches_of(const bodies::Joints& joints) {
    std::vector<physiology::Stretch> stretches;
    if (joints.at_rest()) {
        return stretches;
    }
    const double bending = std::max(std::fabs(joints.speed_per_s(bodies::JointAxis::neck)),
                                    std::fabs(joints.speed_per_s(bodies::JointAxis::lumbar)));
    for (const bodies::StretchedMuscle& muscle : joints.muscles()) {
        stretches.push_back(
            {.muscle = muscle.tone_of,
             .tension_n = static_cast<float>(muscle.tension_n),
             .pain_n = static_cast<float>(muscle.pain_n),
             .joint_speed_rad_s = muscle.lengthening_m_per_s > 0 ? static_cast<float>(bending) : 0.0F});
    }
    return stretches;
}

void HoldingHands::ride(Tools& tools, const bodies::Joints& joints) {
    for (std::size_t side = 0; side < tools.size(); ++side) {
        if (!holds(tools[side])) {
            last_m_[side].reset();
            continue;
        }
        contact::PosedTool& tool = *tools[side];
        const Vec3 shift = carried(joints, joints.geometry().grip(tool.held.part, tool.held.right));
        for (auto* const capsules : {&tool.pressing, &tool.shown}) {
            for (contact::Capsule& capsule : *capsules) {
                capsule.a += shift;
                capsule.b += shift;
            }
        }
        tool.centre += shift;
        tool.velocity_m_s = (shift - last_m_[side].value_or(shift)) / static_cast<float>(bodies::bone_step_s);
        last_m_[side] = shift;
    }
}

} // namespace tactus::session
