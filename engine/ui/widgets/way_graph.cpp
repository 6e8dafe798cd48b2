#include "engine/ui/widgets/way_graph.hpp"

#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace tactus::ui {

namespace {

/// A round number of the unit at or above `value`: 1, 2 or 5 times a power of ten.
float round_top(float value) {
    const float decade = std::pow(10.0F, std::floor(std::log10(std::max(value, 0.1F))));
    for (const float step : {1.0F, 2.0F, 5.0F}) {
        if (value <= step * decade) {
            return step * decade;
        }
    }
    return 10 * decade;
}

float largest(const strokes::StrokeTrace* stroke, float strokes::StrokePoint::*value) {
    float most = 0;
    if (stroke != nullptr) {
        for (const strokes::StrokePoint& point : stroke->points) {
            most = std::max(most, point.*value);
        }
    }
    return most;
}

} // namespace

void way_graph(Canvas& canvas, const Rect& rect, const WayGraph& graph) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y - 22}, Face::body, theme.text_second, graph.title);
    canvas.text({rect.right(), rect.y - 22}, Face::body_strong, theme.text, graph.aside, Align::right);
    canvas.fill(rect, theme.text.at(0.055F), 8);
    if (graph.own == nullptr) {
        return;
    }
    const float most = std::max(largest(graph.own, graph.value), largest(graph.other, graph.value));
    const float top = round_top(std::max(most * graph.factor, graph.band.high) * 1.05F);
    const double length_m =
        std::max({graph.own->length_m(), graph.other != nullptr ? graph.other->length_m() : 0, 0.01});
    const auto place = [&](double way_m, float value) {
        return Vec2(rect.x + rect.width * static_cast<float>(way_m / length_m),
                    rect.bottom() - rect.height * std::clamp(value / top, 0.0F, 1.0F));
    };
    if (graph.band.high > graph.band.low) {
        const float y = place(0, graph.band.high).y;
        canvas.fill({rect.x, y, rect.width, place(0, graph.band.low).y - y}, theme.teal.at(0.20F), 2);
    }
    const auto line = [&](const strokes::StrokeTrace& stroke) {
        std::vector<Vec2> points;
        points.reserve(stroke.points.size());
        for (const strokes::StrokePoint& point : stroke.points) {
            points.push_back(place(point.way_m, graph.factor * (point.*graph.value)));
        }
        return points;
    };
    if (graph.other != nullptr) {
        const std::vector<Vec2> points = line(*graph.other);
        for (std::size_t index = 0; index + 1 < points.size(); index += 3) { // two drawn, one left out
            canvas.polyline(std::span(points).subspan(index, std::min<std::size_t>(3, points.size() - index)),
                            theme.amber, 2);
            ++index;
        }
    }
    canvas.polyline(line(*graph.own), theme.text, 2);
    canvas.text({rect.x + 6, rect.y + 4}, Face::caption, theme.text_third, rounded(top));
    canvas.text({rect.right() - 6, rect.bottom() - 20}, Face::caption, theme.text_third,
                rounded(100 * length_m) + " cm", Align::right);
}

} // namespace tactus::ui
