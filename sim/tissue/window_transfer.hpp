#pragma once
/// Between a fine window and the coarse grid under it: columns of the window halve those of the coarse grid,
/// layers coincide. Restriction gathers in a fixed order, so its sums do not depend on threads.

#include "sim/tissue/grid.hpp"

namespace tactus::tissue {

/// Where a window lies: its first column and row, in cells of the coarse grid.
struct WindowPlace {
    int column;
    int row;

    friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};

/// The coarse cells under the window.
CellBox covered_cells(const Grid& window, const WindowPlace& place);

/// window skin <- coarse skin, bilinear. One field.
void prolong_skin(const Grid& coarse, const float* from, const Grid& window, const WindowPlace& place,
                  float* to);

/// coarse skin += transpose of the same.
void restrict_skin(const Grid& window, const WindowPlace& place, const float* from, const Grid& coarse,
                   float* to);

/// coarse nodes += transpose of the bilinear interpolation of the window's nodes, all levels. One field.
void restrict_nodes(const Grid& window, const WindowPlace& place, const float* from, const Grid& coarse,
                    float* to);

/// A window over its coarse grid.
struct WindowOver {
    const Grid* coarse;
    const Grid* window;
    WindowPlace place;
};

/// window nodes += factor * bilinear coarse nodes, all levels. One field.
void prolong_nodes(const WindowOver& over, const float* from, float factor, float* to);

/// Coarse displacement inside the window <- the window's.
void inject_displacement(const Grid& window, const WindowPlace& place, Grid& coarse);

/// Window displacement <- bilinear coarse displacement, but in cells of `known` (window nodes strictly inside
/// them).
void fill_displacement(const Grid& coarse, Grid& window, const WindowPlace& place, const CellBox& known);

/// History of the window's cells outside `known` <- the coarse cell's, and of the coarse cells in `cells` <-
/// the mean.
void fill_history(const Grid& coarse, Grid& window, const WindowPlace& place, const CellBox& known);
void return_history(const Grid& window, const WindowPlace& place, Grid& coarse, const CellBox& cells);

} // namespace tactus::tissue
