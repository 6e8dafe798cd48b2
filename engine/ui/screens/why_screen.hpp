#pragma once
/// Why did it hurt? Every answer of the client in a run, with the state and the threshold that caused it.

#include "engine/ui/client_log.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/client/client.hpp"
#include "sim/client/phrases.hpp"

#include <optional>

namespace tactus::ui {

struct WhyView {
    const client::Client& client;
    const client::Phrases& phrases;
    const ClientLog& log;
};

struct WhyScreen {
    int first = 0;                 ///< entry of the list
    std::optional<double> look_at; ///< a moment of the run, asked for in this frame
};

/// True when it was closed in this frame.
bool draw_why_screen(Canvas& canvas, Interaction& interaction, const WhyView& view, WhyScreen& state);

} // namespace tactus::ui
