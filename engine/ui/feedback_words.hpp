#pragma once
/// The four levels of feedback in words for a student.

#include "sim/drills/drill.hpp"

#include <string_view>

namespace tactus::ui {

/// "Full", "In or out", "Afterwards", "None".
std::string_view feedback_title(drills::Feedback feedback);

/// What the screen tells with it, in a sentence.
std::string_view feedback_meaning(drills::Feedback feedback);

} // namespace tactus::ui
