#pragma once
/// What students ask to be looked at again; and, for a student, asking it.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/records/class_book.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tactus::ui {

struct ReviewsScreen {
    int first = 0;       ///< row at the top
    std::string words;   ///< of a student, being typed
    double moment_s = 0; ///< of the run, chosen by a student
};

/// Waiting ones first; pressing one opens the replay at its second.
void draw_reviews_screen(Canvas& canvas, Interaction& interaction, std::span<const records::Review> reviews,
                         ReviewsScreen& state, Commands& ask);

struct AskReviewView {
    std::string_view drill;
    double duration_s = 0;
    std::span<const double> moments_s; ///< of marks lost, to choose from
};

void draw_ask_review_screen(Canvas& canvas, Interaction& interaction, const AskReviewView& view,
                            ReviewsScreen& state, Commands& ask);

} // namespace tactus::ui
