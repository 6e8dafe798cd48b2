#include "sim/records/plot_svg.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace tactus::records {
namespace {

constexpr double width = 640;
constexpr double height = 180;
constexpr double left = 46;
constexpr double bottom = 150;
constexpr double top = 12;
constexpr double right = 628;

double across(const LinePlot& plot, double x) {
    return left + (right - left) * std::clamp(x / plot.x_max, 0.0, 1.0);
}

double up(const LinePlot& plot, double y) {
    return bottom - (bottom - top) * std::clamp(y / plot.y_max, 0.0, 1.0);
}

void write_axes(const LinePlot& plot, std::ostream& svg) {
    svg << "<path class=\"axis\" d=\"M" << left << ' ' << top << 'V' << bottom << 'H' << right << "\"/>";
    for (const double part : {0.0, 0.5, 1.0}) {
        svg << "<text text-anchor=\"end\" x=\"" << left - 5 << "\" y=\"" << up(plot, part * plot.y_max) + 4
            << "\">" << part * plot.y_max << "</text><text text-anchor=\"middle\" x=\""
            << across(plot, part * plot.x_max) << "\" y=\"" << bottom + 14 << "\">" << part * plot.x_max
            << "</text>";
    }
    svg << "<text x=\"" << left + 6 << "\" y=\"" << top + 4 << "\">" << escaped(plot.y_label)
        << "</text><text text-anchor=\"end\" x=\"" << right << "\" y=\"" << bottom + 27 << "\">"
        << escaped(plot.x_label) << "</text>";
}

} // namespace

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string svg_line(const LinePlot& plot) {
    std::ostringstream svg;
    svg << std::fixed << std::setprecision(1) << "<svg role=\"img\" viewBox=\"0 0 " << width << ' ' << height
        << "\"><title>" << escaped(plot.title) << "</title>";
    if (plot.band) {
        const double high = up(plot, plot.band->high);
        svg << "<rect class=\"band\" x=\"" << left << "\" y=\"" << high << "\" width=\"" << right - left
            << "\" height=\"" << up(plot, plot.band->low) - high << "\"/>";
    }
    write_axes(plot, svg);
    svg << "<polyline class=\"line\" points=\"";
    for (const PlotPoint& point : plot.line) {
        svg << across(plot, point.x) << ',' << up(plot, point.y) << ' ';
    }
    svg << "\"/>";
    int number = 0;
    for (const PlotPoint& point : plot.marked) {
        svg << "<circle class=\"mark\" r=\"3.5\" cx=\"" << across(plot, point.x) << "\" cy=\""
            << up(plot, point.y) << "\"/><text text-anchor=\"middle\" x=\"" << across(plot, point.x)
            << "\" y=\"" << up(plot, point.y) - 6 << "\">" << ++number << "</text>";
    }
    for (const PlotPoint& point : plot.dots) {
        svg << "<circle class=\"dot\" r=\"4\" cx=\"" << across(plot, point.x) << "\" cy=\""
            << up(plot, point.y) << "\"/>";
    }
    if (plot.rule) {
        svg << "<path class=\"rule\" fill=\"none\" d=\"M" << left << ' ' << up(plot, plot.rule->y) << 'H'
            << across(plot, plot.rule->x) << 'V' << bottom << "\"/>";
    }
    svg << "</svg>\n";
    return svg.str();
}

std::string svg_columns(const ColumnPlot& plot) {
    const int most = plot.counts.empty() ? 1 : std::max(1, *std::ranges::max_element(plot.counts));
    const LinePlot axes{.title = {},
                        .x_label = plot.x_label,
                        .y_label = "how many",
                        .x_max = plot.x_max,
                        .y_max = static_cast<double>(most)};
    std::ostringstream svg;
    svg << std::fixed << std::setprecision(1) << "<svg role=\"img\" viewBox=\"0 0 " << width << ' ' << height
        << "\"><title>" << escaped(plot.title) << "</title>";
    write_axes(axes, svg);
    const double step = plot.x_max / static_cast<double>(plot.counts.size());
    for (std::size_t k = 0; k < plot.counts.size(); ++k) {
        const double high = up(axes, plot.counts[k]);
        svg << "<rect class=\"fill\" x=\"" << across(axes, static_cast<double>(k) * step) + 2 << "\" y=\""
            << high << "\" width=\"" << across(axes, step) - left - 4 << "\" height=\"" << bottom - high
            << "\"/>";
    }
    if (plot.rule) {
        svg << "<path class=\"rule\" d=\"M" << across(axes, *plot.rule) << ' ' << top << 'V' << bottom
            << "\"/>";
    }
    svg << "</svg>\n";
    return svg.str();
}

std::string svg_bar(const std::string& name, std::optional<double> percent) {
    std::ostringstream svg;
    svg << std::fixed << std::setprecision(0)
        << "<svg class=\"bar\" role=\"img\" viewBox=\"0 0 640 20\"><text x=\"0\" y=\"14\">" << escaped(name)
        << "</text><rect class=\"trough\" x=\"110\" y=\"4\" width=\"450\" height=\"12\"/>";
    if (percent) {
        svg << "<rect class=\"fill\" x=\"110\" y=\"4\" width=\"" << 4.5 * std::clamp(*percent, 0.0, 100.0)
            << "\" height=\"12\"/><text x=\"568\" y=\"14\">" << *percent << "</text>";
    } else {
        svg << "<text x=\"568\" y=\"14\">not measured</text>";
    }
    svg << "</svg>\n";
    return svg.str();
}

} // namespace tactus::records
