#pragma once
/// Things to press, with a visible focus (3 px teal ring) and at least 38 logical pixels to hit.

#include "engine/ui/interaction.hpp"

#include <string_view>

namespace tactus::ui {

enum class ButtonKind {
    primary, ///< teal: the one thing most people want
    quiet,   ///< grey
    kiosk,   ///< teal, round, large
};

struct ButtonLook {
    ButtonKind kind = ButtonKind::quiet;
    std::string_view key; ///< key cap shown at its left, "" = none
    std::string_view id;  ///< its identity where several have one label; "" = the label
};

/// True when it was pressed in this frame.
bool button(Canvas& canvas, Interaction& interaction, const Rect& rect, std::string_view label,
            ButtonLook look = {});

/// Words that can be pressed, as high as a line of captions. key: its cap, shown behind them; "" = none. id:
/// its identity where several have the same words; "" = the words. True when pressed in this frame.
bool text_link(Canvas& canvas, Interaction& interaction, Vec2 at, std::string_view words,
               std::string_view key = {}, std::string_view id = {});

/// The ground of a row to press, with its mark when chosen. True when pressed in this frame.
bool row_ground(Canvas& canvas, Interaction& interaction, const Rect& rect, bool chosen, WidgetId id);

/// A row of a list: title, second line, marked when chosen. True when pressed.
struct ListRow {
    std::string_view title;
    std::string_view second;
    std::string_view aside; ///< short word at the right
    bool chosen = false;
};

bool list_row(Canvas& canvas, Interaction& interaction, const Rect& rect, const ListRow& row, WidgetId id);

/// A ring about the pointer that closes while it rests on something.
void draw_dwell(Canvas& canvas, const Interaction& interaction);

/// The ring that shows where the keyboard is.
void focus_ring(Canvas& canvas, const Rect& rect, float corner);

/// The edge of something to press, where the theme wants it seen.
void control_edge(Canvas& canvas, const Rect& rect, float corner);

} // namespace tactus::ui
