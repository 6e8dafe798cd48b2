#pragma once
/// After a carousel: each client with what was decided, what was right, and the marks.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/client/urgency.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::ui {

struct CardRow {
    std::string client;
    std::string condition; ///< as the case calls it, told only now
    std::optional<client::Urgency> decided;
    client::Urgency right = client::Urgency::treat;
    double marks = 0;
    bool failed = false;
    std::string next_time;
};

/// Mean of the cards' marks; 0 without cards.
double carousel_marks(const std::vector<CardRow>& rows);

void draw_carousel_screen(Canvas& canvas, Interaction& interaction, const std::string& drill,
                          const std::vector<CardRow>& rows, Commands& ask);

} // namespace tactus::ui
