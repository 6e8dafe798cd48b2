#include "engine/ui/screens/settings_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>

namespace tactus::ui {

namespace {

/// A line with a switch; true when it was pressed.
bool switch_row(Canvas& canvas, Interaction& interaction, const Rect& rect, const ListRow& row) {
    return list_row(canvas, interaction, rect, row, widget_id(row.title));
}

} // namespace

void draw_settings_screen(Canvas& canvas, Interaction& interaction, const Settings& settings,
                          std::span<const std::string> facts, Commands& ask) {
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 640, 580);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    const float width = sheet.width - 80;
    canvas.text({left, sheet.y + 30}, Face::card_title, theme.text, "Settings");

    canvas.text({left, sheet.y + 96}, Face::body_strong, theme.text, "Size of everything");
    canvas.text({left, sheet.y + 118}, Face::caption, theme.text_second,
                std::to_string(settings.scale_percent) + " %");
    Settings changed = settings;
    interaction.prefer(widget_id("Larger"));
    if (button(canvas, interaction, {left + width - 240, sheet.y + 94, 114, 40}, "Smaller")) {
        changed.scale_percent = std::max(80, settings.scale_percent - 10);
    }
    if (button(canvas, interaction, {left + width - 114, sheet.y + 94, 114, 40}, "Larger")) {
        changed.scale_percent = std::min(200, settings.scale_percent + 10);
    }
    float y = sheet.y + 152;
    const auto row = [&](const char* title, const char* second, bool& value, const char* on,
                         const char* off) {
        if (switch_row(canvas, interaction, {left, y, width, 58},
                       {.title = title, .second = second, .aside = value ? on : off, .chosen = value})) {
            value = !value;
        }
        y += 66;
    };
    row("High contrast", "Solid panels, brighter words", changed.high_contrast, "on", "off");
    row("Reduced motion", "No camera drift, nothing swells", changed.reduced_motion, "on", "off");
    row("First hand", "Which hand a run begins with; L changes it", changed.left_handed, "left", "right");
    if (changed != settings) {
        ask(ChangeSettings{changed});
    }
    y += 8;
    for (const std::string& fact : facts) {
        canvas.text_within({left, y}, width, Face::caption, theme.text_second, fact);
        y += 20;
    }
    if (button(canvas, interaction, {left + 140, sheet.bottom() - 62, 150, 40}, "Devices")) {
        ask(ShowPage{Page::devices});
    }
    if (button(canvas, interaction, {left, sheet.bottom() - 62, 130, 40}, "Back",
               {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
}

} // namespace tactus::ui
