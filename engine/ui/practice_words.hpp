#pragma once
/// Practice that is never graded, in words for a student.

#include "engine/ui/panels/feedback_panel.hpp"
#include "engine/ui/practice.hpp"
#include "sim/drills/drill.hpp"

#include <optional>
#include <string>

namespace tactus::ui {

/// What makes practice of the run that a brief would start, in a sentence or two; empty = it will be graded.
std::string practice_note(const drills::Drill& drill, const PracticeChoice& choice,
                          const std::optional<FeedbackChoice>& feedback);

/// What a card says of it afterwards; empty for a whole drill.
std::string practice_outcome(Practice practice, const PracticeStatus& status);

/// "Rung 3 of 8".
std::string rung_words(int rung);

} // namespace tactus::ui
