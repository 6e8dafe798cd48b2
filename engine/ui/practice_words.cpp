#include "engine/ui/practice_words.hpp"

#include "sim/drills/learning.hpp"

namespace tactus::ui {

std::string practice_note(const drills::Drill& drill, const PracticeChoice& choice,
                          const std::optional<FeedbackChoice>& feedback) {
    if (choice.practice == Practice::ladder && choice.ladder_step) {
        const auto step = static_cast<std::size_t>(*choice.ladder_step);
        const std::string which = drill.steps.size() > 1 ? "Step " + std::to_string(step + 1) + ", " +
                                                               drill.steps[step].name + ", again and again"
                                                         : std::string("The same again and again");
        return which + " in a band that narrows when you are right: practice.";
    }
    if (choice.practice == Practice::wait) {
        return "Clock and metronome wait until force and place are right: this run is practice.";
    }
    if (choice.speed < 1) {
        return "All of it slower, your hand too: this run is practice.";
    }
    if (feedback && drills::tells_more(feedback->chosen, feedback->reached)) {
        return "More feedback than the level you have reached: this run is kept as practice.";
    }
    return {};
}

std::string practice_outcome(Practice practice, const PracticeStatus& status) {
    if (practice == Practice::ladder && status.ladder) {
        return "Ladder practice: up to rung " + std::to_string(status.ladder->highest + 1) + " of " +
               std::to_string(drills::ladder_rungs) + ", " + std::to_string(status.ladder->clean) + " of " +
               std::to_string(status.ladder->passes) + " passes clean.";
    }
    return practice == Practice::wait ? "Practice with a clock that waits." : "";
}

std::string rung_words(int rung) {
    return "Rung " + std::to_string(rung + 1) + " of " + std::to_string(drills::ladder_rungs);
}

} // namespace tactus::ui
