#pragma once
/// The colours of a hand: blood under knuckles and fingertips, and the nails.

#include "engine/render/hand_digits.hpp"

namespace tactus::render {

/// Colour of a place on the hand: 1 in `nail` on a fingernail.
struct HandTint {
    Vec3 albedo;
    float nail;
};

/// What a hand is coloured with.
struct HandPaint {
    Vec3 skin;   ///< linear albedo
    float nails; ///< 1 = in full colour and shine .. 0 = like skin
};

/// Pure.
HandTint hand_tint(const session::HandSnapshot& hand, std::span<const Digit> digits, const HandPaint& paint,
                   Vec3 position);

} // namespace tactus::render
