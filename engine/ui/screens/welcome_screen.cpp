#include "engine/ui/screens/welcome_screen.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/gauge.hpp"
#include "engine/ui/widgets/key_cap.hpp"
#include "engine/ui/widgets/marker.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tactus::ui {

namespace {

/// Touch, stroke, lift: one way along a line.
void draw_stroke_picture(Canvas& canvas, const Rect& rect) {
    constexpr int pieces = 32;
    const Theme& theme = canvas.theme();
    std::vector<Vec2> way;
    for (int k = 0; k <= pieces; ++k) {
        const float along = static_cast<float>(k) / pieces;
        way.emplace_back(rect.x + rect.width * (0.16F + 0.68F * along),
                         rect.y + rect.height * (0.62F - 0.9F * along * (1 - along)));
    }
    canvas.polyline(way, theme.teal, 5);
    canvas.dot(way.front(), 15, theme.teal);
    canvas.ring(way.front(), 23, theme.teal.at(0.5F), 2.5F);
    canvas.dot(way[pieces / 2], 10, theme.text);
    canvas.dot(way.back(), 15, theme.card); // the way ends at the ring
    canvas.ring(way.back(), 15, theme.teal, 3);
    const auto label = [&](Vec2 at, std::string_view title, std::string_view words) {
        canvas.text({at.x, at.y + 32}, Face::title, theme.text, title, Align::centre);
        canvas.text({at.x, at.y + 56}, Face::caption, theme.text_second, words, Align::centre);
    };
    label(way.front(), "Press", "the hand touches");
    label(way[pieces / 2], "Move", "it strokes");
    label(way.back(), "Let go", "it lifts off");
}

/// The same hand with three forces.
void draw_force_picture(Canvas& canvas, const Rect& rect) {
    struct Press {
        const char* word;
        float force_n;
    };

    constexpr std::array presses{Press{"light", 8}, Press{"medium", 20}, Press{"firm", 42}};
    const Theme& theme = canvas.theme();
    const float skin = rect.bottom() - 44;
    for (std::size_t k = 0; k < presses.size(); ++k) {
        const float x = rect.x + rect.width * (0.2F + 0.3F * static_cast<float>(k));
        const float dent = 0.5F * presses[k].force_n;
        canvas.polyline(std::array{Vec2(x - 80, skin), Vec2(x - 44, skin), Vec2(x - 18, skin + dent),
                                   Vec2(x + 18, skin + dent), Vec2(x + 44, skin), Vec2(x + 80, skin)},
                        theme.text_third, 2.5F);
        force_arrow(canvas, {x, skin + dent - 3}, presses[k].force_n, true);
        canvas.text({x, rect.bottom() - 16}, Face::body_strong, theme.text, presses[k].word, Align::centre);
    }
}

/// What the dial says during a run, and the three bars after it.
void draw_reading_picture(Canvas& canvas, const Rect& rect) {
    struct Row {
        const char* name;
        const char* mark;
        float share;
    };

    constexpr std::array rows{Row{"Pressure", "82", 0.82F}, Row{"Flow", "64", 0.64F},
                              Row{"Targeting", "86", 0.86F}};
    const Theme& theme = canvas.theme();
    gauge(canvas, {rect.x + rect.width * 0.24F, rect.y + 92}, 74,
          {.value = 27, .band = {20, 45}, .full_scale = gauge_full_scale({20, 45})});
    canvas.text({rect.x + rect.width * 0.24F, rect.bottom() - 16}, Face::caption, theme.text_second,
                "while you work", Align::centre);
    const float left = rect.x + rect.width * 0.48F;
    float y = rect.y + 36;
    for (const Row& row : rows) {
        canvas.text({left, y}, Face::body_strong, theme.text, row.name);
        bar(canvas, {left + 96, y + 6, 150, 9}, row.share, row.share >= 0.75F ? theme.teal : theme.amber);
        canvas.text({left + 290, y - 1}, Face::title, theme.text, row.mark, Align::right);
        y += 42;
    }
    canvas.text({left + 145, rect.bottom() - 16}, Face::caption, theme.text_second, "afterwards",
                Align::centre);
}

void draw_help_picture(Canvas& canvas, const Rect& rect) {
    struct Hint {
        const char* key;
        const char* meaning;
    };

    constexpr std::array hints{Hint{"F1", "every key, at any time"}, Hint{"Esc", "pause a run, leave a page"},
                               Hint{"A", "ask the client how it feels"},
                               Hint{"R", "the same drill once more"}};
    float y = rect.y + 24;
    for (const Hint& hint : hints) {
        key_cap(canvas, {rect.x + rect.width * 0.27F, y}, hint.key, canvas.theme().text);
        canvas.text({rect.x + rect.width * 0.27F + 60, y + 1}, Face::body, canvas.theme().text, hint.meaning);
        y += 40;
    }
}

struct Card {
    const char* title;
    std::string words;
    void (*picture)(Canvas&, const Rect&);
};

Card card_of(const WelcomeView& view, int number) {
    switch (number) {
    case 0:
        return {
            "Your pointer is a hand",
            "Where the pointer is on the back, the hand lies. Press the button and it touches; move, and it "
            "strokes along the skin; let go, and it lifts off.",
            draw_stroke_picture};
    case 1:
        return {
            "You set how hard it presses",
            view.device.empty()
                ? "A mouse cannot feel, so its wheel sets the force, or Shift and a drag. A pen, a touch "
                  "screen or a load cell presses for real: see Settings, Devices."
                : std::string(view.device) +
                      " is plugged in and presses for real: no button, no wheel. With the mouse, its wheel "
                      "sets the force. Settings, Devices makes it exact.",
            draw_force_picture};
    case 2:
        return {
            "What the screen says",
            "The ring shows your force against the band to be in. After a run three bars mark pressure, flow "
            "and the right place, and every mark lost has its reason.",
            draw_reading_picture};
    default:
        return {"Help, and a first minute",
                "Begin with a minute on a knot that melts under a steady thumb, or look around first. "
                "Nothing you "
                "do here can break.",
                draw_help_picture};
    }
}

/// Where among the cards this one is.
void draw_card_place(Canvas& canvas, Vec2 middle, int card) {
    for (int k = 0; k < welcome_cards; ++k) {
        const Vec2 at(middle.x + 18 * (static_cast<float>(k) - 0.5F * (welcome_cards - 1)), middle.y);
        if (k == card) {
            canvas.dot(at, 5, canvas.theme().teal);
        } else {
            canvas.ring(at, 4, canvas.theme().text_third, 1.5F);
        }
    }
}

Rect welcome_sheet(const Canvas& canvas) { return centred(canvas, 760, 520); }

void draw_welcome_foot(Canvas& canvas, Interaction& interaction, const WelcomeView& view,
                       WelcomeScreen& state, Commands& ask) {
    const Rect sheet = welcome_sheet(canvas);
    const float foot = sheet.bottom() - 62;
    const float left = sheet.x + 40;
    const bool last = state.card + 1 == welcome_cards;
    const Rect main{sheet.right() - 40 - 200, foot, 200, 40};
    if (last && !view.drill.empty()) {
        interaction.prefer(widget_id("Try it"));
        if (button(canvas, interaction, main, "Try it", {ButtonKind::primary, "Enter"})) {
            ask(EndWelcome{.skipped = false});
            ask(ChooseDrill{std::string(view.drill), std::string(view.client), std::nullopt});
        }
        if (button(canvas, interaction, {main.x - 160, foot, 150, 40}, "Look around")) {
            ask(EndWelcome{.skipped = false});
        }
    } else if (last) {
        interaction.prefer(widget_id("Look around"));
        if (button(canvas, interaction, main, "Look around", {ButtonKind::primary, "Enter"})) {
            ask(EndWelcome{.skipped = false});
        }
    } else {
        interaction.prefer(widget_id("Next"));
        if (button(canvas, interaction, main, "Next", {ButtonKind::primary, "Enter"})) {
            ++state.card;
        }
    }
    if (button(canvas, interaction, {left, foot, 130, 40}, "Skip", {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(EndWelcome{.skipped = true});
    }
    if (state.card > 0 && button(canvas, interaction, {left + 140, foot, 90, 40}, "Back")) {
        --state.card;
    }
}

} // namespace

void draw_welcome_screen(Canvas& canvas, Interaction& interaction, const WelcomeView& view,
                         WelcomeScreen& state, Commands& ask) {
    const Theme& theme = canvas.theme();
    state.card += interaction.events().struck(devices::Key::page_down) ? 1 : 0;
    state.card -= interaction.events().struck(devices::Key::page_up) ? 1 : 0;
    state.card = std::clamp(state.card, 0, welcome_cards - 1);
    const Rect sheet = welcome_sheet(canvas);
    card(canvas, sheet);
    const Card shown = card_of(view, state.card);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 30}, Face::card_title, theme.text, shown.title);
    canvas.text({sheet.right() - 40, sheet.y + 38}, Face::caption, theme.text_third, "Welcome to Tactus",
                Align::right);
    canvas.paragraph({left, sheet.y + 72}, width, Face::body, theme.text_second, shown.words);
    const Rect picture{left, sheet.y + 136, width, 254};
    canvas.fill(picture, theme.text.at(0.045F), radius);
    shown.picture(canvas, picture.inset(28));
    draw_card_place(canvas, {sheet.middle().x, sheet.y + 418}, state.card);
    draw_welcome_foot(canvas, interaction, view, state, ask);
}

} // namespace tactus::ui
