#pragma once
/// The colours of a hand: blood under knuckles and fingertips, and the nails.

#include "engine/render/hand_digits.hpp"

namespace tactus::render {

/// Colour of a place on the hand: 1 in `nail` on a fingernail.
struct HandTint {
    Vec3 albedo;
    float nail;
};

/// base: albedo of the skin, linear. Pure.
HandTint hand_tint(const session::HandSnapshot& hand, std::span<const Digit> digits, Vec3 base,
                   Vec3 position);

} // namespace tactus::render
