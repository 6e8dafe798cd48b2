#pragma once
/// A row to choose whose words may take several lines.

#include "engine/ui/interaction.hpp"

#include <string_view>

namespace tactus::ui {

struct ParagraphRow {
    std::string_view words;
    std::string_view second; ///< smaller, below
    bool chosen = false;
};

/// The height that it needs at that width.
float paragraph_row_height(const Canvas& canvas, const ParagraphRow& row, float width);

/// Draws it at `at`, as high as it needs; true when it was pressed in this frame.
bool paragraph_row(Canvas& canvas, Interaction& interaction, Vec2 at, float width, const ParagraphRow& row,
                   WidgetId id);

} // namespace tactus::ui
