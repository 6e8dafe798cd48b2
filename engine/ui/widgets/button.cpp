#include "engine/ui/widgets/button.hpp"

#include "engine/ui/widgets/key_cap.hpp"

#include <algorithm>

namespace tactus::ui {

void focus_ring(Canvas& canvas, const Rect& rect, float corner) {
    canvas.outline(rect.inset(-4), canvas.theme().teal, corner + 4, 3);
}

void control_edge(Canvas& canvas, const Rect& rect, float corner) {
    if (canvas.theme().control_edge.opacity > 0) {
        canvas.outline(rect, canvas.theme().control_edge, corner, 1);
    }
}

void draw_dwell(Canvas& canvas, const Interaction& interaction) {
    const float share = interaction.dwell_share();
    if (share > 0.1F) {
        canvas.arc(interaction.pointer(), 15, {-90, 270}, canvas.theme().ink, 5);
        canvas.arc(interaction.pointer(), 15, {-90, -90 + 360 * share}, canvas.theme().teal, 4);
    }
}

bool button(Canvas& canvas, Interaction& interaction, const Rect& rect, std::string_view label,
            ButtonLook look) {
    const WidgetId id = widget_id(look.id.empty() ? label : look.id);
    const bool pressed = interaction.pressable(id, rect);
    const Theme& theme = canvas.theme();
    const bool kiosk = look.kind == ButtonKind::kiosk;
    const bool quiet = look.kind == ButtonKind::quiet;
    const float corner = kiosk ? rect.height / 2 : 9;
    const bool hovered = interaction.hovered(rect);
    const Face face = kiosk ? Face::kiosk_button : Face::body_strong;
    canvas.fill(rect, quiet ? theme.text.at(hovered ? 0.18F : 0.10F) : theme.teal.at(hovered ? 1.0F : 0.92F),
                corner);
    control_edge(canvas, rect, corner);
    if (interaction.focused(id) && interaction.focus_visible()) {
        focus_ring(canvas, rect, corner);
    }
    const Colour words = quiet ? theme.text : Colour{13, 20, 22, 255};
    const float edge = kiosk ? 24 : 6;
    const float cap = look.key.empty() ? 0 : key_cap_width(canvas, look.key) + 8;
    const float width = std::min(canvas.text_width(face, label), rect.width - 2 * edge - cap);
    const float left = rect.middle().x - (width + cap) / 2;
    if (cap > 0) {
        key_cap(canvas, {left, rect.middle().y - key_cap_height / 2}, look.key, words);
    }
    canvas.text_within({left + cap, rect.middle().y - faces[static_cast<std::size_t>(face)].size * 0.62F},
                       width + 1, face, words, label);
    return pressed;
}

bool text_link(Canvas& canvas, Interaction& interaction, Vec2 at, std::string_view words,
               std::string_view key, std::string_view id) {
    const Theme& theme = canvas.theme();
    const Rect link{at.x, at.y, canvas.text_width(Face::caption_strong, words), 18};
    const WidgetId widget = widget_id(id.empty() ? words : id);
    const bool pressed = interaction.pressable(widget, link);
    canvas.text(at, Face::caption_strong, interaction.hovered(link) ? theme.text : theme.teal, words);
    if (!key.empty()) {
        key_cap(canvas, {link.right() + 8, at.y - 2}, key, theme.text_second);
    }
    if (interaction.focused(widget) && interaction.focus_visible()) {
        focus_ring(canvas, link, 4);
    }
    return pressed;
}

bool row_ground(Canvas& canvas, Interaction& interaction, const Rect& rect, bool chosen, WidgetId id) {
    constexpr float corner = 9;
    const bool pressed = interaction.pressable(id, rect);
    const Theme& theme = canvas.theme();
    canvas.fill(rect,
                chosen ? theme.teal.at(0.20F) : theme.text.at(interaction.hovered(rect) ? 0.10F : 0.05F),
                corner);
    control_edge(canvas, rect, corner);
    if (chosen) {
        canvas.fill({rect.x, rect.y + 8, 4, rect.height - 16}, theme.teal, 2);
    }
    if (interaction.focused(id) && interaction.focus_visible()) {
        focus_ring(canvas, rect, corner);
    }
    return pressed;
}

bool list_row(Canvas& canvas, Interaction& interaction, const Rect& rect, const ListRow& row, WidgetId id) {
    const bool pressed = row_ground(canvas, interaction, rect, row.chosen, id);
    const Theme& theme = canvas.theme();
    const float aside = row.aside.empty() ? 0 : canvas.text_width(Face::caption_strong, row.aside) + 20;
    const float room = rect.width - 36 - aside;
    const bool two = !row.second.empty();
    const float top = rect.middle().y - (two ? 19 : 10);
    canvas.text_within({rect.x + 18, top}, room, Face::body_strong, theme.text, row.title);
    if (two) {
        canvas.text_within({rect.x + 18, top + 21}, room, Face::caption, theme.text_second, row.second);
    }
    if (aside > 0) {
        canvas.text({rect.right() - 16, top + 2}, Face::caption_strong,
                    row.chosen ? theme.teal : theme.text_second, row.aside, Align::right);
    }
    return pressed;
}

} // namespace tactus::ui
