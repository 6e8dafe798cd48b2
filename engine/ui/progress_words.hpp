#pragma once
/// What a student's progress says in sentences, and no more than the figures bear.

#include "engine/ui/progress.hpp"

#include <string>

namespace tactus::ui {

/// "Two more runs for a trend.", "No change: less than 5 points.", "Up 14 points, levelling off near 84."
std::string trend_words(const DrillProgress& progress);

/// "Test without feedback: 2 days late", else the level and when the next test is due.
std::string standing_words(const DrillProgress& progress, std::int64_t today);

/// "due today", "1 day late", "tomorrow", "in 5 days".
std::string due_words(int days_late);

/// "3 runs, 1 practice".
std::string runs_words(const DrillProgress& progress);

/// One sentence on what to do today. Short practice on several days keeps a skill (facts 8.3: AHA 2020 on
/// resuscitation).
std::string spacing_advice(const Progress& progress);

/// Why a guest has neither level nor tests.
std::string guest_words();

} // namespace tactus::ui
