#include "sim/hands/hands_data.hpp"
#include "sim/hands/posture.hpp"

namespace tactus::hands {
namespace {

/// A joint of the arm in metres from the place: up, forward.
struct ArmPlace {
    Joint joint;
    float up, forward;
};

/// The thick end lies on the skin, the wrist is off it.
constexpr std::array<ArmPlace, 4> lying{{{Joint::elbow, 0.039F, -0.055F},
                                         {Joint::forearm_two_thirds, 0.042F, 0.025F},
                                         {Joint::forearm_third, 0.048F, 0.145F},
                                         {Joint::wrist, 0.070F, 0.245F}}};

/// The bent elbow stands on its tip, the forearm rises ahead.
constexpr std::array<ArmPlace, 4> standing{{{Joint::elbow, 0.054F, 0.006F},
                                            {Joint::forearm_two_thirds, 0.120F, 0.051F},
                                            {Joint::forearm_third, 0.220F, 0.118F},
                                            {Joint::wrist, 0.303F, 0.173F}}};
constexpr ArmPlace standing_tip{Joint::olecranon_tip, 0.0105F, 0};
constexpr ArmPlace standing_root{Joint::olecranon_root, 0.040F, 0.004F};

} // namespace

HandJoints arm_joints(const RestingSurface& skin, const HandFrame& frame, contact::ToolKind tool) {
    const Foot& middle = frame.middle;
    const auto at = [&](const ArmPlace& place) {
        return middle.position + middle.normal * place.up + middle.forward * place.forward;
    };
    const bool stands = tool == contact::ToolKind::elbow;
    const auto& places = stands ? standing : lying;
    const Vec3 wrist = at(places[3]);
    // The hand goes on from the wrist as a loose fist, thumb up.
    const Vec3 forward = glm::normalize(wrist - at(places[2]));
    Vec3 edge = middle.normal - forward * glm::dot(middle.normal, forward);
    edge = -glm::normalize(edge);
    HandJoints joints = hand_at(posture_of(tool), {edge, middle.lateral, forward}, wrist, 0);
    for (const ArmPlace& place : places) {
        joints[place.joint] = at(place);
    }
    joints[Joint::olecranon_tip] = stands ? at(standing_tip) : joints[Joint::elbow];
    joints[Joint::olecranon_root] = stands ? at(standing_root) : joints[Joint::forearm_two_thirds];
    joints[Joint::styloid] = wrist - middle.normal * 0.017F;
    joints[Joint::styloid_above] = wrist - middle.normal * 0.016F - forward * 0.020F;
    stand_on_skin(skin, frame, tool, joints);
    return joints;
}

} // namespace tactus::hands
