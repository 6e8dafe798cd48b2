#pragma once
/// Marks on the skin that no run of today leaves, laid by hand for a picture: weals and bruises.

#include "sim/anatomy/skin_grid.hpp"
#include "sim/session/snapshot.hpp"

namespace tactus::app {

/// Lays a row of weals on the right of the spine and bruises of three ages on the left.
void lay_marks(const anatomy::SkinGrid& grid, session::SkinSnapshot& skin);

} // namespace tactus::app
