#pragma once
/// The massage table and its face cradle as implicit surfaces. Metres, body frame; the table top is y = 0.

#include "sim/math/vec.hpp"

namespace tactus::render {

inline constexpr float table_half_width_m = 0.37F;
inline constexpr float table_head_z_m = -0.16F;
inline constexpr float table_foot_z_m = 1.80F;
inline constexpr float floor_y_m = -0.74F;

/// The cushion and its frame from one z to another; the legs, thin and straight, are added as a mesh.
float table_distance(Vec3 point, float head_z_m = table_head_z_m, float foot_z_m = table_foot_z_m);

/// The ring under the face, at the head end.
float cradle_distance(Vec3 point);

} // namespace tactus::render
