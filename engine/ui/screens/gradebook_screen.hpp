#pragma once
/// Students against exams: grades, what waits for the instructor, and what is done with many at once.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/exams/gradebook.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

struct GradebookView {
    const exams::Gradebook& grades;
    std::string_view said; ///< what was done last
};

struct GradebookScreen {
    enum class Show { all, needs_me, not_started, approved } show = Show::all;
    std::string sought;        ///< part of a name
    int first = 0;             ///< student at the top
    std::size_t column = 1000; ///< of the exam that had the focus last; past the end = the newest
};

/// Arrows walk the cells, Enter opens one, typing narrows the names; Ctrl + Enter approves and goes to the
/// next that is to be marked, Ctrl + Z takes back what was done last with that exam.
void draw_gradebook_screen(Canvas& canvas, Interaction& interaction, const GradebookView& view,
                           GradebookScreen& state, Commands& ask);

} // namespace tactus::ui
