#pragma once
/// Where the shoulder blade lies, for the relief over it and for the bone alike. Reference metres of the male
/// at 1.756 m: x lateral of the spine, y caudal of C7 (facts 4.1; the prone inferior angle lies at T8-T9).

#include "sim/math/interpolation.hpp"
#include "sim/math/vec.hpp"

namespace tactus::anatomy {

/// Reference half biacromial breadth and spine length: u = x / the one, v = y / the other.
inline constexpr float reference_half_biacromial_m = 0.208F;
inline constexpr float reference_spine_length_m = 0.456F;

inline constexpr float scapula_top_y = 0.041F;    ///< superior angle, T2
inline constexpr float scapula_bottom_y = 0.200F; ///< inferior angle
inline constexpr float scapula_root_y = 0.065F;   ///< where the spine of the scapula begins, T3
inline constexpr float acromion_x = 0.204F;       ///< lateral end of the acromion

/// x of the medial border: it leaves the spine downward, in a gentle arc.
inline float medial_border_x(float y) {
    const float t = (y - scapula_top_y) / (scapula_bottom_y - scapula_top_y);
    return 0.0690F + 0.0060F * t + 0.0125F * t * t;
}

/// y of the crest of the scapular spine between the medial border and the acromion: it climbs outward and
/// arches a little.
inline float scapular_crest_y(float x) {
    const float t = (x - 0.072F) / (acromion_x - 0.072F);
    return scapula_root_y - 0.0095F * t - 0.0100F * t * (1 - t);
}

} // namespace tactus::anatomy
