#pragma once
/// Treat, adapt or refer, how soon, and the words in which the client is told.

#include "engine/ui/interaction.hpp"
#include "sim/client/client.hpp"
#include "sim/client/wording.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::ui {

struct DecisionScreen {
    std::optional<client::Urgency> urgency;
    std::string wording; ///< id; "" = none chosen yet
};

/// What became of the card in this frame.
enum class DecisionOutcome { open, told, put_off };

/// Lies over whatever is drawn. Once it is told, both fields of the state are set.
DecisionOutcome draw_decision_screen(Canvas& canvas, Interaction& interaction, const client::Client& client,
                                     const std::vector<client::Wording>& wordings, DecisionScreen& state);

} // namespace tactus::ui
