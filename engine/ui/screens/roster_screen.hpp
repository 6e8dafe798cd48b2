#pragma once
/// The students of a class: a roster is pasted or read from a file, looked at, and entered.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/class_book.hpp"

#include <span>
#include <string>

namespace tactus::ui {

struct RosterView {
    std::string_view class_name;
    std::span<const records::Member> members;
    std::span<const exams::RosterEntry> looked_at; ///< pasted, not entered yet
    std::span<const Complaint> complaints;         ///< about what was pasted
    std::string_view said;
};

struct RosterScreen {
    std::string file; ///< being typed
    int first = 0;    ///< row at the top
};

void draw_roster_screen(Canvas& canvas, Interaction& interaction, const RosterView& view, RosterScreen& state,
                        Commands& ask);

} // namespace tactus::ui
