#include "sim/tissue/back_solver.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

/// A window follows when its tool is further from its centre than this, in coarse cells: 5.5 mm. A move is of
/// one cell, so the tool comes to lie nearly as far off on the other side, where the walls alter its force as
/// much: from 0.55 to -0.45 the converged force changes by 0.09 % under a sphere of 10 mm, from 0.7 to -0.3
/// by 0.17 %.
constexpr float hysteresis_cells = 0.55F;

/// The first cell of a window of `half` coarse cells to either side of `centre`, kept on the lattice.
int first_cell(float centre, int half, int cells) {
    return std::clamp(static_cast<int>(std::floor(centre + 0.5F)) - half, 0, cells - 2 * half);
}

/// Coarse cells to either side of a tool's centre that its own window holds.
int window_reach(contact::ToolKind kind) {
    return (contact::breadth(kind) == contact::Breadth::narrow ? window_small : window_large) / 4;
}

} // namespace

/// The size that holds two tools `apart` coarse cells from one another, each as far from the walls as in a
/// window of its own but for 20 mm; an open window is kept while it still leaves all but 30 mm.
WindowSize BackSolver::shared_size(Vec2 apart, int reach) const {
    constexpr float fits = 2.0F;
    constexpr float still_fits = 3.0F;
    const auto least = [reach](float distance, float slack) {
        const int cells = 4 * reach + 2 * static_cast<int>(std::ceil(std::max(0.0F, distance - slack)));
        return (cells + window_small - 1) / window_small * window_small;
    };
    WindowSize size{least(apart.x, fits), least(apart.y, fits)};
    for (const OpenWindow& open : windows_) {
        if (open.owners[0] && open.owners[1]) {
            const WindowSize now = open.window->size();
            size.columns = now.columns >= least(apart.x, still_fits) ? std::min(now.columns, size.columns)
                                                                     : size.columns;
            size.rows = now.rows >= least(apart.y, still_fits) ? std::min(now.rows, size.rows) : size.rows;
        }
    }
    return size;
}

WindowGround BackSolver::ground() { return {&fine_back_, &base_mm_, &grid_, &factors_}; }

void BackSolver::mark_covered() {
    covered_.clear();
    grid_.fill_cells(grid_.arrays().exposed, grid_.whole(), 1.0F);
    for (const OpenWindow& open : windows_) {
        covered_.push_back(open.window->covered());
        grid_.fill_cells(grid_.arrays().exposed, covered_.back(), 0.0F);
    }
}

std::vector<BackSolver::Wanted> BackSolver::wanted_windows() const {
    std::vector<Wanted> wanted;
    int reach = 0;
    int widest = 0;
    for (int side = 0; side < contact::side_count; ++side) {
        const ToolTrack& track = tracks_[side];
        const WindowEffort effort = effort_.under(track.kind);
        if (!track.present || effort.after <= 0) {
            continue;
        }
        const int own = window_reach(track.kind);
        reach += own;
        widest = std::max(widest, own);
        wanted.push_back({.centre = Vec2{track.place.column, track.place.row} * 0.25F,
                          .size = {4 * own, 4 * own},
                          .owners = {side == 0, side == 1},
                          .effort = effort});
    }
    if (wanted.size() == 2) {
        const Vec2 apart = glm::abs(wanted[0].centre - wanted[1].centre);
        if (std::max(apart.x, apart.y) < static_cast<float>(reach + 1)) {
            wanted = {{.centre = (wanted[0].centre + wanted[1].centre) * 0.5F,
                       .size = shared_size(apart, widest),
                       .owners = {true, true},
                       .effort = {std::max(wanted[0].effort.before, wanted[1].effort.before),
                                  std::max(wanted[0].effort.after, wanted[1].effort.after)}}};
        }
    }
    return wanted;
}

bool BackSolver::close_unwanted(std::span<const Wanted> wanted) {
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
    return changed;
}

bool BackSolver::open_or_move(const Wanted& want) {
    const GridArrays& g = grid_.arrays();
    const int across = want.size.columns / 4;
    const int along = want.size.rows / 4;
    const WindowPlace place{first_cell(want.centre.x, across, g.columns),
                            first_cell(want.centre.y, along, g.rows)};
    const auto found = std::find_if(windows_.begin(), windows_.end(),
                                    [&](const OpenWindow& open) { return open.owners == want.owners; });
    if (found == windows_.end()) {
        windows_.push_back({std::make_unique<FineWindow>(ground(), place, want.size, *kernels_, *pool_),
                            want.owners, want.effort});
        windows_.back().window->viscosity().start_at(now_s_ - seconds_);
        return true;
    }
    const WindowPlace now = found->window->place();
    const Vec2 off =
        want.centre - Vec2{static_cast<float>(now.column + across), static_cast<float>(now.row + along)};
    const WindowPlace next{std::fabs(off.x) > hysteresis_cells ? place.column : now.column,
                           std::fabs(off.y) > hysteresis_cells ? place.row : now.row};
    if (next == now) {
        return false;
    }
    found->window->move(ground(), next);
    ++window_moves_;
    return true;
}

void BackSolver::place_windows() {
    const std::vector<Wanted> wanted = wanted_windows();
    bool changed = close_unwanted(wanted);
    for (const Wanted& want : wanted) {
        changed = open_or_move(want) || changed;
    }
    if (changed) {
        heavy_ = true;
        mark_covered();
    }
}

} // namespace tactus::tissue
