#include "engine/ui/screens/hud_screen.hpp"

#include "engine/ui/panels/body_markers.hpp"
#include "engine/ui/panels/client_panel.hpp"
#include "engine/ui/panels/coach_panel.hpp"
#include "engine/ui/panels/header_panel.hpp"
#include "engine/ui/panels/keys_panel.hpp"
#include "engine/ui/panels/legend_panel.hpp"
#include "engine/ui/panels/targeting_panel.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::ui {

namespace {

constexpr float column_top = 96;

/// Which tool and hands the device is now, and where its force comes from, in one line at the top right.
void draw_device(Canvas& canvas, const RunView& view) {
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
    const float width = std::max({232.0F, canvas.text_width(Face::body_strong, words) + 2 * padding,
                                  std::min(canvas.text_width(Face::caption, source) + 2 * padding, 320.0F)});
    const Rect rect{canvas.size().x - margin - width, margin, width, 58};
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 9}, Face::body_strong, canvas.theme().text, words);
    canvas.text_within({rect.x + padding, rect.y + 32}, width - 2 * padding, Face::caption,
                       canvas.theme().text_second, source);
}

/// A load cell off its zero would be graded as force: the line says how to mend it.
void draw_off_zero(Canvas& canvas, const devices::OffZero& off) {
    const std::string words =
        "The load cell rests at " + rounded(off.newtons, 1) + " N. Hands off, then press T to take its zero.";
    const float width = canvas.text_width(Face::body_strong, words) + 2 * padding;
    const Rect rect{(canvas.size().x - width) / 2, column_top + 20, width, 38};
    panel(canvas, rect);
    canvas.text({rect.x + padding, rect.y + 9}, Face::body_strong, canvas.theme().amber, words);
}

void draw_left_column(Canvas& canvas, const RunView& view, HudScreen& state, float floor) {
    const Rect header = draw_header_panel(canvas, view, {margin, margin});
    float y = std::max(column_top, header.bottom() + gap);
    if (view.feedback == drills::Feedback::full || view.feedback == drills::Feedback::band_only) {
        y = draw_pressure_panel(canvas, view, state.pressure, {margin, y}).bottom() + gap;
    }
    if (view.feedback == drills::Feedback::full && !state.coach.sentence().empty() && y + 90 < floor) {
        draw_coach_panel(canvas, state.coach.sentence(), {margin, y});
    }
}

void draw_right_column(Canvas& canvas, const RunView& view, HudScreen& state) {
    const float left = canvas.size().x - margin - 232;
    float y = column_top;
    if (view.feedback == drills::Feedback::full) {
        if (view.task().trigger_point) {
            y = draw_targeting_panel(canvas, view, {left, y}).bottom() + gap;
        }
        if (!view.task().trigger_point || view.task().speed_m_s) {
            y = draw_flow_panel(canvas, view, state.flow, {left, y}).bottom() + gap;
        }
    }
    if (view.options.heat_map) {
        draw_legend_panel(canvas, {left, y});
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
    const float floor = canvas.size().y - margin - 84 - gap;
    draw_left_column(canvas, view, state, floor);
    draw_right_column(canvas, view, state);
    draw_device(canvas, view);
    draw_client_panel(canvas, view, {margin, canvas.size().y - margin});
    if (view.device && view.device->off_zero) {
        draw_off_zero(canvas, *view.device->off_zero);
    }
    if (view.device) {
        constexpr std::array hints{KeyHint{"H", "Heat map"}, KeyHint{"X", "Anatomy"}, KeyHint{"P", "Pause"}};
        draw_keys_panel(canvas, hints, {canvas.size().x - margin, canvas.size().y - margin});
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
