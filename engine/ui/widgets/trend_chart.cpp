#include "engine/ui/widgets/trend_chart.hpp"

#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <vector>

namespace tactus::ui {

namespace {

constexpr std::size_t least_for_line = 3;
constexpr std::size_t dots_up_to = 24; ///< more of them would be a smear
constexpr float trend_inset = 8;

/// Dashes, so that it is not taken for the student's own line.
void draw_pass_line(Canvas& canvas, const Rect& rect, float y) {
    constexpr float dash = 6;
    const Colour colour = canvas.theme().text_third;
    for (float x = rect.x; x < rect.right(); x += 2 * dash) {
        canvas.line({x, y}, {std::min(x + dash, rect.right()), y}, colour, 1.2F);
    }
}

} // namespace

float trend_height_of(double score, float chart_height) {
    const float plot = chart_height - 2 * trend_inset;
    return trend_inset + plot * (1 - static_cast<float>(std::clamp(score, 0.0, 100.0) / 100));
}

void draw_trend_chart(Canvas& canvas, const TrendChart& chart, const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.fill(rect, theme.text.at(0.05F), 8);
    const Rect plot = rect.inset(trend_inset);
    const auto height_of = [&](double score) { return rect.y + trend_height_of(score, rect.height); };
    draw_pass_line(canvas, plot, height_of(chart.pass_mark));
    const auto last = static_cast<float>(std::max<std::size_t>(chart.scores.size(), 2) - 1);
    const auto place = [&](std::size_t run, double score) {
        return Vec2(plot.x + plot.width * static_cast<float>(run) / last, height_of(score));
    };
    std::vector<Vec2> line;
    std::vector<Vec2> curve;
    for (std::size_t run = 0; run < chart.scores.size(); ++run) {
        line.push_back(place(run, chart.scores[run]));
        if (chart.curve) {
            curve.push_back(place(run, chart.curve->at(static_cast<double>(run))));
        }
    }
    if (!curve.empty()) {
        canvas.polyline(curve, theme.teal.at(0.75F), 3);
    }
    if (line.size() >= least_for_line) {
        canvas.polyline(line, theme.text.at(chart.curve ? 0.65F : 0.9F), 1.6F);
    }
    for (std::size_t run = line.size() > dots_up_to ? line.size() - 1 : 0; run < line.size(); ++run) {
        canvas.dot(line[run], run + 1 == line.size() ? 4.2F : 2.8F, theme.text);
    }
}

} // namespace tactus::ui
