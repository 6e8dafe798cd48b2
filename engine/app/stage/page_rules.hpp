#pragma once
/// What tells one page from another, whatever is on it. Pure.

#include "engine/app/desks/class_desk.hpp"
#include "engine/ui/commands.hpp"

namespace tactus::app {

/// On which words are typed: a letter is no key there.
inline bool is_typed_on(ui::Page page) {
    switch (page) {
    case ui::Page::students:
    case ui::Page::new_student:
    case ui::Page::intake:
    case ui::Page::editor:
    case ui::Page::editor_list:
        return true;
    default:
        return ClassDesk::owns(page);
    }
}

/// Beside which the client lies, in place of behind it.
inline bool shows_client_aside(ui::Page page) {
    switch (page) {
    case ui::Page::home:
    case ui::Page::instructor:
    case ui::Page::editor_list:
    case ui::Page::intake:
    case ui::Page::clients:
    case ui::Page::atlas:
        return true;
    default:
        return false;
    }
}

} // namespace tactus::app
