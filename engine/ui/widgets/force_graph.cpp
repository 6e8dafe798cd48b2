#include "engine/ui/widgets/force_graph.hpp"

#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tactus::ui {

namespace {

float top_of(std::span<const ForcePoint> force) {
    float top = 20;
    for (const ForcePoint& point : force) {
        top = std::max({top, point.force_n * 1.1F, point.high_n * 1.4F});
    }
    return top;
}

} // namespace

std::optional<WorstMoment> worst_moment(std::span<const ForcePoint> force) {
    double worst = 0.1; // a tenth beyond the band, as a logarithm: force is felt by ratio
    std::optional<WorstMoment> found;
    for (std::size_t index = 0; index < force.size(); ++index) {
        const ForcePoint& point = force[index];
        if (point.high_n <= 0 || point.force_n <= 1) {
            continue;
        }
        const double beyond = std::log(point.force_n / point.high_n);
        if (beyond > worst) {
            worst = beyond;
            found = WorstMoment{index, rounded(point.force_n) + " N, too hard", true};
        }
    }
    return found;
}

void draw_force_graph(Canvas& canvas, std::span<const ForcePoint> force, const Rect& rect) {
    const Theme& theme = canvas.theme();
    canvas.text({rect.x, rect.y - 22}, Face::body, theme.text_second, "Pressure over time, N");
    canvas.fill(rect, theme.text.at(0.055F), 8);
    if (force.size() < 2 || force.back().t_s <= force.front().t_s) {
        canvas.text({rect.middle().x, rect.middle().y - 9}, Face::body, theme.text_second,
                    "No contact was recorded.", Align::centre);
        return;
    }
    const float top = top_of(force);
    const float begin_s = force.front().t_s;
    const float span_s = force.back().t_s - begin_s;
    const auto place = [&](float t_s, float newtons) {
        return Vec2(rect.x + rect.width * (t_s - begin_s) / span_s,
                    rect.bottom() - rect.height * std::clamp(newtons / top, 0.0F, 1.0F));
    };
    // The band may change from step to step: one piece for each stretch of equal limits.
    for (std::size_t from = 0; from < force.size();) {
        std::size_t to = from;
        while (to + 1 < force.size() && force[to + 1].low_n == force[from].low_n &&
               force[to + 1].high_n == force[from].high_n) {
            ++to;
        }
        if (force[from].high_n > 0) {
            const Vec2 corner = place(force[from].t_s, force[from].high_n);
            const Vec2 opposite = place(force[std::min(to + 1, force.size() - 1)].t_s, force[from].low_n);
            canvas.fill({corner.x, corner.y, opposite.x - corner.x, opposite.y - corner.y},
                        theme.teal.at(0.24F), 2);
        }
        from = to + 1;
    }
    std::vector<Vec2> line;
    line.reserve(force.size());
    for (const ForcePoint& point : force) {
        line.push_back(place(point.t_s, point.force_n));
    }
    canvas.polyline(line, theme.text, 1.8F);
    const ForcePoint& last = *std::ranges::max_element(force, {}, &ForcePoint::high_n);
    if (last.high_n > 0) {
        canvas.text({rect.right(), rect.y - 22}, Face::body, theme.teal,
                    "target " + rounded(last.low_n) + "-" + rounded(last.high_n) + " N", Align::right);
    }
    if (const auto worst = worst_moment(force)) {
        const Vec2 at = place(force[worst->index].t_s, force[worst->index].force_n);
        const bool right_half = at.x > rect.middle().x;
        const float width = canvas.text_width(Face::body_strong, worst->words);
        const float left = right_half ? at.x - 14 - width : at.x + 14;
        const float top_y = std::max(at.y - 9, rect.y + 2);
        canvas.fill({left - 5, top_y - 1, width + 10, 22}, theme.card.at(0.85F),
                    5); // readable over the curve
        canvas.ring(at, 7, theme.orange, 2.5F);
        canvas.text({left, top_y}, Face::body_strong, theme.orange, worst->words);
    }
}

} // namespace tactus::ui
