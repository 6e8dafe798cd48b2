#pragma once
/// Head, neck, arms, buttocks and legs joined to the trunk by smooth unions (look.md 1.3).

#include "sim/anatomy/body.hpp"
#include "sim/math/vec.hpp"

namespace tactus::anatomy {

/// The sizes of one body that limbs are built from. Metres and scale factors against the reference client.
struct BodyFrame {
    BodyParameters parameters;
    float stature_scale; ///< sz of look.md 1.1
    float breadth_scale; ///< sx
    float head_scale;
    float limb_scale; ///< r of look.md 1.3
    float bmi_change; ///< from the reference client
    float half_biacromial_m;
    float spine_length_m;
    float axilla_shift_m; ///< x of the spine at the axilla: scoliosis takes the axillary folds with it
    Vec3 axilla;          ///< where the fold behind the right armpit leaves the trunk; without that shift
    Vec3 shoulder;        ///< joints of the right arm
    Vec3 elbow;           ///< as it lies beside the trunk, whatever the pose
    Vec3 wrist;           ///< likewise
    ArmPose arms;
};

/// Union of the limbs with the trunk. point: any; trunk_distance: signed distance of the point to the trunk.
float join_limbs(const BodyFrame& frame, Vec3 point, float trunk_distance);

} // namespace tactus::anatomy
