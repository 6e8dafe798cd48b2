#pragma once
/// A list of more rows than are shown: turning it, and the note that says which part is seen.

#include "engine/ui/interaction.hpp"

namespace tactus::ui {

/// Turned by the wheel over it; by the Page keys while the pointer is over it, or always when it has the
/// `keys`: the focus is in it, or it is the only list of its page.
void turn_rows(const Interaction& interaction, int& first, const Rect& list, int shown, int count, bool keys);

/// "1-7 of 42, wheel or Page keys" at the right; nothing when all are shown.
void draw_rows_note(Canvas& canvas, Vec2 right_top, int first, int shown, int count);

} // namespace tactus::ui
