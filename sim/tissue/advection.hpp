#pragma once
/// The predictor of a sliding tool: the dent moves with it before the solve.

#include "sim/tissue/grid.hpp"

namespace tactus::tissue {

/// u(X) <- u(X - shift) near `centre` (Lax-Wendroff, fading out between 6 and 9 cells). Both in cells of the
/// grid.
void advect(Grid& grid, Vec2 centre, Vec2 shift);

} // namespace tactus::tissue
