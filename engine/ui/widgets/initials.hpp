#pragma once
/// A person as a disc with initials.

#include "engine/ui/canvas.hpp"

#include <string>
#include <string_view>

namespace tactus::ui {

/// First letters of the first and the last word, capitals where they are ASCII: "ana de la Cruz" is "AC".
std::string initials(std::string_view name);

/// marked: the one who is chosen.
void initials_disc(Canvas& canvas, Vec2 centre, float size, std::string_view letters, bool marked);

} // namespace tactus::ui
