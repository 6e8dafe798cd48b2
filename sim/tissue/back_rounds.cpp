#include "sim/tissue/back_solver.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr int cooling_iterations = 4;
constexpr int fast_newton_steps = 1; ///< more on the coarse grid alone, for every step that a solve spans
/// More there under a tool whose depth is imposed: no load control makes up for what the others leave.
constexpr int imposed_newton_steps = 3;
/// Tool motion in a solve above which it takes a second round. A palm is soft and broad: one round keeps its
/// depth within 1 % and its pressures within 4 % rms of the converged ones up to 30 cm/s.
constexpr float second_round_thumb_mm = 0.5F;
constexpr float second_round_palm_mm = 1.0F;
/// Of the force, what may be out of balance along the approach after a round before it takes another. Under a
/// thumb that has just touched, a second round finds little more of it: it is the slow sinking of the tissue
/// around, which later steps bring.
constexpr double poor_narrow = 0.40;
constexpr double poor_broad = 0.15;
constexpr double poor_coarse = 0.10;      ///< of a palm on the coarse grid alone, whose step more costs less
constexpr float correction_cap_mm = 1.0F; ///< of a coarse correction
constexpr float watched_correction_mm = 0.1F; ///< a larger one is looked at again
/// Slope behind a correction over that before it from which the correction is cut back by the secant. Where a
/// window's wall stands on a steep flank it reaches 4 to 6, and the steps would diverge; 1 to 3 is what the
/// fine contact, smoothed next, costs a good correction.
constexpr double overshoot = 3.0;
constexpr double least_share = 0.1;
constexpr double settled_drive_mn = 1.0;       ///< a travel with less out of balance is left as it is
constexpr float displacement_limit_mm = 90.0F; ///< beyond it, or without a number, a step has failed

bool sane(const Grid& grid) {
    const GridArrays& g = grid.arrays();
    const int first = grid.node(0, g.row_first, 0);
    const int last = grid.node(0, g.row_last + 1, 0);
    int wild = 0; // a sum of comparisons, which the compiler turns into vectors; a NaN compares false
    for (const float* const u : g.displacement) {
        for (int n = first; n < last; ++n) {
            wild += std::fabs(u[n]) < displacement_limit_mm ? 0 : 1;
        }
    }
    return wild == 0;
}

/// Of a column of nodes, along a direction.
struct ColumnForces {
    double residual = 0; ///< of all its free nodes
    double reaction = 0; ///< of the bone at its foot
};

ColumnForces along_column(const GridArrays& g, const NodeVector& residual, int foot,
                          const float (&along)[3]) {
    ColumnForces sum;
    for (int c = 0; c < 3; ++c) {
        const auto a = static_cast<double>(along[c]);
        sum.reaction -= static_cast<double>(g.force[c][foot]) * a;
        for (int level = 1; level <= g.layers; ++level) {
            sum.residual += static_cast<double>(residual.component[c][foot + level * g.stride]) * a;
        }
    }
    return sum;
}

} // namespace

double BackSolver::force_along(int side) const {
    double sum = 0;
    for (const ToolOnGrid& tool : solver_.tools()) {
        sum += tool.side == side ? tool.sums.along : 0.0;
    }
    for (const OpenWindow& open : windows_) {
        for (const ToolOnGrid& tool : open.window->solver().tools()) {
            sum += tool.side == side ? tool.sums.along : 0.0;
        }
    }
    return sum;
}

/// Tells every grid what its tools press on the others.
void BackSolver::share_forces() {
    std::array<double, contact::side_count> along{};
    std::array<double, contact::side_count> stiffness{};
    std::array<bool, contact::side_count> touching{};
    std::vector<std::vector<ToolOnGrid>*> grids{&solver_.tools()};
    for (OpenWindow& open : windows_) {
        grids.push_back(&open.window->solver().tools());
    }
    for (const std::vector<ToolOnGrid>* const tools : grids) {
        for (const ToolOnGrid& tool : *tools) {
            along[tool.side] += tool.sums.along;
            stiffness[tool.side] += tool.sums.stiffness;
            touching[tool.side] = touching[tool.side] || tool.contact->touching();
        }
    }
    for (std::vector<ToolOnGrid>* const tools : grids) {
        for (ToolOnGrid& tool : *tools) {
            tool.elsewhere = along[tool.side] - tool.sums.along;
            tool.elsewhere_stiffness = stiffness[tool.side] - tool.sums.stiffness;
            tool.elsewhere_travel = tool.press->travel;
            tool.elsewhere_touching = touching[tool.side];
        }
    }
}

bool BackSolver::solve_rounds() {
    if (quiet_ && !experiment_.every_round && rests()) {
        note_support();
        return true;
    }
    if (windows_.empty()) {
        solve_coarse();
    } else {
        solve_composite();
    }
    quiet_ = quiet();
    const Level& level = solver_.level();
    bool good = std::isfinite(level.dot(level.right(), level.right())) && sane(grid_);
    for (const OpenWindow& open : windows_) {
        good = good && sane(open.window->grid());
    }
    return good;
}

/// Whether the step begins in balance: a hand hovers, or holds and has sunk in. Leaves every grid evaluated.
bool BackSolver::rests() {
    for (OpenWindow& open : windows_) {
        open.window->solver().evaluate();
    }
    evaluate_composite();
    const auto settled = [](const ToolOnGrid& tool) {
        tool.press->decide_hold(tool.along(), tool.touching());
        return tool.held() || std::fabs(tool.press->drive(tool.along())) < settled_drive_mn;
    };
    return quiet() && std::all_of(solver_.tools().begin(), solver_.tools().end(), settled);
}

/// Of the evaluated state, on every grid.
bool BackSolver::quiet() const {
    return solver_.quiet() && std::all_of(windows_.begin(), windows_.end(), [](const OpenWindow& open) {
               return open.window->solver().quiet();
           });
}

bool BackSolver::fast() const {
    return std::any_of(tracks_.begin(), tracks_.end(), [&](const ToolTrack& track) {
        const float most = contact::broad(track.kind) ? second_round_palm_mm : second_round_thumb_mm;
        return track.present && glm::length(track.motion_mm) > most * static_cast<float>(effort_.stride);
    });
}

bool BackSolver::imposed() const {
    return std::any_of(tracks_.begin(), tracks_.end(), [](const ToolTrack& track) {
        return track.present && track.touching && track.press.command <= 0;
    });
}

bool BackSolver::poor() const {
    return std::any_of(solver_.tools().begin(), solver_.tools().end(), [&](const ToolOnGrid& tool) {
        const bool narrow = contact::breadth(tracks_[tool.side].kind) == contact::Breadth::narrow;
        const double most = windows_.empty() ? poor_coarse : (narrow ? poor_narrow : poor_broad);
        return std::fabs(unbalanced_[tool.side]) > most * std::max(1000.0, force_along(tool.side));
    });
}

/// After round `round`, with the support noted.
bool BackSolver::again(int round) const {
    return (experiment_.every_round || poor() || (round == 0 && (fast() || imposed()))) && sane(grid_);
}

/// One Newton step of as many iterations would leave a fast palm's press 20 % off: its tangent is that of the
/// step before. More where it is faster still or its depth imposed, and another where the result is poor.
void BackSolver::solve_coarse() {
    if (solver_.tools().empty()) {
        solver_.newton_step(cooling_iterations);
        return;
    }
    const int steps = effort_.newton_steps + (fast() ? fast_newton_steps * effort_.stride : 0) +
                      (imposed() ? imposed_newton_steps : 0);
    solver_.newton_step(effort_.iterations);
    for (int step = 1; step < steps && !solver_.quiet(); ++step) {
        solver_.newton_step_from_here(effort_.iterations, 0, Preconditioner::kept);
    }
    solver_.polish();
    note_support();
    for (int round = 0; round < effort_.rounds && (experiment_.every_round || poor()); ++round) {
        heavy_ = true;
        solver_.newton_step_from_here(effort_.iterations, 0, Preconditioner::kept);
        solver_.polish();
        note_support();
    }
}

/// The residual of fine and coarse together on the coarse nodes: coarse cells outside the windows, and all
/// nodal forces of the windows restricted.
void BackSolver::evaluate_composite() {
    for (OpenWindow& open : windows_) {
        inject_displacement(open.window->grid(), open.window->place(), grid_);
    }
    solver_.gather_gradient();
    for (OpenWindow& open : windows_) {
        for (int c = 0; c < 3; ++c) {
            restrict_nodes(open.window->grid(), open.window->place(), open.window->grid().arrays().force[c],
                           grid_, grid_.arrays().force[c]);
        }
    }
    solver_.level().right_from_force();
    share_forces();
}

/// True when every grid is left evaluated.
bool BackSolver::correct_coarse() {
    Level& level = solver_.level();
    Travels stiffness{};
    Travels drive{};
    std::vector<SkinLoad*> loads = solver_.gather_loads(stiffness, drive);
    for (OpenWindow& open : windows_) {
        for (int side = 0; side < contact::side_count; ++side) {
            if (tracks_[side].present && open.window->contacts()[side].touching()) {
                loads.push_back(&open.window->projected(side));
            }
        }
    }
    level.factor(loads, stiffness);
    Travels step{};
    solver_.solve(effort_.coarse_iterations, 0, drive, step);
    float most = level.add_solution(0);
    for (const double travel : step) {
        most = std::max(most, static_cast<float>(std::fabs(travel)));
    }
    if (!std::isfinite(most)) {
        return false;
    }
    const float factor = most > correction_cap_mm ? correction_cap_mm / most : 1.0F;
    if (factor * most < watched_correction_mm) {
        add_correction(step, factor);
        return false;
    }
    const double start = solver_.slope(step);
    add_correction(step, factor);
    for (OpenWindow& open : windows_) {
        open.window->solver().evaluate();
    }
    evaluate_composite();
    const double now = solver_.slope(step);
    if (now >= -overshoot * std::fabs(start)) {
        return true;
    }
    const auto share = static_cast<float>(std::max(least_share, start / (start - now)));
    add_correction(step, (share - 1) * factor);
    return false;
}

/// Adds a share of the coarse solution, prolonged, to every grid, and of the travels' step.
void BackSolver::add_correction(const Travels& step, float share) {
    Level& level = solver_.level();
    level.add_solution(share);
    for (OpenWindow& open : windows_) {
        for (int c = 0; c < 3; ++c) {
            prolong_nodes({&grid_, &open.window->grid(), open.window->place()}, level.solution().component[c],
                          share, open.window->grid().arrays().displacement[c]);
        }
    }
    for (const ToolOnGrid& tool : solver_.tools()) {
        Press& press = *tool.press;
        press.travel =
            std::clamp(press.travel + static_cast<double>(share) * step[tool.side], press.low, press.high);
    }
}

/// Fine - coarse - fine (solver_window.md): under a thumb, coarse first would leave the unsmoothed residual
/// of the contact's edge to the coarse grid. A palm is soft and broad, and its edge is no finer than coarse
/// cells: there the first solve brings nothing.
void BackSolver::solve_composite() {
    const bool fine_first = std::any_of(windows_.begin(), windows_.end(),
                                        [](const OpenWindow& open) { return open.effort.before > 0; });
    if (fine_first) { // else nobody asks before the coarse grid is evaluated
        for (ToolOnGrid& tool : solver_.tools()) {
            tool.sums =
                tool.contact->evaluate(*kernels_, grid_, static_cast<float>(tool.press->travel), *pool_);
        }
    }
    for (OpenWindow& open : windows_) {
        share_forces();
        if (open.effort.before > 0) {
            open.window->solver().newton_step(open.effort.before);
        } else {
            open.window->solver().evaluate();
        }
    }
    evaluate_composite();
    for (int round = 0; round < effort_.rounds; ++round) {
        heavy_ = heavy_ || round > 0;
        bool evaluated = correct_coarse();
        for (OpenWindow& open : windows_) {
            share_forces();
            if (!evaluated) {
                open.window->solver().evaluate();
            }
            const bool factored = open.effort.before > 0 || round > 0;
            open.window->solver().newton_step_from_here(
                open.effort.after, 0, factored ? Preconditioner::kept : Preconditioner::fresh);
            evaluated = false; // the first window has moved travels that the second feels
        }
        polish_composite();
        note_support();
        if (!again(round)) {
            break;
        }
    }
}

/// Travels with the tissue still, on every grid; leaves the composite residual evaluated.
void BackSolver::polish_composite() {
    for (OpenWindow& open : windows_) {
        share_forces();
        open.window->solver().polish();
    }
    share_forces();
    solver_.polish();
    evaluate_composite();
}

/// Residual and bone reaction along each tool's approach, columns going to the nearer tool.
void BackSolver::note_support() {
    const GridArrays& g = grid_.arrays();
    for (const ToolOnGrid& tool : solver_.tools()) {
        const int side = tool.side;
        const ToolTrack& other = tracks_[1 - side];
        const Vec2 here{tracks_[side].place.column * 0.25F, tracks_[side].place.row * 0.25F};
        const Vec2 there{other.place.column * 0.25F, other.place.row * 0.25F};
        double sum = 0;
        double base = 0;
        double bone = 0;
        for (int row = g.row_first + 1; row < g.row_last; ++row) {
            for (int i = g.column_first + 1; i < g.column_last; ++i) {
                const Vec2 at{static_cast<float>(i), static_cast<float>(row)};
                if (other.present && glm::dot(at - here, at - here) > glm::dot(at - there, at - there)) {
                    continue;
                }
                const ColumnForces column = along_column(g, solver_.level().right(), grid_.node(i, row, 0),
                                                         tool.contact->arrays().approach);
                sum += column.residual;
                base += std::fabs(column.reaction);
                bone += on_bone_[grid_.skin_point(i, row)] ? std::fabs(column.reaction) : 0.0;
            }
        }
        unbalanced_[side] = sum;
        bone_share_[side] = base > 0 ? bone / base : 0.0;
    }
}

} // namespace tactus::tissue
