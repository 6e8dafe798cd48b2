#include "engine/ui/screens/replays_screen.hpp"

#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::ui {

void draw_replays_screen(Canvas& canvas, Interaction& interaction, std::span<const ReplayEntry> replays,
                         ReplaysScreen& state, Commands& ask) {
    constexpr float row_step = 64;
    const Theme& theme = canvas.theme();
    const Rect sheet = centred(canvas, 820, 600);
    card(canvas, sheet);
    const float left = sheet.x + 40;
    canvas.text({left, sheet.y + 30}, Face::card_title, theme.text, "Replays");
    const int shown = static_cast<int>((sheet.height - 180) / row_step);
    const int count = static_cast<int>(replays.size());
    if (replays.empty()) {
        canvas.text({left, sheet.y + 100}, Face::body, theme.text_second,
                    "Nothing recorded yet. Every drill you do appears here.");
        if (button(canvas, interaction, {left, sheet.y + 134, 200, 40}, "Choose a drill",
                   {ButtonKind::primary, ""})) {
            ask(ShowPage{Page::drills});
        }
    }
    state.first += interaction.events().struck(devices::Key::page_down) ? shown : 0;
    state.first -= interaction.events().struck(devices::Key::page_up) ? shown : 0;
    state.first -= static_cast<int>(std::lround(interaction.events().wheel));
    state.first = std::clamp(state.first, 0, std::max(0, count - shown));
    for (int index = state.first; index < std::min(count, state.first + shown); ++index) {
        const ReplayEntry& entry = replays[static_cast<std::size_t>(index)];
        const std::string second =
            entry.when + "     " + entry.client + "     " + spoken_time(entry.duration_s);
        const std::string aside = entry.graded ? rounded(entry.score) : "practice";
        const WidgetId id = widget_id(entry.file.string());
        const Rect rect{left, sheet.y + 90 + row_step * static_cast<float>(index - state.first),
                        sheet.width - 80 - 130, row_step - 8};
        interaction.prefer(id);
        if (list_row(
                canvas, interaction, rect,
                {.title = entry.drill, .second = second, .aside = aside, .chosen = interaction.focused(id)},
                id)) {
            ask(WatchReplay{.file = entry.file, .from_s = 0});
        }
        const std::string compare = "compare " + entry.file.string();
        if (button(canvas, interaction, {rect.right() + 10, rect.y + 8, 120, 40}, "Compare",
                   {.kind = ButtonKind::quiet, .key = {}, .id = compare})) {
            ask(CompareRun{.file = entry.file});
        }
    }
    if (count > shown) {
        canvas.text({sheet.right() - 40, sheet.bottom() - 50}, Face::caption, theme.text_second,
                    std::to_string(state.first + 1) + "-" +
                        std::to_string(std::min(count, state.first + shown)) + " of " +
                        std::to_string(count) + "   wheel or Page keys",
                    Align::right);
    }
    if (button(canvas, interaction, {left, sheet.bottom() - 62, 130, 40}, "Back",
               {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(ShowPage{Page::home});
    }
}

} // namespace tactus::ui
