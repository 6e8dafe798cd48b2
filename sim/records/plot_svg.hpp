#pragma once
/// Small plots as inline SVG for the report: text without script, sized to print on A4.

#include <optional>
#include <string>
#include <vector>

namespace tactus::records {

struct PlotPoint {
    double x = 0;
    double y = 0;
};

struct PlotBand {
    double low = 0;
    double high = 0;
};

struct LinePlot {
    std::string title; ///< plain text, escaped by the plot; also what a screen reader says
    std::string x_label;
    std::string y_label;
    double x_max = 1; ///< both axes begin at 0
    double y_max = 1;
    std::vector<PlotPoint> line;
    std::optional<PlotBand> band;  ///< the range to be in, shaded
    std::vector<PlotPoint> marked; ///< circles, numbered from 1
    std::vector<PlotPoint> dots;   ///< without numbers
    std::optional<PlotPoint> rule; ///< lines down and left from there to the axes
};

/// How many fall into each of the equal parts of 0..x_max.
struct ColumnPlot {
    std::string title;
    std::string x_label;
    double x_max = 100;
    std::vector<int> counts;
    std::optional<double> rule; ///< a line up from there: what passes
};

/// Text with the five characters that HTML gives a meaning replaced.
std::string escaped(const std::string& text);

std::string svg_line(const LinePlot& plot);

std::string svg_columns(const ColumnPlot& plot);

/// A horizontal bar of 0..100 with its name and figure in words.
std::string svg_bar(const std::string& name, std::optional<double> percent);

} // namespace tactus::records
