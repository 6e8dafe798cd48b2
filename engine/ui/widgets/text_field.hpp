#pragma once
/// A line to type into. It has no cursor to move: what is typed goes to the end, Backspace takes it back.

#include "engine/ui/interaction.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

struct TextFieldLook {
    std::string_view name;            ///< its identity on the screen
    std::string_view hint;            ///< shown while nothing is typed
    std::size_t longest = 60;         ///< bytes of UTF-8
    bool takes_without_focus = false; ///< the only line on a page is typed into wherever the focus is
};

/// True when Enter was pressed in it.
bool text_field(Canvas& canvas, Interaction& interaction, const Rect& rect, std::string& text,
                const TextFieldLook& look);

/// What a frame's keys make of the text: characters are appended as long as all of them fit, Backspace takes
/// the last character, whole.
void type_into(std::string& text, const devices::InputEvents& events, std::size_t longest);

} // namespace tactus::ui
