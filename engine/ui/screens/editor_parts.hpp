#pragma once
/// The parts of the drill editor's screen. Internal to it.

#include "engine/ui/commands.hpp"
#include "engine/ui/editor.hpp"
#include "engine/ui/interaction.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

/// The drill and its own client as the fields of this frame make them, and which of them did.
struct Edit {
    drills::Drill drill;
    std::shared_ptr<const drills::OwnClient> own; ///< null: the drill has none
    std::string_view what;                        ///< "the force"; "" = nothing was edited
};

/// What all parts draw with.
struct EditorFrame {
    Canvas& canvas;
    Interaction& interaction;
    const EditorView& view;
    Editor& editor;
    Edit& edit;
    Commands& ask;

    [[nodiscard]] drills::Step& step() const { return edit.drill.steps[editor.step]; }

    /// The words of what is wrong with a field of the step, or of the drill; "" = nothing.
    [[nodiscard]] std::string_view trouble(std::string_view key, bool of_step) const;
};

/// A line to type into, with what is wrong with it at its right.
void edited_text(const EditorFrame& frame, const Rect& rect, std::string& text, std::string_view key,
                 std::string_view hint, bool of_step);

/// A line of small words.
void note_line(const EditorFrame& frame, Vec2 at, float width, std::string_view words, bool trouble = false);

/// Choice buttons side by side in lines; the one that was pressed, or none.
struct Chip {
    std::string_view words;
    bool chosen = false;
};

std::optional<std::size_t> chips(const EditorFrame& frame, const Rect& rect, std::span<const Chip> row);

void draw_step_table(const EditorFrame& frame, const Rect& rect);  ///< and the buttons under it
void draw_step_fields(const EditorFrame& frame, const Rect& rect); ///< of the step that is looked at

void draw_drill_fields(const EditorFrame& frame, const Rect& rect);
void draw_client_fields(const EditorFrame& frame, const Rect& rect);
/// The drill's own client, a tab for each kind of thing; or how to have one.
void draw_own_client(const EditorFrame& frame, const Rect& rect);

void draw_mark_fields(const EditorFrame& frame, const Rect& rect);
void draw_file_fields(const EditorFrame& frame, const Rect& rect);

/// The area that is looked at moves to where the back is pressed.
void draw_own_area_on_back(const EditorFrame& frame, const Rect& foot);

/// True while a press on the back is meant for the client's areas.
bool places_areas(const EditorFrame& frame);

/// The steps, the client's limits and points on the back, and what is drawn there by the pointer.
void draw_editor_back(const EditorFrame& frame, const Rect& foot);

} // namespace tactus::ui
