#pragma once
/// What a hand does that takes hold of a bone through the skin instead of pressing: the bony parts it can
/// take, and the force with which it moves them.

#include "sim/math/vec.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tactus::contact {

/// The bony part in the hand. The order is part of the recording format: append only, up to seven parts.
enum class Hold : std::uint8_t {
    none,        ///< the hand presses the skin with its tool
    occiput,     ///< the head at the back of the skull: bends the neck sideways
    shoulder,    ///< the acromion: glides the scapula, or keeps it where it is
    scapula,     ///< fingers hooked under the medial border: glides the scapula and lifts it off the ribs
    iliac_crest, ///< bends the lower back sideways with the pelvis
};

inline constexpr int hold_count = 5;

/// "none", "iliac_crest": the name in CSV. Pure.
std::string_view hold_name(Hold hold);
std::optional<Hold> hold_named(std::string_view name);

/// "iliac crest": the name as a person reads it. Pure.
std::string hold_words(Hold hold);

/// All names in the order of Hold: what a reader may choose from.
std::span<const std::string_view, hold_count> hold_names();

/// One hand's hold in one step.
struct HeldPart {
    Hold part = Hold::none;
    bool right = true; ///< of the client; means nothing for the occiput
    Vec3 force_n;      ///< on the bone, body frame
};

} // namespace tactus::contact
