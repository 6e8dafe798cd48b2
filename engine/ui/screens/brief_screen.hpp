#pragma once
/// Before a drill: its goal, what is measured, who lies there, how much feedback there will be, how to use
/// the mouse. Space starts.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/panels/feedback_panel.hpp"
#include "sim/client/client.hpp"
#include "sim/drills/drill.hpp"

#include <optional>
#include <string_view>

namespace tactus::ui {

struct BriefView {
    const drills::Drill& drill;
    const client::Client& client;
    std::optional<FeedbackChoice> feedback; ///< nullopt = an exam, which has none
    std::optional<PracticeChoice> practice; ///< nullopt = an exam: as it is
    std::string_view note; ///< how well this computer solves the tissue, or what start will wait for
    std::string_view exam; ///< its title; "" = no exam of a class
};

void draw_brief_screen(Canvas& canvas, Interaction& interaction, const BriefView& view, Commands& ask);

} // namespace tactus::ui
