#pragma once

/// A line chart as SVG text: axes, ticks, a legend. No more than the tissue's page needs.

#include <string>
#include <vector>

namespace tactus::plots {

struct Point {
    double x;
    double y;
};

enum class Stroke { solid, dashed, dots };

struct Series {
    std::string name;
    std::vector<Point> points;
    Stroke stroke = Stroke::solid;
    int colour = 0; ///< of a palette that colour-blind readers can tell apart, 0..4
};

struct Axis {
    std::string label;
    std::vector<double> ticks; ///< rising; first and last bound the chart
    bool logarithmic = false;
};

struct Chart {
    std::string title;
    Axis x;
    Axis y;
    std::vector<Series> series;
};

/// The chart as an SVG document of 860 x 400. Points outside the axes are cut off at them.
std::string svg(const Chart& chart);

/// Writes it; throws std::runtime_error when the file cannot be written.
void write_svg(const Chart& chart, const std::string& path);

} // namespace tactus::plots
