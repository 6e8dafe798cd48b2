#include "engine/ui/widgets/text_field.hpp"

#include "engine/ui/widgets/button.hpp"

#include <algorithm>

namespace tactus::ui {

void type_into(std::string& text, const devices::InputEvents& events, std::size_t longest) {
    if (text.size() + events.typed.size() <= longest) {
        text += events.typed;
    }
    const auto taken = std::ranges::count(events.keys, devices::Key::backspace, &devices::KeyPress::key);
    for (std::ptrdiff_t k = 0; k < taken && !text.empty(); ++k) {
        while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
            text.pop_back();
        }
        text.pop_back();
    }
}

bool text_field(Canvas& canvas, Interaction& interaction, const Rect& rect, std::string& text,
                const TextFieldLook& look) {
    const WidgetId id = widget_id(look.name);
    interaction.pressable(id, rect); // takes a click for the focus
    const bool focused = interaction.focused(id);
    if (focused || look.takes_without_focus) {
        type_into(text, interaction.events(), look.longest);
    }
    const Theme& theme = canvas.theme();
    canvas.fill(rect, theme.text.at(0.07F), 9);
    control_edge(canvas, rect, 9);
    canvas.outline(rect, focused ? theme.teal : theme.edge, 9, focused ? 2 : 1);
    const float y = rect.middle().y - 10;
    const float room = rect.width - 36;
    if (text.empty()) {
        canvas.text_within({rect.x + 18, y}, room, Face::body, theme.text_third, look.hint);
    }
    canvas.clip(rect.inset(4));
    // Of a line that is too long, its end is shown: there it is being typed.
    const float width = canvas.text_width(Face::body_strong, text);
    const float left = rect.x + 18 - std::max(0.0F, width - room);
    canvas.text({left, y}, Face::body_strong, theme.text, text);
    canvas.unclip();
    if (focused) {
        const float caret = std::min(left + width + 2, rect.right() - 14);
        canvas.fill({caret, rect.middle().y - 11, 2, 22}, theme.teal);
    }
    return focused && interaction.events().struck(devices::Key::enter);
}

} // namespace tactus::ui
