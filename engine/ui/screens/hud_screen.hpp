#pragma once
/// A run under way: panels in the outer thirds, signs on the body, never anything over the back.

#include "engine/ui/canvas.hpp"
#include "engine/ui/coach.hpp"
#include "engine/ui/panels/flow_panel.hpp"
#include "engine/ui/panels/pressure_panel.hpp"
#include "engine/ui/run_view.hpp"

namespace tactus::ui {

struct HudScreen {
    PressurePanel pressure;
    FlowPanel flow;
    Coach coach;
    Rect layers; ///< where the panel of layers stands, beside what the last frame drew
};

void draw_hud_screen(Canvas& canvas, const RunView& view, HudScreen& state);

/// 3-2-1 before a run. left_s: seconds until it begins.
void draw_countdown(Canvas& canvas, double left_s, std::string_view instruction);

} // namespace tactus::ui
