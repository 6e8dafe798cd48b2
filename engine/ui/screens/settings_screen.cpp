#include "engine/ui/screens/settings_screen.hpp"

#include "engine/ui/room.hpp"
#include "engine/ui/screens/settings_rows.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <array>
#include <string>

namespace tactus::ui {

namespace {

constexpr float tab_width = 150;
constexpr float tabs_top = 84;

struct TabWord {
    SettingsScreen::Tab tab;
    const char* word;
};

constexpr std::array tabs{
    TabWord{SettingsScreen::Tab::screen, "Screen"}, TabWord{SettingsScreen::Tab::sound, "Sound"},
    TabWord{SettingsScreen::Tab::hand, "Hand"}, TabWord{SettingsScreen::Tab::keys, "Keys"},
    TabWord{SettingsScreen::Tab::school, "School"}};

void draw_settings_tabs(Canvas& canvas, Interaction& interaction, const Rect& sheet, SettingsScreen& state,
                        Commands& ask) {
    float y = sheet.y + tabs_top;
    const auto tab = [&](const char* word, bool chosen) {
        const bool pressed =
            list_row(canvas, interaction, {sheet.x + 30, y, tab_width, settings_row_height},
                     {.title = word, .second = {}, .aside = {}, .chosen = chosen}, widget_id(word));
        y += settings_row_step;
        return pressed;
    };
    for (const TabWord& each : tabs) {
        if (tab(each.word, state.tab == each.tab) && !state.keys.listening) {
            state.tab = each.tab;
            state.keys = {};
            state.looks_for_school = each.tab == SettingsScreen::Tab::school;
        }
    }
    if (tab("Devices", false) && !state.keys.listening) {
        ask(ShowPage{Page::devices});
    }
}

/// pages_percent: how large lists and cards can be in this window.
void draw_screen_tab(SettingsRows& rows, Settings& settings, std::span<const std::string> facts,
                     int pages_percent) {
    rows.number({.title = "Size of everything", .low = 80, .high = 200}, settings.scale_percent);
    if (settings.scale_percent > pages_percent) {
        rows.note("Lists and cards: " + std::to_string(pages_percent) +
                  " %, which fills this window; a larger one has larger words.");
    }
    rows.flag("High contrast", "solid panels, brighter words", settings.high_contrast);
    rows.flag("Reduced motion", "no camera drift, nothing swells", settings.reduced_motion);
    for (const std::string& fact : facts) {
        rows.note(fact);
    }
}

void draw_sound_tab(SettingsRows& rows, SoundSettings& sound, std::string_view trouble) {
    rows.flag("Mute", rows.key("S") + " during a run", sound.muted);
    rows.number({.title = "Metronome", .idle = sound.muted}, sound.metronome);
    rows.number({.title = "Pressure tone", .idle = sound.muted}, sound.tone);
    rows.number({.title = "Breath", .idle = sound.muted}, sound.breath);
    rows.number({.title = "Voice", .idle = sound.muted}, sound.voice);
    rows.flag("Captions", "what sounds is also written", sound.captions);
    if (!trouble.empty()) {
        rows.note(trouble);
    }
}

void draw_hand_tab(SettingsRows& rows, Settings& settings) {
    rows.choice("First hand", "which one a run begins with; " + rows.key("L") + " changes it",
                settings.left_handed, "left", "right");
    rows.flag("Sticky press", "a press touches, the next one lifts", settings.sticky_press);
    rows.number({.title = "Press by resting", .high = 2000, .step = 100, .unit = " ms"}, settings.dwell_ms);
    rows.flag("One hand", "Shift, Ctrl, " + rows.key("F") + " stay on until pressed again",
              settings.one_hand);
    rows.note("Resting presses buttons; on the back it touches, and leaving the back lifts. 0 ms: off.");
    rows.note("Runs with sticky press or by resting say so in their result, and are practice");
    rows.note("unless this station grades them: tactus --accommodate.");
}

} // namespace

void draw_settings_screen(Canvas& canvas, Interaction& interaction, const SettingsView& view,
                          SettingsScreen& state, Commands& ask) {
    const Rect sheet = centred(canvas, 800, 520);
    card(canvas, sheet);
    canvas.text({sheet.x + 40, sheet.y + 28}, Face::card_title, canvas.theme().text, "Settings");
    state.looks_for_school = false;
    draw_settings_tabs(canvas, interaction, sheet, state, ask);
    const float left = sheet.x + 30 + tab_width + 24;
    SettingsRows rows(canvas, interaction, {left, sheet.y + tabs_top, sheet.right() - 30 - left, 0});
    Settings changed = view.settings;
    state.pushes_now = false;
    const bool listening = state.keys.listening.has_value(); // then Esc is its own
    switch (state.tab) {
    case SettingsScreen::Tab::screen:
        draw_screen_tab(rows, changed, view.facts, percent_with(page_room, canvas.size() * canvas.scale()));
        break;
    case SettingsScreen::Tab::sound:
        draw_sound_tab(rows, changed.sound, view.sound_trouble);
        break;
    case SettingsScreen::Tab::hand:
        draw_hand_tab(rows, changed);
        break;
    case SettingsScreen::Tab::keys:
        draw_keys_settings(
            canvas, interaction,
            {left, sheet.y + tabs_top, sheet.right() - 30 - left, sheet.height - tabs_top - 62}, changed.keys,
            state.keys);
        if (button(canvas, interaction, {sheet.right() - 30 - 190, sheet.bottom() - 54, 190, 40},
                   "All as usual") &&
            !state.keys.listening) {
            changed.keys = {};
            state.keys.said = "Every key is as it was at first.";
        }
        break;
    case SettingsScreen::Tab::school:
        state.pushes_now = draw_school_settings(
            canvas, interaction, {left, sheet.y + tabs_top, sheet.right() - 30 - left, 0}, view.school);
        break;
    }
    if (changed != view.settings) {
        ask(ChangeSettings{changed});
    }
    if (button(canvas, interaction, {sheet.x + 30, sheet.bottom() - 54, 130, 40}, "Back",
               {ButtonKind::quiet, "Esc"}) ||
        (!listening && interaction.events().struck(devices::Key::escape))) {
        state.keys = {};
        ask(ShowPage{Page::home});
    }
}

} // namespace tactus::ui
