#include "engine/ui/screens/replay_bar.hpp"

#include "engine/ui/panels/client_panel.hpp"
#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tactus::ui {

namespace {

constexpr float wanted_width = 660;
constexpr float replay_height = 108;
constexpr float client_panel_width = 508;
constexpr float lead_in_s = 1.5;  ///< a jump lands before the moment, so that it is seen to come
constexpr double shown_for_s = 2; ///< a moment's words stand so long around it

/// True where the bar and the client's panel have room side by side.
bool beside_client(Vec2 screen) { return screen.x >= client_panel_width + wanted_width + 2 * margin + gap; }

enum class Sign { to_start, back, play, stop, on, to_end };

void draw_sign(Canvas& canvas, Vec2 at, Sign sign, Colour colour) {
    const auto arrow = [&](float x, float toward) {
        canvas.triangle({at.x + x - 5 * toward, at.y - 7}, {at.x + x + 6 * toward, at.y},
                        {at.x + x - 5 * toward, at.y + 7}, colour);
    };
    const auto post = [&](float x) { canvas.fill({at.x + x - 1.5F, at.y - 7, 3, 14}, colour); };
    switch (sign) {
    case Sign::to_start:
        post(-8);
        arrow(2, -1);
        break;
    case Sign::back:
        post(6);
        arrow(-2, -1);
        break;
    case Sign::play:
        arrow(0, 1);
        break;
    case Sign::stop:
        post(-4);
        post(4);
        break;
    case Sign::on:
        post(-6);
        arrow(2, 1);
        break;
    case Sign::to_end:
        arrow(-2, 1);
        post(8);
        break;
    }
}

/// Told apart by shape: a square is critical, a diamond a lost mark, a triangle pain, a ring a lift-off.
void draw_moment(Canvas& canvas, Vec2 at, replay::MomentKind kind) {
    const Theme& theme = canvas.theme();
    switch (kind) {
    case replay::MomentKind::critical:
        canvas.fill({at.x - 5, at.y - 5, 10, 10}, theme.orange, 1);
        break;
    case replay::MomentKind::mark_lost:
        canvas.triangle({at.x - 5, at.y}, {at.x + 5, at.y}, {at.x, at.y - 6}, theme.amber);
        canvas.triangle({at.x - 5, at.y}, {at.x + 5, at.y}, {at.x, at.y + 6}, theme.amber);
        break;
    case replay::MomentKind::pain:
        canvas.triangle({at.x - 6, at.y + 5}, {at.x + 6, at.y + 5}, {at.x, at.y - 6}, theme.orange);
        break;
    case replay::MomentKind::lift_off:
        canvas.ring(at, 4.5F, theme.text, 2);
        break;
    }
}

/// Words of the moment that the replay stands at, else how it goes.
std::string replay_words(const ReplayBar& replay) {
    if (replay.winding_to_s >= 0) {
        return "winding to " + clock_time(replay.winding_to_s);
    }
    const replay::Moment* nearest = nullptr;
    for (const replay::Moment& moment : replay.moments) {
        const double off_s = std::fabs(moment.t_s - replay.at_s);
        if (off_s <= shown_for_s && (nearest == nullptr || off_s < std::fabs(nearest->t_s - replay.at_s))) {
            nearest = &moment;
        }
    }
    if (nearest != nullptr) {
        return clock_time(nearest->t_s) + "  " + nearest->what;
    }
    return replay.over ? "the end; play it again" : replay.playing ? "" : "standing still";
}

std::string speed_words(double speed) { return rounded(speed, speed < 1 ? (speed < 0.2 ? 1 : 2) : 0) + "x"; }

double other_speed(double speed, int by) {
    const auto* const at = std::ranges::find(replay_speeds, speed);
    const auto index = (at == replay_speeds.end() ? 3 : at - replay_speeds.begin()) + by;
    return replay_speeds[static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(index, 0, replay_speeds.size() - 1))];
}

/// The buttons of a bar, from left to right. Space plays and stops whichever has the focus.
class Buttons {
public:
    Buttons(Canvas& canvas, Interaction& interaction, Vec2 at)
        : canvas_(&canvas), interaction_(&interaction), at_(at) {}

    bool sign(const char* id, Sign sign, devices::Key key) {
        const Rect rect = next(44);
        const bool pressed = press(id, rect);
        draw_sign(*canvas_, rect.middle(), sign, canvas_->theme().text);
        return pressed || (key != devices::Key::none && interaction_->events().struck(key, true));
    }

    bool word(const char* id, std::string_view words, float width, devices::Key key, bool on = false) {
        const Rect rect = next(width);
        const bool pressed = press(id, rect, on);
        canvas_->text({rect.middle().x, rect.middle().y - 9}, Face::body_strong,
                      on ? canvas_->theme().teal : canvas_->theme().text, words, Align::centre);
        return pressed || interaction_->events().struck(key);
    }

    void figure(std::string_view words, float width) {
        canvas_->text({at_.x + width / 2, at_.y + 9}, Face::body_strong, canvas_->theme().text, words,
                      Align::centre);
        at_.x += width + 6;
    }

    void skip(float width) { at_.x += width; }

private:
    Rect next(float width) {
        const Rect rect{at_.x, at_.y, width, 38};
        at_.x += width + 6;
        return rect;
    }

    bool press(const char* id, const Rect& rect, bool on = false) {
        const WidgetId widget = widget_id(id);
        const bool pressed = interaction_->pressable(widget, rect);
        const Theme& theme = canvas_->theme();
        canvas_->fill(
            rect, on ? theme.teal.at(0.22F) : theme.text.at(interaction_->hovered(rect) ? 0.20F : 0.10F), 8);
        control_edge(*canvas_, rect, 8);
        if (interaction_->focused(widget) && interaction_->focus_visible()) {
            focus_ring(*canvas_, rect, 8);
        }
        return pressed && !interaction_->events().struck(devices::Key::space);
    }

    Canvas* canvas_;
    Interaction* interaction_;
    Vec2 at_;
};

void draw_time_line(Canvas& canvas, Interaction& interaction, const ReplayBar& replay, const Rect& line,
                    Commands& ask) {
    const Theme& theme = canvas.theme();
    const auto share = [&](double t_s) {
        return replay.duration_s > 0 ? static_cast<float>(std::clamp(t_s / replay.duration_s, 0.0, 1.0)) : 0;
    };
    bar(canvas, line, share(replay.at_s), theme.teal);
    for (const replay::Moment& moment : replay.moments) {
        draw_moment(canvas, {line.x + line.width * share(moment.t_s), line.y + line.height / 2}, moment.kind);
    }
    const float now = line.x + line.width * share(replay.at_s);
    canvas.fill({now - 1.5F, line.y - 6, 3, line.height + 12}, theme.text, 1.5F);
    const Rect target{line.x, line.y - 10, line.width, line.height + 20};
    if (interaction.pressable(widget_id("replay line"), target) &&
        !interaction.events().struck(devices::Key::space)) {
        const float at = std::clamp((interaction.pointer().x - line.x) / line.width, 0.0F, 1.0F);
        ask(SeekReplay{at * replay.duration_s});
    }
}

void draw_replay_buttons(Canvas& canvas, Interaction& interaction, const ReplayBar& replay, const Rect& rect,
                         Commands& ask) {
    using devices::Key;
    using devices::key_of;
    Buttons buttons(canvas, interaction, {rect.x + padding, rect.bottom() - 48});
    const auto jump = [&](bool forward) {
        if (const replay::Moment* moment = next_moment(replay.moments, replay.at_s, forward)) {
            ask(SeekReplay{std::max(0.0, moment->t_s - lead_in_s)});
        }
    };
    if (buttons.sign("moment before", Sign::to_start, Key::page_up)) {
        jump(false);
    }
    if (buttons.sign("step back", Sign::back, key_of(','))) {
        ask(StepReplay{-1});
    }
    if (buttons.sign("play", replay.playing ? Sign::stop : Sign::play, Key::none) ||
        interaction.events().struck(Key::space)) {
        if (replay.over) {
            ask(SeekReplay{0});
        } else {
            ask(replay.playing ? Command(PauseRun{}) : Command(ResumeRun{}));
        }
    }
    if (buttons.sign("step on", Sign::on, key_of('.'))) {
        ask(StepReplay{1});
    }
    if (buttons.sign("moment after", Sign::to_end, Key::page_down)) {
        jump(true);
    }
    buttons.skip(8);
    if (buttons.word("slower", canvas.key_words("["), 38, key_of('[')) &&
        replay.speed > replay_speeds.front()) {
        ask(SetReplaySpeed{other_speed(replay.speed, -1)});
    }
    buttons.figure(speed_words(replay.speed), 48);
    if (buttons.word("faster", canvas.key_words("]"), 38, key_of(']')) &&
        replay.speed < replay_speeds.back()) {
        ask(SetReplaySpeed{other_speed(replay.speed, 1)});
    }
    buttons.skip(8);
    if (!replay.ghost.empty() &&
        buttons.word("ghost", canvas.key_words("C") + "  Ghost", 96, key_of('c'), replay.ghost_shown)) {
        ask(ToggleGhost{});
    }
    if (button(canvas, interaction, {rect.right() - padding - 112, rect.bottom() - 48, 112, 38}, "Leave",
               {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(Key::escape)) {
        ask(AbandonRun{});
    }
}

} // namespace

const replay::Moment* next_moment(std::span<const replay::Moment> moments, double at_s, bool forward) {
    // A jump lands a lead-in before its moment: from there the next one is another.
    const double from_s = at_s + lead_in_s;
    constexpr double apart_s = 0.25;
    const replay::Moment* found = nullptr;
    for (const replay::Moment& moment : moments) {
        if (forward && moment.t_s > from_s + apart_s) {
            return &moment;
        }
        if (!forward && moment.t_s < from_s - apart_s) {
            found = &moment;
        }
    }
    return found;
}

float replay_bar_lift(Vec2 screen) {
    return beside_client(screen) ? replay_height - client_panel_height : replay_height + gap;
}

void draw_replay_bar(Canvas& canvas, Interaction& interaction, const ReplayBar& replay, Commands& ask) {
    const Theme& theme = canvas.theme();
    const float width = std::min(wanted_width, canvas.size().x - 2 * margin);
    const float lift = beside_client(canvas.size()) ? 0 : client_panel_height + gap;
    const Rect rect{canvas.size().x - margin - width, canvas.size().y - margin - replay_height - lift, width,
                    replay_height};
    panel(canvas, rect);
    const std::string time = clock_time(replay.at_s) + " of " + clock_time(replay.duration_s);
    const float title =
        canvas.text({rect.x + padding, rect.y + 10}, Face::body_strong, theme.text, replay.title);
    const float shown =
        canvas.text({rect.x + padding + title + 14, rect.y + 10}, Face::body, theme.text_second, time);
    const float words = rect.x + padding + title + shown + 32;
    canvas.text_within({words, rect.y + 10}, rect.right() - padding - words, Face::body, theme.text,
                       replay_words(replay));
    draw_time_line(canvas, interaction, replay, {rect.x + padding, rect.y + 42, width - 2 * padding, 8}, ask);
    draw_replay_buttons(canvas, interaction, replay, rect, ask);
}

} // namespace tactus::ui
