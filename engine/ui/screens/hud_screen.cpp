#include "engine/ui/screens/hud_screen.hpp"

#include "engine/ui/panels/band_panel.hpp"
#include "engine/ui/panels/body_markers.hpp"
#include "engine/ui/panels/client_panel.hpp"
#include "engine/ui/panels/coach_panel.hpp"
#include "engine/ui/panels/header_panel.hpp"
#include "engine/ui/panels/keys_panel.hpp"
#include "engine/ui/panels/ladder_panel.hpp"
#include "engine/ui/panels/layer_panel.hpp"
#include "engine/ui/panels/legend_panel.hpp"
#include "engine/ui/panels/targeting_panel.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace tactus::ui {

namespace {

constexpr float column_top = 96;
constexpr float hud_column_width = 232;
constexpr float close = gap / 2; ///< between panels where room is short

/// A load cell off its zero would be graded as force: the line says how to mend it.
std::string off_zero_words(const Canvas& canvas, const devices::OffZero& off) {
    return "The load cell rests at " + rounded(off.newtons, 1) + " N. Hands off, then press " +
           canvas.key_words("T") + " to take its zero.";
}

/// Which tool and hands the device is now, and where its force comes from, in one line at the top right.
void draw_device(Canvas& canvas, const RunView& view, float from) {
    if (!view.device) {
        return;
    }
    const std::string bone = view.device->hold == contact::Hold::none
                                 ? std::string()
                                 : " holds the " + contact::hold_words(view.device->hold);
    const std::string words = contact::tool_words(view.device->tool) + bone + ", " +
                              std::string(contact::product_name(view.device->product)) + ", " +
                              std::string(rule_words(view.device->rule));
    const std::string source =
        view.device->name + ": force " + std::string(force_source_name(view.device->source));
    const float wanted =
        std::max({hud_column_width, canvas.text_width(Face::body_strong, words) + 2 * padding,
                  std::min(canvas.text_width(Face::caption, source) + 2 * padding, 400.0F)});
    const float width = std::min(wanted, canvas.size().x - margin - from);
    const Rect rect = canvas.placed({canvas.size().x - margin - width, margin, width, 58});
    panel(canvas, rect);
    canvas.text_within({rect.x + padding, rect.y + 9}, width - 2 * padding, Face::body_strong,
                       canvas.theme().text, words);
    canvas.text_within({rect.x + padding, rect.y + 32}, width - 2 * padding, Face::caption,
                       canvas.theme().text_second, source);
}

/// Between the columns.
float middle_width(const Canvas& canvas) { return canvas.size().x - 2 * (margin + hud_column_width + close); }

/// Under the top of the screen, something that is to be done about.
void draw_notice(Canvas& canvas, const std::string& words) {
    const float width =
        std::min(canvas.text_width(Face::body_strong, words) + 2 * padding + 1, middle_width(canvas));
    const float height = canvas.paragraph_height(width - 2 * padding, Face::body_strong, words);
    const Rect rect{(canvas.size().x - width) / 2, column_top + 20, width, height + 18};
    panel(canvas, rect);
    canvas.paragraph({rect.x + padding, rect.y + 9}, width - 2 * padding, Face::body_strong,
                     canvas.theme().amber, words);
}

/// What there is to be done about, if anything.
std::string notice(const Canvas& canvas, const RunView& view) {
    if (view.device && view.device->off_zero) {
        return off_zero_words(canvas, *view.device->off_zero);
    }
    return view.practice.clock_waits
               ? "The clock waits: " + std::string(drills::lack_words(view.practice.lack)) + "."
               : std::string();
}

/// Returns where the header ends, to the right, before any mirroring.
float draw_left_column(Canvas& canvas, const RunView& view, HudScreen& state, float floor) {
    const Rect header = draw_header_panel(canvas, view, {margin, margin});
    float y = std::max(column_top, header.bottom() + gap);
    if (view.feedback == drills::Feedback::full) {
        y = draw_pressure_panel(canvas, view, state.pressure, {margin, y}, floor).bottom() + gap;
    } else if (view.feedback == drills::Feedback::band_only) {
        draw_band_panel(canvas, view, state.pressure, {margin, y});
    }
    const std::string_view advice = state.coach.sentence();
    if (view.feedback == drills::Feedback::full && !advice.empty()) {
        if (y + coach_panel_height(canvas, advice, hud_column_width) <= floor) {
            draw_coach_panel(canvas, advice, {margin, y}, hud_column_width);
        } else if (notice(canvas, view).empty()) { // one thing at a time
            const float width = middle_width(canvas);
            draw_coach_panel(canvas, advice, {(canvas.size().x - width) / 2, column_top}, width);
        }
    }
    return margin + header.width;
}

/// What has no room above the floor is left out, the least needed first. Returns where it ends.
float draw_right_column(Canvas& canvas, const RunView& view, HudScreen& state, float floor) {
    const float left = canvas.size().x - margin - hud_column_width;
    float y = column_top;
    const float ladder = view.practice.ladder ? ladder_least_height + gap : 0;
    const bool hunt = view.task().points_to_mark > 0; // counts marks, tells nothing about them
    if (hunt && view.feedback != drills::Feedback::full) {
        y = draw_targeting_panel(canvas, view, {left, y}).bottom() + gap;
    }
    if (view.feedback == drills::Feedback::full) {
        if (aims_at_a_place(view.task())) {
            y = draw_targeting_panel(canvas, view, {left, y}).bottom() + gap;
        }
        const bool paced = !aims_at_a_place(view.task()) || view.task().speed_m_s;
        if (paced && y + flow_panel_height(view) + ladder <= floor) {
            y = draw_flow_panel(canvas, view, state.flow, {left, y}).bottom() + gap;
        }
    }
    if (view.practice.ladder) {
        y = draw_ladder_panel(canvas, *view.practice.ladder, {left, y}, floor).bottom() + gap;
    }
    if (view.options.heat_map && y + legend_panel_height <= floor) {
        y = draw_legend_panel(canvas, {left, y}).bottom() + gap;
    }
    return y - gap;
}

/// The row of keys at the bottom right, as many of the last as stand beside the client's panel.
void draw_hud_keys(Canvas& canvas, const RunView& view, float from) {
    constexpr std::array hints{KeyHint{"H", "Heat map"}, KeyHint{"X", "Anatomy"}, KeyHint{"P", "Pause"}};
    // Map and anatomy tell where the hand is and presses: they go with full feedback.
    auto shown = std::span(hints).subspan(view.feedback == drills::Feedback::full ? 0 : 2);
    const float right = canvas.size().x - margin;
    while (!shown.empty() && keys_panel_width(canvas, shown) > right - from) {
        shown = shown.subspan(1);
    }
    if (!shown.empty()) {
        draw_keys_panel(canvas, shown, {right, canvas.size().y - margin});
    }
}

} // namespace

void draw_hud_screen(Canvas& canvas, const RunView& view, HudScreen& state) {
    state.coach.update(view);
    if (view.options.frame_figures) {
        const std::string words = rounded(view.fps) + " pictures/s   sim " +
                                  rounded(view.pace.sim_per_wall, 2) + "   trust error " +
                                  rounded(100 * view.now.trust_error, 1) + " %";
        canvas.text({canvas.size().x / 2, 6}, Face::caption, canvas.theme().text, words, Align::centre);
    }
    if (view.options.panels_hidden) {
        return;
    }
    draw_body_markers(canvas, view);
    const Vec2 foot = canvas.size() - margin;
    const Rect client = draw_client_panel(canvas, view, {margin, foot.y});
    const float header_end = draw_left_column(canvas, view, state, client.y - close);
    const bool layers = view.options.layer > 0;
    const float floor = layers ? foot.y - layer_panel_size.y - layer_panel_words - close : foot.y;
    const float end = draw_right_column(canvas, view, state, floor);
    draw_device(canvas, view, header_end + close);
    if (const std::string words = notice(canvas, view); !words.empty()) {
        draw_notice(canvas, words);
    }
    // The layers stand over the keys; where there is no room for both, in their place.
    const float from = margin + client.width + close;
    const float over_keys = foot.y - keys_panel_height - gap;
    const float needed = layers ? over_keys - layer_panel_size.y - layer_panel_words : over_keys;
    const bool both = end + close <= needed;
    const float width = std::min(layer_panel_size.x, foot.x - from);
    state.layers = canvas.placed(
        {foot.x - width, (both ? over_keys : foot.y) - layer_panel_size.y, width, layer_panel_size.y});
    if (view.device && both) {
        draw_hud_keys(canvas, view, from);
    }
}

void draw_countdown(Canvas& canvas, double left_s, std::string_view instruction) {
    const Vec2 middle(canvas.size().x / 2, canvas.size().y * 0.40F);
    canvas.dot(middle, 64, canvas.theme().ink);
    canvas.ring(middle, 64, canvas.theme().teal, 3);
    canvas.text({middle.x, middle.y - 35}, Face::big_figure, canvas.theme().text,
                std::to_string(std::max(1, static_cast<int>(std::ceil(left_s)))), Align::centre);
    const float width = std::min(560.0F, canvas.text_width(Face::title, instruction) + 48);
    const float height = canvas.paragraph_height(width - 48, Face::title, instruction);
    const Rect rect{middle.x - width / 2, middle.y + 92, width, height + 28};
    panel(canvas, rect);
    canvas.paragraph({rect.x + 24, rect.y + 14}, width - 46, Face::title, canvas.theme().text, instruction);
}

} // namespace tactus::ui
