#include "engine/ui/panels/pressure_panel.hpp"

#include "engine/ui/coach.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::ui {

namespace {

constexpr double direction_time_s = 0.15;
constexpr float first_row = 209; ///< below the dial
constexpr float pressure_row_step = 23;
constexpr float pressure_foot = 8;

void watch_direction(const RunView& view, PressurePanel& state, const session::HandSnapshot* hand) {
    const double elapsed_s = view.now.t_s - state.last_s;
    if (hand == nullptr || elapsed_s < 0 || elapsed_s > 0.5) {
        state = {.last_s = view.now.t_s, .last_v = hand != nullptr ? hand->v : 0};
        return;
    }
    if (elapsed_s <= 0) {
        return;
    }
    const float speed =
        (hand->v - state.last_v) * view.anatomy.skin.spine_length_m / static_cast<float>(elapsed_s);
    state.along_m_s +=
        (speed - state.along_m_s) * static_cast<float>(elapsed_s / (elapsed_s + direction_time_s));
    state.last_s = view.now.t_s;
    state.last_v = hand->v;
}

struct Figure {
    std::string_view label;
    std::string value;
};

using Figures = std::array<Figure, 2>;

Figures pressed_figures(const session::HandSnapshot* hand) {
    constexpr float pressing_n = 0.5F; // what skims the skin has a pressure that says nothing
    if (hand == nullptr || hand->force_n < pressing_n) {
        return {{{"Mean", "-"}, {"Depth", "-"}}};
    }
    return {{{"Mean", rounded(hand->mean_pressure_pa / 1000, 1) + " kPa"},
             {"Depth", rounded(1000 * hand->depth_m) + " mm"}}};
}

/// How far the joints have gone that a hand pulls on: bend of the spine and its side, or glide of the girdle
/// and lift of the blade's edge.
Figures moved_figures(const session::Snapshot& now, const contact::HeldPart& held) {
    if (held.part == contact::Hold::occiput || held.part == contact::Hold::iliac_crest) {
        const float bend = held.part == contact::Hold::occiput ? now.body.neck_rad : now.body.lumbar_rad;
        return {{{held.part == contact::Hold::occiput ? "Neck bent" : "Low back bent",
                  rounded(std::fabs(glm::degrees(bend))) + "\u00b0"},
                 {"To the", bend >= 0 ? "right" : "left"}}};
    }
    const std::size_t side = held.right ? 0 : 1;
    return {{{"Glided", rounded(1000 * glm::length(now.girdles[side].glide_m)) + " mm"},
             {"Lifted", rounded(1000 * now.body.scapula_m[side].y) + " mm"}}};
}

/// As many figures as that much height holds. What the device asks for stays longest: the hand sets it.
std::vector<Figure> figures_within(const RunView& view, const session::HandSnapshot* hand, float height) {
    const bool pulls = hand != nullptr && hand->held.part != contact::Hold::none;
    const Figures measured = pulls ? moved_figures(view.now, hand->held) : pressed_figures(hand);
    std::vector<Figure> rows(measured.begin(), measured.end());
    if (view.device) {
        const bool felt = view.device->source != devices::ForceSource::inferred;
        rows.push_back({felt ? "You press" : "Wheel asks", rounded(view.device->force_target_n) + " N"});
    }
    while (!rows.empty() && pressure_row_step * static_cast<float>(rows.size()) > height) {
        rows.erase(rows.begin() + (rows.size() > 2 ? 1 : 0));
    }
    return rows;
}

} // namespace

GaugeReading pressure_reading(const RunView& view, PressurePanel& state) {
    const session::HandSnapshot* hand = view.leading_hand();
    watch_direction(view, state, hand);
    GaugeReading reading{.value = hand != nullptr ? hand->force_n : 0, .idle = hand == nullptr};
    const scoring::Task& task = view.task();
    if (const auto band = scoring::asked_force(task, state.along_m_s)) {
        reading.band = {band->low, band->high};
    }
    // One scale for the whole step: a dial that rescales at each turn cannot be read.
    const float high =
        std::max(task.force_n ? task.force_n->high : 0, task.return_force_n ? task.return_force_n->high : 0);
    reading.full_scale = gauge_full_scale({0, high});
    if (view.device && view.device->source == devices::ForceSource::inferred) {
        reading.target = view.device->force_target_n;
    }
    return reading;
}

Rect draw_pressure_panel(Canvas& canvas, const RunView& view, PressurePanel& state, Vec2 at, float floor) {
    const GaugeReading reading = pressure_reading(view, state);
    const session::HandSnapshot* hand = view.leading_hand();
    const bool pulls = hand != nullptr && hand->held.part != contact::Hold::none;
    const std::vector<Figure> rows = figures_within(view, hand, floor - at.y - first_row - pressure_foot);
    const Rect rect = canvas.placed(
        {at.x, at.y, 232, first_row + pressure_row_step * static_cast<float>(rows.size()) + pressure_foot});
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 13}, Face::body_strong, canvas.theme().text,
                pulls ? "Pull" : "Pressure");
    if (pulls) {
        canvas.text({rect.right() - padding, rect.y + 15}, Face::caption, canvas.theme().text_second,
                    "on the " + contact::hold_words(hand->held.part), Align::right);
    } else if (hand != nullptr && hand->load_not_reached) {
        canvas.text({rect.right() - padding, rect.y + 15}, Face::caption, canvas.theme().amber,
                    "at its limit", Align::right);
    } else if (hand != nullptr && scoring::on_way_back(view.task(), state.along_m_s)) {
        canvas.text({rect.right() - padding, rect.y + 15}, Face::caption, canvas.theme().text_second,
                    "way back: light", Align::right);
    }
    gauge(canvas, {rect.x + rect.width / 2, rect.y + 118}, 74, reading);
    const float width = rect.width - 2 * padding;
    const float left = rect.x + padding;
    float y = rect.y + first_row;
    for (const Figure& row : rows) {
        label_value(canvas, {left, y}, width, row.label, row.value);
        y += pressure_row_step;
    }
    return rect;
}

} // namespace tactus::ui
