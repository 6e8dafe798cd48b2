#include "engine/ui/screens/kiosk_staff_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"
#include "engine/ui/widgets/stepper.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace tactus::ui {

namespace {

constexpr std::size_t longest_pin = 12;
constexpr float key_size = 64;
constexpr float key_step = 74;

void type(PinPad& pad, char digit) {
    if (pad.typed.size() < longest_pin) {
        pad.typed += digit;
        pad.wrong = false;
    }
}

void enter(PinPad& pad, Commands& ask) {
    if (!pad.typed.empty()) {
        ask(EnterPin{pad.typed});
        pad.typed.clear();
    }
}

void read_keyboard(PinPad& pad, const devices::InputEvents& events, Commands& ask) {
    for (const char letter : events.typed) {
        if (letter >= '0' && letter <= '9') {
            type(pad, letter);
        }
    }
    if (events.struck(devices::Key::backspace) && !pad.typed.empty()) {
        pad.typed.pop_back();
    }
    if (events.struck(devices::Key::enter)) {
        enter(pad, ask);
    }
}

/// 1 to 9, then back, 0 and enter.
void draw_pin_keys(Canvas& canvas, Interaction& interaction, Vec2 at, PinPad& pad, Commands& ask) {
    constexpr std::array<std::string_view, 12> keys{"1", "2", "3", "4",    "5", "6",
                                                    "7", "8", "9", "Back", "0", "OK"};
    for (std::size_t k = 0; k < keys.size(); ++k) {
        const std::size_t column = k % 3;
        const std::size_t row = k / 3;
        const Rect rect{at.x + key_step * static_cast<float>(column),
                        at.y + key_step * static_cast<float>(row), key_size, key_size};
        const bool ok = keys[k] == "OK";
        if (!button(canvas, interaction, rect, keys[k],
                    {ok ? ButtonKind::primary : ButtonKind::quiet, "", ""})) {
            continue;
        }
        if (ok) {
            enter(pad, ask);
        } else if (keys[k] == "Back") {
            if (!pad.typed.empty()) {
                pad.typed.pop_back();
            }
        } else {
            type(pad, keys[k].front());
        }
    }
}

} // namespace

void draw_pin_screen(Canvas& canvas, Interaction& interaction, PinPad& pad, double wait_s, bool set,
                     Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 440, 520);
    card(canvas, sheet);
    const Vec2 left{sheet.x + 114, sheet.y + 30};
    canvas.text({sheet.middle().x, left.y}, Face::card_title, theme.text, "Staff", Align::centre);
    const bool open = set && wait_s <= 0;
    std::string words = pad.wrong ? "That is not it." : "PIN";
    if (!set) {
        words = "No PIN is set: tactus --kiosk-pin";
    } else if (wait_s > 0) {
        words = "Try again in " + rounded(std::ceil(wait_s)) + " s";
    }
    canvas.text({sheet.middle().x, left.y + 44}, Face::body,
                open && !pad.wrong ? theme.text_second : theme.amber, words, Align::centre);
    for (std::size_t k = 0; k < pad.typed.size(); ++k) {
        const float x =
            sheet.middle().x + 18 * (static_cast<float>(k) - 0.5F * static_cast<float>(pad.typed.size() - 1));
        canvas.dot({x, left.y + 86}, 5, theme.text);
    }
    if (open) {
        read_keyboard(pad, interaction.events(), ask);
        draw_pin_keys(canvas, interaction, {left.x, left.y + 108}, pad, ask);
    }
    if (button(canvas, interaction, {sheet.x + 114, sheet.bottom() - 74, 212, 54}, "Close") ||
        interaction.events().struck(devices::Key::escape)) {
        ask(AbandonRun{});
    }
}

void draw_staff_screen(Canvas& canvas, Interaction& interaction, const StaffView& view, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 900, 530);
    card(canvas, sheet);
    canvas.text({sheet.x + 40, sheet.y + 24}, Face::card_title, theme.text, "Staff");
    const float column = (sheet.width - 120) / 2;
    float y = sheet.y + 76;
    for (const auto& [label, value] : view.health) {
        const float named = canvas.text_width(Face::body, label) + 12;
        canvas.text({sheet.x + 40, y}, Face::body, theme.text_second, label);
        canvas.text_within({sheet.x + 40 + named, y}, column - named, Face::body_strong, theme.text, value);
        y += 28;
    }
    y += 8;
    for (const std::string& note : view.notes) {
        y += canvas.paragraph({sheet.x + 40, y}, column, Face::caption, theme.amber, note) + 4;
    }
    const float right = sheet.x + 80 + column;
    if (const auto volume = stepper(canvas, interaction, {right, sheet.y + 70, column, 64},
                                    {.title = "Volume", .value = view.volume_percent})) {
        ask(SetKioskVolume{*volume});
    }
    canvas.text({right, sheet.y + 152}, Face::body, theme.text_second, "Language of everybody who comes");
    float x = right;
    const float width = (column - 24) / 4;
    for (const LanguageName& language : languages()) {
        if (button(canvas, interaction, {x, sheet.y + 178, width, 54}, language.name,
                   {language.language == view.language ? ButtonKind::primary : ButtonKind::quiet, "",
                    language.code})) {
            ask(SetKioskLanguage{language.language});
        }
        x += width + 8;
    }
    if (button(canvas, interaction, {right, sheet.y + 262, column, 54}, "Restart the program")) {
        ask(Restart{});
    }
    if (button(canvas, interaction, {right, sheet.y + 326, column, 54}, "End the kiosk")) {
        ask(Quit{});
    }
    if (button(canvas, interaction, {right, sheet.bottom() - 84, column, 54}, "Back to the visitors",
               {ButtonKind::primary, "", ""}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(AbandonRun{});
    }
}

} // namespace tactus::ui
