#pragma once
/// Which level of feedback a run will have: four buttons, and what the chosen one tells.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

namespace tactus::ui {

struct FeedbackChoice {
    drills::Feedback reached = drills::Feedback::full; ///< the student's level, or the drill's for a guest
    drills::Feedback chosen = drills::Feedback::full;
};

/// Within `rect`, from its top; returns the height used.
float draw_feedback_choice(Canvas& canvas, Interaction& interaction, const FeedbackChoice& choice,
                           const Rect& rect, Commands& ask);

} // namespace tactus::ui
