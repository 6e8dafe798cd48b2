#pragma once
/// The staff's corner of a kiosk: the PIN, then how the kiosk is and the few things to be set. In English.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <span>
#include <string>
#include <utility>

namespace tactus::ui {

/// What was typed so far; the app checks it.
struct PinPad {
    std::string typed;
    bool wrong = false; ///< the last one was
};

/// wait_s: until a PIN may be tried, 0 = now. set: false when this kiosk has no PIN yet, so that nobody gets
/// in.
void draw_pin_screen(Canvas& canvas, Interaction& interaction, PinPad& pad, double wait_s, bool set,
                     Commands& ask);

struct StaffView {
    std::span<const std::pair<std::string, std::string>> health; ///< label and value
    std::span<const std::string> notes;                          ///< what is amiss, a sentence each
    Language language = Language::english;                       ///< for everybody who comes
    int volume_percent = 0;
};

void draw_staff_screen(Canvas& canvas, Interaction& interaction, const StaffView& view, Commands& ask);

} // namespace tactus::ui
