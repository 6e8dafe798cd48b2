#include "sim/tissue/back_solver.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

/// A window follows when its tool is further from its centre than this, in coarse cells: 7 mm.
constexpr float hysteresis_cells = 0.7F;

/// Two thumbs whose small windows would touch share a large one, in coarse cells.
constexpr float share_distance_cells = 9.0F;

/// The first cell of a window of `half` coarse cells to either side of `centre`, kept on the lattice.
int first_cell(float centre, int half, int cells) {
    return std::clamp(static_cast<int>(std::floor(centre + 0.5F)) - half, 0, cells - 2 * half);
}

} // namespace

/// The size that holds two thumbs `apart` coarse cells from one another, 30 mm from the walls; an open window
/// is kept while it still leaves 25 mm.
WindowSize BackSolver::shared_size(Vec2 apart) const {
    constexpr float fits = 2.0F;
    constexpr float still_fits = 3.0F;
    WindowSize size{apart.x <= fits ? window_small : window_large,
                    apart.y <= fits ? window_small : window_large};
    for (const OpenWindow& open : windows_) {
        if (open.owners[0] && open.owners[1]) {
            const WindowSize now = open.window->size();
            size.columns = now.columns == window_small && apart.x <= still_fits ? window_small : size.columns;
            size.rows = now.rows == window_small && apart.y <= still_fits ? window_small : size.rows;
        }
    }
    return size;
}

WindowGround BackSolver::ground() { return {&fine_back_, &base_mm_, &grid_, &factors_}; }

void BackSolver::open_window(const WindowPlace& place, const WindowSize& size,
                             std::array<bool, contact::side_count> owners) {
    windows_.push_back({std::make_unique<FineWindow>(ground(), place, size, *kernels_, *pool_), owners});
    windows_.back().window->viscosity().start_at(now_s_ - seconds_);
}

void BackSolver::mark_covered() {
    const GridArrays& g = grid_.arrays();
    covered_.clear();
    std::fill(g.exposed, g.exposed + grid_.cell_count(), 1.0F);
    for (const OpenWindow& open : windows_) {
        const CellBox box = open.window->covered();
        covered_.push_back(box);
        for (int row = box.row_first; row < box.row_last; ++row) {
            for (int layer = 0; layer < g.layers; ++layer) {
                float* const first = g.exposed + grid_.cell(0, row, layer);
                std::fill(first + box.column_first, first + box.column_last, 0.0F);
            }
        }
    }
}

void BackSolver::place_windows() {
    struct Wanted {
        Vec2 centre;
        WindowSize size;
        std::array<bool, contact::side_count> owners;
    };

    std::vector<Wanted> wanted;
    for (int side = 0; side < contact::side_count; ++side) {
        const ToolTrack& track = tracks_[side];
        if (track.present && track.kind == contact::ToolKind::thumb) {
            wanted.push_back({Vec2{track.place.column, track.place.row} * 0.25F,
                              {window_small, window_small},
                              {side == 0, side == 1}});
        }
    }
    if (wanted.size() == 2) {
        const Vec2 apart = glm::abs(wanted[0].centre - wanted[1].centre);
        if (std::max(apart.x, apart.y) < share_distance_cells) {
            wanted = {{(wanted[0].centre + wanted[1].centre) * 0.5F, shared_size(apart), {true, true}}};
        }
    }
    bool changed = false;
    for (std::size_t k = 0; k < windows_.size();) {
        const bool stays = std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& want) {
            return want.owners == windows_[k].owners && want.size == windows_[k].window->size();
        });
        if (stays) {
            ++k;
            continue;
        }
        windows_[k].window->close(grid_);
        windows_.erase(windows_.begin() + static_cast<std::ptrdiff_t>(k));
        changed = true;
    }
    const GridArrays& g = grid_.arrays();
    for (const Wanted& want : wanted) {
        const int across = want.size.columns / 4;
        const int along = want.size.rows / 4;
        const WindowPlace place{first_cell(want.centre.x, across, g.columns),
                                first_cell(want.centre.y, along, g.rows)};
        const auto found = std::find_if(windows_.begin(), windows_.end(),
                                        [&](const OpenWindow& open) { return open.owners == want.owners; });
        if (found == windows_.end()) {
            open_window(place, want.size, want.owners);
            changed = true;
            continue;
        }
        const WindowPlace now = found->window->place();
        const Vec2 off =
            want.centre - Vec2{static_cast<float>(now.column + across), static_cast<float>(now.row + along)};
        const WindowPlace next{std::fabs(off.x) > hysteresis_cells ? place.column : now.column,
                               std::fabs(off.y) > hysteresis_cells ? place.row : now.row};
        if (!(next == now)) {
            found->window->move(ground(), next);
            changed = true;
        }
    }
    if (changed) {
        mark_covered();
    }
}

} // namespace tactus::tissue
