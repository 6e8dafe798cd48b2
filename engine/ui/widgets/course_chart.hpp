#pragma once
/// Pain over weeks, 0-10: lines by day, and ticks where there was a visit.

#include "engine/ui/canvas.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace tactus::ui {

/// One value a day from day 0.
struct CourseLine {
    std::span<const double> pain; ///< 0-10
    std::string_view words;
    Colour colour;
    float thickness = 2;
};

struct CourseChart {
    std::vector<CourseLine> lines;
    std::span<const double> visits; ///< days
    int days = 56;                  ///< that the chart is wide
};

void draw_course_chart(Canvas& canvas, const CourseChart& chart, const Rect& rect);

} // namespace tactus::ui
