#pragma once
/// The fingers and the thumb of a hand of capsules, each phalanx with its own directions: knuckles, nails and
/// folds lie on its back however the finger is bent.

#include "sim/hands/hand_bones.hpp"
#include "sim/session/snapshot.hpp"

#include <array>
#include <span>

namespace tactus::render {

/// One phalanx: its capsule, and unit directions along it toward the tip and out of its back.
struct Phalanx {
    contact::Capsule capsule;
    Vec3 along;
    Vec3 back;
    float length_m;
};

/// Phalanges from the palm to the tip.
struct Digit {
    std::array<Phalanx, 3> phalanx;
    int count; ///< two for the thumb, whose metacarpal is part of the palm

    [[nodiscard]] std::span<const Phalanx> phalanges() const {
        return std::span(phalanx).first(static_cast<std::size_t>(count));
    }
};

inline constexpr std::size_t digit_count = 5;

/// Index, middle, ring, little finger, thumb. hand: has all bones. Pure.
std::array<Digit, digit_count> digits_of(const session::HandSnapshot& hand);

/// Out of the back of the hand, unit: the fist and the knuckles have it at their side. Pure.
Vec3 back_of_hand(const session::HandSnapshot& hand);

/// Where a place lies on the nearest digit, unrolled from the line of its back.
struct DigitPlace {
    float distance_m; ///< to the capsule
    float along_m;    ///< past the first joint within the digit, toward the tip
    float around_m;   ///< from the line of the back, along the skin
    float fold;       ///< 0..1: how much the skin over a joint is folded, on its back
};

DigitPlace place_on(std::span<const Digit> digits, Vec3 point);

/// Height of the skin over the capsule of one phalanx: joints are wide and bony, the shafts between them
/// waisted on the back and padded on the palm's side. Metres, within 1.5 mm.
float phalanx_relief_m(const Phalanx& phalanx, bool last, Vec3 point);

} // namespace tactus::render
