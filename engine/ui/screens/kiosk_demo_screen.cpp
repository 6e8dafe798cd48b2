#include "engine/ui/screens/kiosk_demo_screen.hpp"

#include "engine/ui/kiosk_words.hpp"
#include "engine/ui/panels/body_markers.hpp"
#include "engine/ui/panels/client_panel.hpp"
#include "engine/ui/widgets/language_buttons.hpp"
#include "engine/ui/widgets/marker.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tactus::ui {

namespace {

constexpr float clock_size = 34;
constexpr float ring_size = 58;

/// The cue of the step: where one is of three, what to do. Returns its panel.
Rect draw_cue(Canvas& canvas, const RunView& view) {
    const Theme& theme = canvas.theme();
    const drills::Step& step = view.step();
    const CueNumber cue = cue_of(view.drill, view.now.progress.step);
    const float width = std::min(620.0F, canvas.size().x - 2 * margin - 150);
    const float inside = width - 2 * padding;
    const std::string words = canvas.tr(step.instruction);
    const float height = 64 + canvas.paragraph_height(inside, Face::kiosk_body, words) + padding;
    const Rect rect{margin, margin, width, height};
    panel(canvas, rect);
    canvas.text_within({rect.x + padding, rect.y + 14}, inside - 30.0F * static_cast<float>(cue.of),
                       Face::card_title, theme.text, canvas.tr(step.name));
    for (int k = 0; k < cue.of; ++k) {
        const Vec2 at{rect.right() - padding - 12 - 30 * static_cast<float>(cue.of - 1 - k), rect.y + 34};
        if (k < cue.number) {
            canvas.dot(at, 9, theme.teal);
        } else {
            canvas.ring(at, 8, theme.text_third, 2);
        }
    }
    canvas.paragraph({rect.x + padding, rect.y + 60}, inside, Face::kiosk_body, theme.text_second, words);
    return rect;
}

/// Seconds left, under the language.
void draw_clock(Canvas& canvas, const RunView& view) {
    const Theme& theme = canvas.theme();
    const Vec2 middle{canvas.size().x - margin - 59, margin + 64 + 18 + clock_size};
    const double whole_s = view.drill.duration_s();
    const auto share = static_cast<float>(std::clamp(view.now.progress.left_s / whole_s, 0.0, 1.0));
    canvas.dot(middle, clock_size + 8, theme.ink);
    canvas.ring(middle, clock_size, theme.track, 5);
    canvas.arc(middle, clock_size, {-90, -90 + 360 * share}, theme.teal, 5);
    canvas.text({middle.x, middle.y - 15}, Face::kiosk_button, theme.text,
                std::to_string(static_cast<int>(std::ceil(view.now.progress.left_s))), Align::centre);
}

void draw_target(Canvas& canvas, const RunView& view, bool touched) {
    draw_ways(canvas, view);
    const anatomy::TriggerPoint* point = view.target_point();
    const auto at = point == nullptr ? std::nullopt : on_screen(canvas, view, point->skin_m);
    if (!at) {
        return;
    }
    const bool treated = view.now.client.trigger_points.size() > 0 && view.now.hold_s > 0;
    point_marker(canvas, *at, treated ? PointSign::treated : PointSign::active);
    if (!touched) {
        touch_rings(canvas, *at, 0.5F + 0.5F * static_cast<float>(std::sin(3 * view.now.t_s)));
    }
}

/// How hard the hand presses, around it, with the word.
void draw_force(Canvas& canvas, const RunView& view, KioskDemo& state) {
    const session::HandSnapshot* hand = view.leading_hand();
    const auto at = hand == nullptr ? std::nullopt : on_screen(canvas, view, hand->centre);
    const GaugeReading reading = pressure_reading(view, state.pressure);
    const BandState band = band_state(reading);
    if (!at || band == BandState::idle) {
        return;
    }
    const Theme& theme = canvas.theme();
    const Colour colour = band_colour(theme, band);
    const float share = std::clamp(reading.value / std::max(reading.full_scale, 1.0F), 0.0F, 1.0F);
    canvas.ring(*at, ring_size, theme.ink, 9);
    canvas.ring(*at, ring_size, theme.track, 6);
    canvas.arc(*at, ring_size, {-90, -90 + 360 * share}, colour, band == BandState::above ? 10.0F : 6.0F);
    const std::string words = force_words(canvas.translation(), band);
    const float width = canvas.text_width(Face::kiosk_button, words) + 36;
    const float x = std::clamp(at->x - width / 2, margin, canvas.size().x - margin - width);
    const Rect tag{x, std::min(at->y + ring_size + 14, canvas.size().y - 150), width, 46};
    panel(canvas, tag, 23);
    canvas.text({tag.middle().x, tag.y + 8}, Face::kiosk_button, colour, words, Align::centre);
}

/// Who lies there, how that person feels, and the last thing said.
void draw_client(Canvas& canvas, const RunView& view) {
    const Theme& theme = canvas.theme();
    const StateWord state = client_state_word(theme, view.now.client);
    const physiology::Utterance& said = view.now.client.utterance;
    const bool speaks = said.serial > 0 && view.now.t_s - said.t_s < said_for_s;
    const std::string words =
        speaks ? "\u201C" + client_sentence(canvas.translation(), view.phrases, said) + "\u201D"
               : std::string();
    const std::string title = view.client.name + ": " + canvas.tr(std::string(state.word));
    const float wanted = std::max(canvas.text_width(Face::kiosk_button, title) + 30,
                                  canvas.text_width(Face::kiosk_body, words)) +
                         2 * padding;
    const float width = std::min(std::max(wanted, 380.0F), canvas.size().x - 2 * margin);
    const float inside = width - 2 * padding;
    const float said_height = speaks ? canvas.paragraph_height(inside, Face::kiosk_body, words) : 0;
    const float height = 62 + said_height + (speaks ? 8 : 0);
    const Rect rect{margin, canvas.size().y - margin - height, width, height};
    panel(canvas, rect);
    draw_state_shape(canvas, {rect.x + padding + 8, rect.y + 31}, state);
    canvas.text_within({rect.x + padding + 30, rect.y + 15}, inside - 30, Face::kiosk_button, theme.text,
                       title);
    if (speaks) {
        canvas.paragraph({rect.x + padding, rect.y + 54}, inside, Face::kiosk_body, theme.text, words);
    }
}

} // namespace

CueNumber cue_of(const drills::Drill& drill, int step) {
    CueNumber cue{0, 0};
    for (std::size_t k = 0; k < drill.steps.size(); ++k) {
        const bool works = drill.steps[k].task.force_n.has_value();
        cue.of += works ? 1 : 0;
        cue.number += works && static_cast<int>(k) <= step ? 1 : 0;
    }
    return cue;
}

void draw_kiosk_demo(Canvas& canvas, Interaction& interaction, const RunView& view,
                     std::optional<double> countdown_s, KioskDemo& state, Commands& ask) {
    draw_target(canvas, view, view.leading_hand() != nullptr);
    draw_force(canvas, view, state);
    draw_cue(canvas, view);
    draw_clock(canvas, view);
    draw_client(canvas, view);
    next_language_button(canvas, interaction, {canvas.size().x - margin, margin}, ask);
    if (countdown_s) {
        const Vec2 middle = canvas.size() / 2.0F;
        canvas.dot(middle, 64, canvas.theme().ink);
        canvas.ring(middle, 64, canvas.theme().teal, 4);
        canvas.text({middle.x, middle.y - 35}, Face::big_figure, canvas.theme().text,
                    std::to_string(std::max(1, static_cast<int>(std::ceil(*countdown_s)))), Align::centre);
    }
}

void draw_kiosk_waits(Canvas& canvas) {
    const Rect rect = centred(canvas, 560, 110);
    panel(canvas, rect);
    canvas.text({rect.middle().x, rect.y + 20}, Face::card_title, canvas.theme().text,
                canvas.tr("Your client lies down..."), Align::centre);
    canvas.text({rect.middle().x, rect.y + 62}, Face::kiosk_body, canvas.theme().text_second,
                canvas.tr("Warm your hands."), Align::centre);
}

void draw_still_there(Canvas& canvas, double left_s) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 620, 300);
    card(canvas, sheet);
    canvas.text({sheet.middle().x, sheet.y + 48}, Face::figure, theme.text, canvas.tr("Still there?"),
                Align::centre);
    canvas.text({sheet.middle().x, sheet.y + 120}, Face::big_figure, theme.teal,
                std::to_string(std::max(1, static_cast<int>(std::ceil(left_s)))), Align::centre);
    canvas.text({sheet.middle().x, sheet.y + 216}, Face::kiosk_body, theme.text_second,
                canvas.tr("Touch anywhere to go on."), Align::centre);
}

} // namespace tactus::ui
