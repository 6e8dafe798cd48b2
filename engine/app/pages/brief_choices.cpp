#include "engine/app/pages/brief_choices.hpp"

#include "engine/ui/feedback_words.hpp"
#include "engine/ui/screens/brief_screen.hpp"
#include "sim/drills/ladder.hpp"

namespace tactus::app {

void BriefChoices::begin(drills::Feedback reached) {
    *this = {};
    reached_ = reached;
}

void BriefChoices::choose(const ui::ChoosePractice& chosen) {
    practice_ = chosen.practice;
    ladder_step_ = chosen.ladder_step;
}

ui::FeedbackChoice BriefChoices::feedback() const {
    return {.reached = reached_, .chosen = feedback_.value_or(reached_)};
}

ui::PracticeChoice BriefChoices::practice(const drills::Drill& drill) const {
    return {
        .practice = practice_, .speed = speed_, .ladder_step = drills::step_for_ladder(drill, ladder_step_)};
}

void BriefChoices::draw(ui::Canvas& canvas, ui::Interaction& interaction, const BriefTerms& terms,
                        ui::Commands& ask) const {
    ui::draw_brief_screen(canvas, interaction,
                          {.drill = terms.drill,
                           .client = terms.client,
                           .feedback = terms.examined ? std::nullopt : std::optional(feedback()),
                           .practice = terms.examined ? std::nullopt : std::optional(practice(terms.drill)),
                           .note = terms.note},
                          ask);
}

std::string BriefChoices::change_to(drills::Feedback now) const {
    if (now == reached_) {
        return {};
    }
    const std::string level = "feedback from the next run on: " + std::string(ui::feedback_title(now)) + ".";
    return (drills::tells_more(now, reached_) ? "A step back, " : "Two passes in a row, ") + level;
}

RunPolicy BriefChoices::policy() const {
    return practised(drill_policy(reached_, feedback_.value_or(reached_), speed_), practice_, ladder_step_);
}

} // namespace tactus::app
