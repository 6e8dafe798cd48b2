#pragma once
/// The drill editor: the steps as a table, what each asks for, and the back to draw on.

#include "engine/ui/commands.hpp"
#include "engine/ui/editor.hpp"
#include "engine/ui/interaction.hpp"

namespace tactus::ui {

/// Where its sheet ends: right of it lies the back.
float editor_sheet_right(const Canvas& canvas);

/// Fields change the drill through the editor's history; what goes beyond it is asked for.
void draw_editor_screen(Canvas& canvas, Interaction& interaction, const EditorView& view, Editor& editor,
                        Commands& ask);

} // namespace tactus::ui
