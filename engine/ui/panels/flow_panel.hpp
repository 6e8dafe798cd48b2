#pragma once
/// How the strokes go: speed over the last ten seconds against its band, rhythm, coverage.

#include "engine/ui/canvas.hpp"
#include "engine/ui/run_view.hpp"

#include <deque>

namespace tactus::ui {

struct FlowPanel {
    struct Sample {
        double t_s;
        float speed_m_s;
    };

    std::deque<Sample> speed;    ///< of the last ten seconds
    std::deque<float> periods_s; ///< of the last eight strokes
    int strokes_seen = 0;
    double part_at_s = -1e9;
    std::string untouched;
};

/// Of the last eight strokes, how many kept within 15 % of their median period.
int steady_strokes(const std::deque<float>& periods_s);

/// Takes in one frame.
void watch_flow(const RunView& view, FlowPanel& state);

float flow_panel_height(const RunView& view);

Rect draw_flow_panel(Canvas& canvas, const RunView& view, FlowPanel& state, Vec2 at);

} // namespace tactus::ui
