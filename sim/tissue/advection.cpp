#include "sim/tissue/advection.hpp"

#include <algorithm>
#include <vector>

namespace tactus::tissue {

namespace {

constexpr float inner_cells = 6.0F;
constexpr float outer_cells = 9.0F;
constexpr float shift_limit = 0.9F; ///< the scheme is stable below one cell

/// Of a node this far from the centre, in cells.
float share_at(float away) {
    return std::clamp((outer_cells - away) / (outer_cells - inner_cells), 0.0F, 1.0F);
}

/// A shift along one axis of the grid.
struct AxisShift {
    int stride; ///< from a node to the next
    float cells;
};

/// The change at a node, by the scheme of Lax and Wendroff (1960).
float lax_wendroff(const float* at, AxisShift shift) {
    const float before = at[-shift.stride];
    const float after = at[shift.stride];
    const float s = shift.cells;
    return -0.5F * s * (after - before) + 0.5F * s * s * (after - 2 * at[0] + before);
}

/// The nodes that a shift may move: columns and rows [first, last), all within reach of the centre.
struct MovedNodes {
    Vec2 centre;
    int column_first;
    int column_last;
    int row_first;
    int row_last;
};

MovedNodes moved_nodes(const GridArrays& g, Vec2 centre) {
    return {centre, std::max(g.column_first + 1, static_cast<int>(centre.x - outer_cells)),
            std::min(g.column_last, static_cast<int>(centre.x + outer_cells) + 1),
            std::max(g.row_first + 1, static_cast<int>(centre.y - outer_cells)),
            std::min(g.row_last, static_cast<int>(centre.y + outer_cells) + 1)};
}

/// Shifts one component; the base stays. `old` is room for its values before.
void shift_component(const Grid& grid, float* u, const MovedNodes& nodes, AxisShift shift,
                     std::vector<float>& old) {
    const GridArrays& g = grid.arrays();
    const int offset = grid.node(0, nodes.row_first - 1, 0);
    old.assign(u + offset, u + grid.node(0, nodes.row_last + 1, 0));
    for (int row = nodes.row_first; row < nodes.row_last; ++row) {
        for (int i = nodes.column_first; i < nodes.column_last; ++i) {
            const Vec2 at{static_cast<float>(i), static_cast<float>(row)};
            const float weight = share_at(glm::length(at - nodes.centre));
            for (int level = 1; level <= g.layers && weight > 0; ++level) {
                const int n = grid.node(i, row, level);
                u[n] += weight * lax_wendroff(old.data() + (n - offset), shift) * g.mask[n];
            }
        }
    }
}

} // namespace

void advect(Grid& grid, Vec2 centre, Vec2 shift) {
    const GridArrays& g = grid.arrays();
    const MovedNodes nodes = moved_nodes(g, centre);
    if (nodes.row_first >= nodes.row_last || nodes.column_first >= nodes.column_last) {
        return;
    }
    const Vec2 s = glm::clamp(shift, Vec2{-shift_limit}, Vec2{shift_limit});
    const int row_step = (g.layers + 1) * g.stride;
    std::vector<float> old;
    for (int pass = 0; pass < 2; ++pass) {
        for (float* const u : g.displacement) {
            if (s[pass] != 0.0F) {
                shift_component(grid, u, nodes, {pass == 0 ? 1 : row_step, s[pass]}, old);
            }
        }
    }
}

} // namespace tactus::tissue
