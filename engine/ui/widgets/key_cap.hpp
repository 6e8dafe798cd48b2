#pragma once
/// A key as it looks on a keyboard.

#include "engine/ui/canvas.hpp"

#include <string_view>

namespace tactus::ui {

inline constexpr float key_cap_height = 22;

// key: the usual one; drawn as the person has it.
float key_cap_width(const Canvas& canvas, std::string_view key);

/// Draws it with its top left at `at`; returns its width.
float key_cap(Canvas& canvas, Vec2 at, std::string_view key, Colour colour);

/// A key and what it does, on one line; returns the width used.
float key_hint(Canvas& canvas, Vec2 at, std::string_view key, std::string_view meaning);

/// A key as it is, whatever it does: on the page where keys are chosen. at: its top right.
void chosen_key_cap(Canvas& canvas, Vec2 at, std::string_view key, Colour colour);

} // namespace tactus::ui
