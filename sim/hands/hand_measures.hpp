#pragma once
/// The lengths of a hand of hand_length_m, as look.md 2.4 draws it. Millimetres from the wrist: lateral (away
/// from the thumb), forward; fingers index, middle, ring, little.

#include "sim/math/transcendental.hpp"

#include <array>
#include <cstddef>

namespace tactus::hands {

inline constexpr float mm = 0.001F;
inline constexpr auto degree = static_cast<float>(math::pi / 180.0);

inline constexpr std::size_t fingers = 4;
inline constexpr std::array<float, fingers> knuckle_lateral_mm{-27, -7, 12, 29};
inline constexpr std::array<float, fingers> knuckle_forward_mm{93, 98, 92, 80};

/// Proximal, middle and distal phalanx of each finger.
inline constexpr std::array<std::array<float, 3>, fingers> phalanx_mm{
    {{44, 26, 21}, {48, 30, 22}, {44, 28, 22}, {35, 21, 19}}};

/// Of the resting fingers, away from the thumb.
inline constexpr std::array<float, fingers> fan_rad{-0.10F, -0.02F, 0.06F, 0.15F};

/// Spread fingers fan out to this many times the resting fan.
inline constexpr float widest_fan = 2.5F;

/// Bases of the metacarpals: forward, and their share of the knuckles' lateral.
inline constexpr float base_forward_mm = 16;
inline constexpr float base_lateral_share = 0.55F;

/// Metacarpal, proximal and distal phalanx of the thumb.
inline constexpr std::array<float, 3> thumb_mm{44, 33.5F, 24.5F};

} // namespace tactus::hands
