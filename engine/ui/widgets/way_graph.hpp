#pragma once
/// A value along the way of a stroke, of two strokes at once: one solid, one dashed.

#include "engine/ui/canvas.hpp"
#include "sim/replay/run_trace.hpp"
#include "sim/scoring/task.hpp"

#include <string_view>

namespace tactus::ui {

struct WayGraph {
    std::string_view title; ///< "Force along the way, N"
    const strokes::StrokeTrace* own = nullptr;
    const strokes::StrokeTrace* other = nullptr; ///< null = none
    float strokes::StrokePoint::*value = &strokes::StrokePoint::force_n;
    float factor = 1;       ///< from SI to the unit in the title
    scoring::Band band;     ///< in that unit; low == high: none
    std::string_view aside; ///< at the right above it
};

void way_graph(Canvas& canvas, const Rect& rect, const WayGraph& graph);

} // namespace tactus::ui
