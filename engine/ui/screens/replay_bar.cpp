#include "engine/ui/screens/replay_bar.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "engine/ui/widgets/panel.hpp"

#include <algorithm>

namespace tactus::ui {

void draw_replay_bar(Canvas& canvas, Interaction& interaction, const ReplayBar& replay, Commands& ask) {
    const Theme& theme = canvas.theme();
    const float width = 640;
    const Rect rect{canvas.size().x - margin - width, canvas.size().y - margin - 84, width, 84};
    panel(canvas, rect);
    const std::string words = std::string(replay.title) + "   " + clock_time(replay.at_s) + " of " +
                              clock_time(replay.duration_s) + (replay.playing ? "" : "   standing still");
    canvas.text({rect.x + padding, rect.y + 12}, Face::body_strong, theme.text, words);
    canvas.text({rect.right() - padding - 110, rect.y + 14}, Face::caption, theme.text_second,
                "Space plays and stops    , . step", Align::right);
    const Rect line{rect.x + padding, rect.y + 50, width - 2 * padding - 120, 10};
    bar(canvas, line, replay.duration_s > 0 ? static_cast<float>(replay.at_s / replay.duration_s) : 0,
        theme.teal);
    const Rect target{line.x, line.y - 14, line.width, line.height + 28};
    if (interaction.pressable(widget_id("replay line"), target)) {
        const float share = std::clamp((interaction.pointer().x - line.x) / line.width, 0.0F, 1.0F);
        ask(SeekReplay{share * replay.duration_s});
    }
    if (button(canvas, interaction, {rect.right() - padding - 100, rect.y + 24, 100, 40}, "Leave",
               {ButtonKind::quiet, "Esc"}) ||
        interaction.events().struck(devices::Key::escape)) {
        ask(AbandonRun{});
    }
}

} // namespace tactus::ui
