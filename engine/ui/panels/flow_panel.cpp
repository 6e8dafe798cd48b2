#include "engine/ui/panels/flow_panel.hpp"

#include "engine/ui/coach.hpp"
#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tactus::ui {

namespace {

constexpr double history_s = 10;
constexpr double sample_s = 0.08;
constexpr std::size_t rhythm_strokes = 8;
constexpr double part_interval_s = 3;

std::string flow_band_words(const scoring::Band& band) {
    return rounded(100.0 * band.low) + "-" + rounded(100.0 * band.high);
}

/// A ladder loops a stroke, not a back.
bool shows_coverage(const RunView& view) { return view.task().zone && !view.practice.ladder; }

} // namespace

int steady_strokes(const std::deque<float>& periods_s) {
    if (periods_s.empty()) {
        return 0;
    }
    std::vector<float> sorted(periods_s.begin(), periods_s.end());
    std::ranges::sort(sorted);
    const float median = sorted[sorted.size() / 2];
    return static_cast<int>(std::ranges::count_if(
        sorted, [&](float period) { return std::fabs(period - median) <= 0.15F * median; }));
}

void watch_flow(const RunView& view, FlowPanel& state) {
    const double now_s = view.now.t_s;
    if (!state.speed.empty() && now_s < state.speed.back().t_s) { // a replay jumped back
        state = {};
    }
    if (state.speed.empty() || now_s - state.speed.back().t_s >= sample_s) {
        state.speed.push_back({now_s, view.now.flow.speed_m_s});
    }
    while (now_s - state.speed.front().t_s > history_s) {
        state.speed.pop_front();
    }
    if (view.now.flow.strokes > state.strokes_seen) {
        state.strokes_seen = view.now.flow.strokes;
        if (view.now.flow.stroke_period_s > 0) {
            state.periods_s.push_back(view.now.flow.stroke_period_s);
        }
        if (state.periods_s.size() > rhythm_strokes) {
            state.periods_s.pop_front();
        }
    }
    if (now_s - state.part_at_s > part_interval_s) {
        state.part_at_s = now_s;
        state.untouched = untouched_part(view);
    }
}

float flow_panel_height(const RunView& view) { return shows_coverage(view) ? 250 : 182; }

Rect draw_flow_panel(Canvas& canvas, const RunView& view, FlowPanel& state, Vec2 at) {
    watch_flow(view, state);
    const Theme& theme = canvas.theme();
    const bool covers = shows_coverage(view);
    const Rect rect = canvas.placed({at.x, at.y, 232, flow_panel_height(view)});
    const float left = rect.x + padding;
    const float width = rect.width - 2 * padding;
    panel(canvas, rect);
    canvas.text({left, rect.y + 13}, Face::body_strong, theme.text, "Flow");
    canvas.text({left + width, rect.y + 13}, Face::body_strong, theme.text,
                rounded(100 * view.now.flow.speed_m_s) + " cm/s", Align::right);

    const auto& band = view.task().speed_m_s;
    const float full_m_s = band ? 1.7F * band->high : 0.25F;
    std::vector<float> shares;
    shares.reserve(state.speed.size());
    for (const FlowPanel::Sample& sample : state.speed) {
        shares.push_back(sample.speed_m_s / full_m_s);
    }
    spark(canvas, {left, rect.y + 42, width, 60},
          {.values = shares,
           .band_low = band ? band->low / full_m_s : 0,
           .band_high = band ? band->high / full_m_s : 0});
    canvas.text({left, rect.y + 112}, Face::caption, theme.text_second,
                band ? "Speed, last 10 s; band " + flow_band_words(*band) : "Speed, last 10 s");

    canvas.text({left, rect.y + 140}, Face::body, theme.text_second, "Rhythm");
    dots(canvas, {rect.right() - padding - 4 - 15 * 7, rect.y + 150}, steady_strokes(state.periods_s), 8);
    if (covers) {
        const float share = std::clamp(view.now.flow.coverage, 0.0F, 1.0F);
        canvas.text({left, rect.y + 167}, Face::body, theme.text_second, "Coverage");
        canvas.text({left + width, rect.y + 167}, Face::body_strong, theme.text, rounded(100 * share) + " %",
                    Align::right);
        bar(canvas, {left, rect.y + 195, width, 8}, share, theme.teal);
        const std::string words =
            state.untouched.empty() ? (share > 0.85F ? "Well covered" : "") : "Least: " + state.untouched;
        canvas.text({left, rect.y + 215}, Face::caption, theme.text_second, words);
    }
    return rect;
}

} // namespace tactus::ui
