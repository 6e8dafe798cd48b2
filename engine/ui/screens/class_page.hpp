#pragma once
/// What the pages of classes and exams have in common.

#include "engine/ui/commands.hpp"
#include "engine/ui/interaction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tactus::ui {

/// The sheet of such a page with its title and a second line; returns its rectangle.
Rect draw_class_sheet(Canvas& canvas, std::string_view title, std::string_view second);

/// The way back at its foot, with what was done last behind it.
void draw_class_foot(Canvas& canvas, Interaction& interaction, const Rect& sheet, Page back,
                     std::string_view said, Commands& ask);

inline void ask_class(Commands& ask, ClassDeed deed) { ask(DoInClass{std::move(deed)}); }

/// "78", or a dash where there is none.
std::string grade_words(const std::optional<double>& grade);

} // namespace tactus::ui
