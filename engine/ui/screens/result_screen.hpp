#pragma once
/// What a run was worth: score, three bars with a fact each, pressure over time, marks lost with advice, what
/// next.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/widgets/force_graph.hpp"
#include "sim/client/client.hpp"
#include "sim/drills/drill.hpp"
#include "sim/drills/ladder.hpp"
#include "sim/scoring/score.hpp"

#include <optional>
#include <span>
#include <string>

namespace tactus::ui {

struct ResultView {
    const drills::Drill& drill;
    const client::Client& client;
    const scoring::Score& score;
    double duration_s = 0;
    std::optional<double> best; ///< earlier best on this drill
    std::span<const ForcePoint> force;
    float pain_peak = 0;
    float tension_before = 0;
    float tension_after = 0;
    bool graded = true;
    bool comparable = false; ///< it was kept, so that it can be laid beside another run
    bool trial = false;      ///< of a drill in the editor, to which the card leads back
    drills::Feedback feedback = drills::Feedback::full; ///< with none of it the card gives only the score
    bool exam = false;                                  ///< of a class: not tried again from here
    bool reviewable = false; ///< kept under a student's name: the instructor can be asked
    std::optional<drills::LadderState>
        ladder;             ///< of ladder practice: how far up it went, in place of a score
    bool bruised = false;   ///< an hour later the skin shows a bruise, which can be looked at
    std::string note;       ///< why not graded, or what was not resolved; may be empty
    std::string recording;  ///< where it was saved
    std::string force_from; ///< where its newtons came from, in a sentence
};

struct ResultScreen {
    float scrolled = 0;                 ///< logical pixels of the list of marks lost
    std::optional<double> watch_from_s; ///< a moment was pressed in this frame
};

void draw_result_screen(Canvas& canvas, Interaction& interaction, const ResultView& view, ResultScreen& state,
                        Commands& ask);

/// One factual sentence for a group: its costliest reason, or that nothing was lost.
std::string group_fact(const scoring::Score& score, scoring::Group group);

} // namespace tactus::ui
