#pragma once
/// A student's name as it is typed or pasted, and as it is kept.

#include <string>
#include <string_view>

namespace tactus::exams {

/// Without blanks around and within doubled. Throws UserError, about "name of the student", when nothing is
/// left, when it is longer than 60 bytes or holds a control character.
std::string tidy_name(std::string_view typed);

/// "guest", whatever its case, is nobody's name.
bool means_guest(std::string_view name);

} // namespace tactus::exams
