#include "engine/ui/widgets/choice_button.hpp"

#include "engine/ui/widgets/button.hpp"

namespace tactus::ui {

bool choice_button(Canvas& canvas, Interaction& interaction, const Rect& rect, std::string_view label,
                   bool chosen) {
    constexpr float corner = 8;
    const Theme& theme = canvas.theme();
    const WidgetId id = widget_id(label);
    const bool pressed = interaction.pressable(id, rect);
    const float light = interaction.hovered(rect) ? 0.16F : 0.08F;
    canvas.fill(rect, chosen ? theme.teal.at(0.26F) : theme.text.at(light), corner);
    control_edge(canvas, rect, corner);
    if (chosen) {
        canvas.outline(rect, theme.teal, corner, 1.5F);
    }
    if (interaction.focused(id) && interaction.focus_visible()) {
        focus_ring(canvas, rect, corner);
    }
    canvas.text({rect.middle().x, rect.middle().y - 9}, Face::caption_strong,
                chosen ? theme.text : theme.text_second, label, Align::centre);
    return pressed;
}

} // namespace tactus::ui
