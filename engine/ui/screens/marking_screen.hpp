#pragma once
/// One student's exam: what was measured beside what the instructor ticks, the impression, the grade, and
/// everything that was said of it.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/exams/standing.hpp"
#include "sim/records/class_book.hpp"
#include "sim/records/lost_marks.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::ui {

/// An attempt with what its result says.
struct MarkedAttempt {
    records::Attempt attempt;
    std::vector<records::LostMark> lost;
    std::vector<records::Review> reviews;
};

struct MarkingView {
    const exams::Exam& exam;
    std::string_view student;
    std::string_view profile;
    const exams::Standing& standing;
    std::span<const MarkedAttempt> attempts; ///< as in standing
    std::span<const exams::Mark> marks;
    std::string_view said;
};

struct MarkingScreen {
    std::size_t attempt = 1000; ///< looked at; past the end = the newest
    std::string comment;        ///< the three below are being typed
    std::string grade;
    std::string reason;
    std::string answer; ///< to the review that waits
    int first_event = 0;
};

void draw_marking_screen(Canvas& canvas, Interaction& interaction, const MarkingView& view,
                         MarkingScreen& state, Commands& ask);

/// The measured side of it: groups, marks lost with their moments, reviews.
void draw_measured(Canvas& canvas, Interaction& interaction, const MarkingView& view,
                   const MarkedAttempt& shown, MarkingScreen& state, const Rect& rect, Commands& ask);

} // namespace tactus::ui
