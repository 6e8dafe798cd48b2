#pragma once
/// The talk before a session: questions in the student's order, the client's answers, the sore places painted
/// on the real back, notes, and the way to the decision.

#include "engine/ui/commands.hpp"
#include "engine/ui/intake.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/widgets/pain_chart.hpp"
#include "sim/client/client.hpp"
#include "sim/client/questionnaire.hpp"

#include <optional>
#include <span>

namespace tactus::ui {

struct IntakeView {
    const client::Client& client;
    const client::Questionnaire& questions;
    std::span<const PainSpot> spots;   ///< the marks of the intake where they stand on the screen
    std::optional<Vec2> pointed;       ///< u, v under the pointer; none off the back
    double at_s = 0;                   ///< since the talk began
    std::optional<double> left_s = {}; ///< of a card with a time of its own
    std::string_view card;             ///< "Card 2 of 6"; "" = none
    bool guided = true;                ///< what the answers add up to is shown
};

struct IntakeScreen {
    client::QuestionKind shown = client::QuestionKind::universal;
    int first = 0;         ///< question of the list
    float scrolled = 0;    ///< back from the end of the talk
    int pain = 5;          ///< of the next mark
    bool deciding = false; ///< the decision's card lies over the talk
};

/// Where the sheet ends: right of it the client is seen and can be marked.
float intake_sheet_right(const Canvas& canvas);

void draw_intake_screen(Canvas& canvas, Interaction& interaction, const IntakeView& view, Intake& intake,
                        IntakeScreen& state, Commands& ask);

} // namespace tactus::ui
