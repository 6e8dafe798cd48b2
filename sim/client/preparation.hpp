#pragma once
/// What a therapist chooses before and during a session beside the strokes: position, bolsters, room, and
/// what to do when something happens (facts 5.3, adaptations).

#include <optional>
#include <span>
#include <string_view>

namespace tactus::client {

/// One choice, as files and events name it and as a button says it.
struct Choice {
    std::string_view id;    ///< "side_lying"
    std::string_view words; ///< "Side-lying, a pillow between the knees"
};

/// How the client may lie; one at a time, "prone" until another is chosen.
std::span<const Choice> positions();

/// What may be prepared; any number.
std::span<const Choice> adaptations();

/// How high the table stands, in events as one of what is prepared; the first unless another is chosen.
std::span<const Choice> table_heights();

/// What may be done at any moment of a session: "stop", "sit_up".
std::span<const Choice> actions();

/// Of any of these; nullptr = no such choice.
const Choice* choice_named(std::span<const Choice> choices, std::string_view id);

} // namespace tactus::client
