#include "tests/bench/plots/svg_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <stdexcept>

namespace tactus::plots {

namespace {

constexpr double width = 860;
constexpr double height = 400;
constexpr double left = 70;
constexpr double right = 260; ///< the legend stands there
constexpr double top = 40;
constexpr double bottom = 55;
constexpr double line = 18; ///< of the legend

/// Okabe and Ito's colours.
constexpr std::array<const char*, 5> palette = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#444444"};

double share(const Axis& axis, double value) {
    const double low = axis.ticks.front();
    const double high = axis.ticks.back();
    const double s = axis.logarithmic ? std::log(std::max(value, low) / low) / std::log(high / low)
                                      : (value - low) / (high - low);
    return std::clamp(s, 0.0, 1.0);
}

double across(const Chart& chart, double x) { return left + share(chart.x, x) * (width - left - right); }

double down(const Chart& chart, double y) {
    return height - bottom - share(chart.y, y) * (height - top - bottom);
}

std::string number(double x) {
    std::ostringstream out;
    out << x;
    return out.str();
}

void draw_axes(const Chart& chart, std::ostream& out) {
    for (const double tick : chart.x.ticks) {
        const double x = across(chart, tick);
        out << "<path d='M" << x << ' ' << top << 'V' << height - bottom << "' class='g'/>\n<text x='" << x
            << "' y='" << height - bottom + 18 << "' text-anchor='middle'>" << number(tick) << "</text>\n";
    }
    for (const double tick : chart.y.ticks) {
        const double y = down(chart, tick);
        out << "<path d='M" << left << ' ' << y << 'H' << width - right << "' class='g'/>\n<text x='"
            << left - 8 << "' y='" << y + 4 << "' text-anchor='end'>" << number(tick) << "</text>\n";
    }
    out << "<text x='" << 0.5 * (left + width - right) << "' y='" << height - 14 << "' text-anchor='middle'>"
        << chart.x.label << "</text>\n<text transform='translate(18 " << 0.5 * (top + height - bottom)
        << ") rotate(-90)' text-anchor='middle'>" << chart.y.label << "</text>\n<text x='" << left
        << "' y='24' class='t'>" << chart.title << "</text>\n";
}

void draw_series(const Chart& chart, const Series& series, int row, std::ostream& out) {
    const char* const colour = palette[static_cast<std::size_t>(series.colour) % palette.size()];
    const double key = width - right + 16;
    const double key_y = top + 16 + row * line;
    if (series.stroke == Stroke::dots) {
        for (const Point& p : series.points) {
            out << "<circle cx='" << across(chart, p.x) << "' cy='" << down(chart, p.y) << "' r='3.5' fill='"
                << colour << "'/>\n";
        }
        out << "<circle cx='" << key + 12 << "' cy='" << key_y - 4 << "' r='3.5' fill='" << colour << "'/>\n";
    } else {
        const char* const dash = series.stroke == Stroke::dashed ? "' stroke-dasharray='7 4" : "";
        out << "<path class='l' stroke='" << colour << dash << "' d='";
        for (std::size_t k = 0; k < series.points.size(); ++k) {
            out << (k == 0 ? 'M' : 'L') << across(chart, series.points[k].x) << ' '
                << down(chart, series.points[k].y);
        }
        out << "'/>\n<path class='l' stroke='" << colour << dash << "' d='M" << key << ' ' << key_y - 4
            << "h24'/>\n";
    }
    out << "<text x='" << key + 32 << "' y='" << key_y << "'>" << series.name << "</text>\n";
}

} // namespace

std::string svg(const Chart& chart) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(1)
        << "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 860 400' "
        << "width='860' height='400'>\n"
        << "<style>text{font:13px sans-serif;fill:#222}.t{font-weight:bold}.g{stroke:#ddd}"
        << ".l{fill:none;stroke-width:2}</style>\n<rect width='860' height='400' fill='#fff'/>\n";
    draw_axes(chart, out);
    int row = 0;
    for (const Series& series : chart.series) {
        draw_series(chart, series, row++, out);
    }
    out << "</svg>\n";
    return out.str();
}

void write_svg(const Chart& chart, const std::string& path) {
    std::ofstream file(path);
    file << svg(chart);
    if (!file) {
        throw std::runtime_error("cannot write " + path);
    }
}

} // namespace tactus::plots
