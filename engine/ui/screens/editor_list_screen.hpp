#pragma once
/// Which drill is to be edited: one's own, a frozen one or a shipped one, of which a copy is made, or a new
/// one.

#include "engine/ui/commands.hpp"
#include "engine/ui/editor.hpp"
#include "engine/ui/interaction.hpp"

#include <span>
#include <string>

namespace tactus::ui {

enum class EditorShelf : std::uint8_t { own, frozen, shipped };

struct EditorListScreen {
    EditorShelf shelf = EditorShelf::own;
    int first = 0;
    std::string chosen; ///< EditorEntry::drill
    std::string path;   ///< of a file to read
};

struct EditorListView {
    std::span<const EditorEntry> entries; ///< of the shelf that is shown
    std::string folder;                   ///< where one's own are kept
    std::string removed;                  ///< the drill deleted last, to be put back; "" = none
    std::string said;                     ///< of the last deed; "" = nothing
    bool trouble = false;                 ///< what is said is an error
};

void draw_editor_list_screen(Canvas& canvas, Interaction& interaction, const EditorListView& view,
                             EditorListScreen& state, Commands& ask);

} // namespace tactus::ui
