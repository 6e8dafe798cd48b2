#pragma once
/// Classes at the left; of the chosen one its exams, and what can be done with them.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/exams/gradebook.hpp"
#include "sim/records/class_book.hpp"

#include <span>
#include <string>

namespace tactus::ui {

struct ClassesView {
    std::span<const records::Class> classes;
    const records::Class* chosen = nullptr;
    const exams::Gradebook& grades; ///< of the chosen one
    std::int64_t now_unix_s = 0;
    std::string_view who;  ///< stands beside what is said; "" = not told yet
    std::string_view said; ///< what was done last
};

struct ClassesScreen {
    std::string new_class; ///< being typed
    std::string who;       ///< being typed
    int first = 0;         ///< class at the top
    int first_exam = 0;
};

void draw_classes_screen(Canvas& canvas, Interaction& interaction, const ClassesView& view,
                         ClassesScreen& state, Commands& ask);

} // namespace tactus::ui
