#pragma once
/// The instructor's home: an entry for each thing that an instructor does.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <span>

namespace tactus::ui {

struct InstructorEntry {
    const char* title;
    const char* second;
    Command command;
};

/// What an instructor can do; the first is what most want.
std::span<const InstructorEntry> instructor_entries();

void draw_instructor_screen(Canvas& canvas, Interaction& interaction, Commands& ask);

} // namespace tactus::ui
