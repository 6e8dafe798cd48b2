#include "sim/strokes/arc_length.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::strokes {

namespace {

/// Share 0..1 of the step from `before` to `after` at which `value` lies.
double share_between(double before, double after, double value) {
    return after > before ? std::clamp((value - before) / (after - before), 0.0, 1.0) : 1.0;
}

} // namespace

double StrokeTrace::share_at(double t_s) const {
    const auto next =
        std::ranges::lower_bound(points, t_s, {}, [](const StrokePoint& point) { return double{point.t_s}; });
    if (points.size() < 2 || next == points.begin()) {
        return 0;
    }
    if (next == points.end()) {
        return 1;
    }
    const auto index = static_cast<double>(next - points.begin() - 1);
    return (index + share_between((next - 1)->t_s, next->t_s, t_s)) / static_cast<double>(points.size() - 1);
}

double StrokeTrace::time_at(double share) const {
    if (points.empty()) {
        return 0;
    }
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(points.size() - 1);
    const auto index = std::min(static_cast<std::size_t>(place), points.size() - 1);
    const StrokePoint& before = points[index];
    const StrokePoint& after = points[std::min(index + 1, points.size() - 1)];
    return before.t_s + (place - static_cast<double>(index)) * (after.t_s - before.t_s);
}

std::vector<double> by_arc_length(std::span<const double> way_m, std::span<const double> values,
                                  std::size_t count) {
    std::vector<double> even(count, values.empty() ? 0.0 : values.front());
    if (values.empty() || way_m.back() <= way_m.front()) {
        return even;
    }
    const double length_m = way_m.back() - way_m.front();
    std::size_t at = 0;
    for (std::size_t index = 0; index < count; ++index) {
        const double wanted_m =
            way_m.front() + length_m * static_cast<double>(index) / static_cast<double>(count - 1);
        while (at + 2 < way_m.size() && way_m[at + 1] < wanted_m) {
            ++at;
        }
        const double share = share_between(way_m[at], way_m[at + 1], wanted_m);
        even[index] = values[at] + share * (values[at + 1] - values[at]);
    }
    return even;
}

StrokeTrace trace_stroke(std::span<const TraceSample> samples, const Stroke& stroke) {
    const auto side = static_cast<std::size_t>(stroke.hand);
    const std::vector<double> speed = speed_profile(samples, stroke);
    std::vector<double> way_m(speed.size(), 0.0);
    for (std::size_t index = 1; index < speed.size(); ++index) {
        way_m[index] = way_m[index - 1] + 0.5 * (speed[index - 1] + speed[index]) * trace_interval_s;
    }
    const auto even = [&](auto value_of) {
        std::vector<double> values;
        values.reserve(speed.size());
        for (std::size_t index = stroke.begin; index < stroke.end; ++index) {
            values.push_back(value_of(samples[index]));
        }
        return by_arc_length(way_m, values, stroke_points);
    };
    const std::vector<double> t_s = even([](const TraceSample& sample) { return sample.t_s; });
    const std::vector<double> force =
        even([&](const TraceSample& sample) { return double{sample.hands[side].force_n}; });
    const std::vector<double> across =
        even([&](const TraceSample& sample) { return double{sample.hands[side].place_m.x}; });
    const std::vector<double> along =
        even([&](const TraceSample& sample) { return double{sample.hands[side].place_m.y}; });
    const std::vector<double> pace = by_arc_length(way_m, speed, stroke_points);
    StrokeTrace trace{.hand = stroke.hand,
                      .step = samples[stroke.begin + (stroke.end - stroke.begin) / 2].step,
                      .travel_m = stroke.travel_m,
                      .points = {}};
    trace.points.reserve(stroke_points);
    for (std::size_t index = 0; index < stroke_points; ++index) {
        const double share = static_cast<double>(index) / (stroke_points - 1);
        trace.points.push_back(
            {.t_s = static_cast<float>(t_s[index]),
             .way_m = static_cast<float>(share * (way_m.empty() ? 0 : way_m.back())),
             .force_n = static_cast<float>(force[index]),
             .speed_m_s = static_cast<float>(pace[index]),
             .place_m = Vec2(static_cast<float>(across[index]), static_cast<float>(along[index]))});
    }
    return trace;
}

} // namespace tactus::strokes
