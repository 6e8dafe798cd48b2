#include "engine/render/skin_lattice.hpp"

namespace tactus::render {

void even_out(float* map, float* scratch, CoarseRows of) {
    constexpr std::ptrdiff_t width = coarse_columns;
    const int first = std::max(of.first, 1);
    const int last = std::min(of.last, coarse_rows - 2);
    for (int sweep = 0; sweep < 2; ++sweep) {
        for (int row = first - 1; row <= last + 1; ++row) {
            const float* from = map + row * width;
            float* to = scratch + row * width;
            to[0] = from[0];
            for (std::ptrdiff_t k = 1; k < width - 1; ++k) {
                to[k] = 0.25F * (from[k - 1] + from[k + 1]) + 0.5F * from[k];
            }
            to[width - 1] = from[width - 1];
        }
        for (int row = first; row <= last; ++row) {
            const float* from = scratch + row * width;
            float* to = map + row * width;
            for (std::ptrdiff_t k = 0; k < width; ++k) {
                to[k] = 0.25F * (from[k - width] + from[k + width]) + 0.5F * from[k];
            }
        }
    }
}

void spread_most(std::vector<float>& map, std::vector<float>& scratch, int reach) {
    const auto along = [reach](const std::vector<float>& from, std::vector<float>& to, auto index,
                               int count) {
        for (int at = 0; at < count; ++at) {
            float most = from[index(at)];
            for (int near = std::max(at - reach, 0); near <= std::min(at + reach, count - 1); ++near) {
                most = std::max(most, from[index(near)]);
            }
            to[index(at)] = most;
        }
    };
    for (int row = 0; row < coarse_rows; ++row) {
        along(
            map, scratch, [row](int column) { return coarse_index(column, row); }, coarse_columns);
    }
    for (int column = 0; column < coarse_columns; ++column) {
        along(
            scratch, map, [column](int row) { return coarse_index(column, row); }, coarse_rows);
    }
}

} // namespace tactus::render
