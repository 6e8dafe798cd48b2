#pragma once
/// After the minute: stars, one tip, thanks, and a code to take home. No marks, no failing.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/widgets/qr_code.hpp"
#include "sim/scoring/score.hpp"

#include <optional>

namespace tactus::ui {

/// leaves_s: until the attract loop takes over; nullopt while the visitor has all the time. Returns the room
/// between the words and the buttons, logical pixels: negative where they overlap.
float draw_kiosk_score(Canvas& canvas, Interaction& interaction, const scoring::Score& score,
                       const QrCode& link, std::optional<double> leaves_s, Commands& ask);

} // namespace tactus::ui
