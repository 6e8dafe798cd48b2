#pragma once
/// Who is practising: a tile a student, the guest's before them and one for a new student after them.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/records/archive.hpp"

#include <span>
#include <string>

namespace tactus::ui {

struct StudentsScreen {
    std::string sought;   ///< part of a name; narrows the tiles when there are many
    std::string new_name; ///< being typed on the page of a new student
    int first_row = 0;    ///< of tiles, at the top
};

struct StudentsView {
    std::span<const records::Profile> students;
    const std::string& chosen; ///< a name, "" = guest
};

void draw_students_screen(Canvas& canvas, Interaction& interaction, const StudentsView& view,
                          StudentsScreen& state, Commands& ask);

void draw_new_student_screen(Canvas& canvas, Interaction& interaction, StudentsScreen& state, Commands& ask);

/// True when `part` stands in `name`, whatever the case of ASCII letters.
bool name_holds(std::string_view name, std::string_view part);

} // namespace tactus::ui
