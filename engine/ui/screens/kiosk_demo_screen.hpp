#pragma once
/// A visitor's minute: one cue at a time, the force at the hand, what the client says. Nothing else.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "engine/ui/panels/pressure_panel.hpp"
#include "engine/ui/run_view.hpp"

#include <optional>

namespace tactus::ui {

struct KioskDemo {
    PressurePanel pressure;
};

/// countdown_s: until the run begins; nullopt = it is under way.
void draw_kiosk_demo(Canvas& canvas, Interaction& interaction, const RunView& view,
                     std::optional<double> countdown_s, KioskDemo& state, Commands& ask);

/// While the client lies down.
void draw_kiosk_waits(Canvas& canvas);

/// "Still there?" with seconds to go.
void draw_still_there(Canvas& canvas, double left_s);

/// Which of the cues a step is, from 1, and of how many: steps that ask for work count. 0: before the first.
struct CueNumber {
    int number;
    int of;
};

CueNumber cue_of(const drills::Drill& drill, int step);

} // namespace tactus::ui
