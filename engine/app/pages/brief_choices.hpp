#pragma once
/// How a drill is to be done: what its brief offers, and what was chosen there.

#include "engine/app/session/run_policy.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/panels/feedback_panel.hpp"
#include "sim/client/client.hpp"

#include <string>

namespace tactus::app {

/// A brief as it stands on the screen.
struct BriefTerms {
    const drills::Drill& drill;
    const client::Client& client;
    bool examined = false; ///< the station chooses, not the student
    std::string note;      ///< how well this computer solves the tissue
};

class BriefChoices {
public:
    /// Of another drill, at which the student has reached that level of feedback: nothing is chosen.
    void begin(drills::Feedback reached);

    void choose(const ui::ChooseFeedback& chosen) { feedback_ = chosen.feedback; }

    void choose(const ui::ChooseSpeed& chosen) { speed_ = chosen.speed; }

    void choose(const ui::ChoosePractice& chosen);

    /// The level has changed since, by a run.
    void set_reached(drills::Feedback reached) { reached_ = reached; }

    [[nodiscard]] drills::Feedback reached() const { return reached_; }

    [[nodiscard]] ui::FeedbackChoice feedback() const;
    [[nodiscard]] ui::PracticeChoice practice(const drills::Drill& drill) const;

    void draw(ui::Canvas& canvas, ui::Interaction& interaction, const BriefTerms& terms,
              ui::Commands& ask) const;

    /// What it changes that the student is at that level now, in a sentence; empty = nothing.
    [[nodiscard]] std::string change_to(drills::Feedback now) const;

    /// A run of the drill as it was chosen.
    [[nodiscard]] RunPolicy policy() const;

private:
    drills::Feedback reached_ = drills::Feedback::full;
    std::optional<drills::Feedback> feedback_; ///< nullopt = as reached
    double speed_ = 1;
    ui::Practice practice_ = ui::Practice::whole;
    int ladder_step_ = 0;
};

} // namespace tactus::app
