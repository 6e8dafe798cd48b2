#include "sim/anatomy/arm_pose.hpp"

namespace tactus::anatomy {
namespace {

/// Sine and cosine of an angle.
struct Turn {
    float sine;
    float cosine;

    [[nodiscard]] Turn back() const { return {-sine, cosine}; }
};

constexpr Turn raised{.9848F, .1736F}; ///< 80 degrees forward at the shoulder
constexpr Turn bent{.9397F, .3420F};   ///< 70 degrees more at the elbow
/// 25 degrees toward the middle: beside the trunk arms spread, and the lower one must not go into the table.
constexpr Turn inward{.4226F, .9063F};

/// What points to the feet comes to point forward, away from the back.
Vec3 raise(Vec3 v, Turn t) { return {v.x, v.y * t.cosine - v.z * t.sine, v.y * t.sine + v.z * t.cosine}; }

/// What points forward comes to point toward the middle.
Vec3 close(Vec3 v, Turn t) { return {v.x * t.cosine + v.y * t.sine, v.y * t.cosine - v.x * t.sine, v.z}; }

} // namespace

Vec3 upper_arm_posed(const BodyFrame& frame, Vec3 beside) {
    return frame.arms == ArmPose::beside
               ? beside
               : frame.shoulder + close(raise(beside - frame.shoulder, raised), inward);
}

Vec3 forearm_posed(const BodyFrame& frame, Vec3 beside) {
    return frame.arms == ArmPose::beside
               ? beside
               : upper_arm_posed(frame, frame.elbow + raise(beside - frame.elbow, bent));
}

Vec3 upper_arm_beside(const BodyFrame& frame, Vec3 posed) {
    return frame.arms == ArmPose::beside
               ? posed
               : frame.shoulder + raise(close(posed - frame.shoulder, inward.back()), raised.back());
}

Vec3 forearm_beside(const BodyFrame& frame, Vec3 posed) {
    return frame.arms == ArmPose::beside
               ? posed
               : frame.elbow + raise(upper_arm_beside(frame, posed) - frame.elbow, bent.back());
}

} // namespace tactus::anatomy
