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

/// The change by a shift of s cells along `stride`, by the scheme of Lax and Wendroff (1960).
float lax_wendroff(const float* at, int stride, float s) {
    return -0.5F * s * (at[stride] - at[-stride]) + 0.5F * s * s * (at[stride] - 2 * at[0] + at[-stride]);
}

} // namespace

void advect(Grid& grid, Vec2 centre, Vec2 shift) {
    const GridArrays& g = grid.arrays();
    const Vec2 c = glm::clamp(shift, Vec2{-shift_limit}, Vec2{shift_limit});
    const int row_step = (g.layers + 1) * g.stride;
    const int row_first = std::max(g.row_first + 1, static_cast<int>(centre.y - outer_cells));
    const int row_last = std::min(g.row_last, static_cast<int>(centre.y + outer_cells) + 1);
    const int column_first = std::max(g.column_first + 1, static_cast<int>(centre.x - outer_cells));
    const int column_last = std::min(g.column_last, static_cast<int>(centre.x + outer_cells) + 1);
    if (row_first >= row_last || column_first >= column_last) {
        return;
    }
    const int offset = grid.node(0, row_first - 1, 0);
    std::vector<float> old;
    for (int pass = 0; pass < 2; ++pass) {
        const float s = pass == 0 ? c.x : c.y;
        const int stride = pass == 0 ? 1 : row_step;
        if (s == 0.0F) {
            continue;
        }
        for (float* const u : g.displacement) {
            old.assign(u + offset, u + grid.node(0, row_last + 1, 0));
            for (int row = row_first; row < row_last; ++row) {
                for (int i = column_first; i < column_last; ++i) {
                    const Vec2 at{static_cast<float>(i), static_cast<float>(row)};
                    const float weight = share_at(glm::length(at - centre));
                    for (int level = 1; level <= g.layers && weight > 0; ++level) {
                        const int n = grid.node(i, row, level);
                        u[n] += weight * lax_wendroff(old.data() + (n - offset), stride, s) * g.mask[n];
                    }
                }
            }
        }
    }
}

} // namespace tactus::tissue
