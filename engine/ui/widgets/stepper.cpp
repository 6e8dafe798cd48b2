#include "engine/ui/widgets/stepper.hpp"

#include "engine/ui/widgets/bar.hpp"
#include "engine/ui/widgets/button.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tactus::ui {

namespace {

constexpr float button_width = 44;
constexpr float bar_width = 120;
constexpr float stepper_figure_width = 58;

/// A square with a minus or a plus, which the sign's own strokes make: no font need have them.
bool sign_button(Canvas& canvas, Interaction& interaction, const Rect& rect, bool plus, WidgetId id) {
    const bool pressed = interaction.pressable(id, rect);
    const Theme& theme = canvas.theme();
    canvas.fill(rect, theme.text.at(interaction.hovered(rect) ? 0.20F : 0.10F), 8);
    control_edge(canvas, rect, 8);
    if (interaction.focused(id) && interaction.focus_visible()) {
        focus_ring(canvas, rect, 8);
    }
    const Vec2 middle = rect.middle();
    canvas.line(middle - Vec2(6, 0), middle + Vec2(6, 0), theme.text, 2);
    if (plus) {
        canvas.line(middle - Vec2(0, 6), middle + Vec2(0, 6), theme.text, 2);
    }
    return pressed;
}

} // namespace

std::optional<int> stepper(Canvas& canvas, Interaction& interaction, const Rect& rect, const Stepper& row) {
    const Theme& theme = canvas.theme();
    canvas.fill(rect, theme.text.at(0.05F), 9);
    const float middle = rect.y + rect.height / 2;
    const Rect more{rect.right() - 3 - button_width, rect.y + 3, button_width, rect.height - 6};
    const Rect less{more.x - 6 - button_width, more.y, button_width, more.height};
    const Rect line{less.x - 14 - bar_width, middle - 4, bar_width, 8};
    canvas.text_within({rect.x + 18, middle - 9}, line.x - stepper_figure_width - 30 - rect.x,
                       Face::body_strong, row.idle ? theme.text_third : theme.text, row.title);
    canvas.text({line.x - 12, middle - 8}, Face::caption_strong, theme.text_second,
                std::to_string(row.value) + std::string(row.unit), Align::right);
    const auto span = static_cast<float>(row.high - row.low);
    bar(canvas, line, static_cast<float>(row.value - row.low) / span,
        row.idle ? theme.text_third : theme.teal);

    const auto id = [&](const char* part) { return widget_id(std::string(row.title) + part); };
    int wanted = row.value;
    if (interaction.pressable(id(" bar"), {line.x, rect.y + 3, line.width, rect.height - 6})) {
        // By the pointer alone: the keyboard has the buttons.
        const float share = (interaction.pointer().x - line.x) / line.width;
        if (share >= -0.02F && share <= 1.02F) {
            const float steps = std::round(share * span / static_cast<float>(row.step));
            wanted = row.low + row.step * static_cast<int>(steps);
        }
    }
    wanted -= sign_button(canvas, interaction, less, false, id(" less")) ? row.step : 0;
    wanted += sign_button(canvas, interaction, more, true, id(" more")) ? row.step : 0;
    wanted = std::clamp(wanted, row.low, row.high);
    return wanted != row.value ? std::optional(wanted) : std::nullopt;
}

} // namespace tactus::ui
