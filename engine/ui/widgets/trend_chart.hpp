#pragma once
/// Scores run by run over the line to pass, and the curve through them.

#include "engine/ui/canvas.hpp"
#include "sim/drills/learning_curve.hpp"

#include <optional>
#include <span>

namespace tactus::ui {

struct TrendChart {
    std::span<const double> scores; ///< 0..100, oldest first
    double pass_mark = 75;
    std::optional<drills::LearningCurve> curve;
};

/// Where a score stands in a chart of that height, from its top.
float trend_height_of(double score, float chart_height);

/// Two runs are two dots: a line is drawn from three on.
void draw_trend_chart(Canvas& canvas, const TrendChart& chart, const Rect& rect);

} // namespace tactus::ui
