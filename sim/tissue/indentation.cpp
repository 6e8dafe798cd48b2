#include "sim/tissue/indentation.hpp"

#include "sim/math/float_mode.hpp"
#include "sim/tissue/grid_solver.hpp"
#include "sim/tissue/slab.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr float growth = 1.4F;      ///< of cells away from the tool
constexpr float even_radii = 1.25F; ///< the rim is singular on both sides: cells stay small beyond it
constexpr int least_even_cells = 8; ///< from the axis outward
constexpr float far_layers = 4.0F;  ///< walls this many layer depths beyond the rim

/// A stamp must hardly give way: under its mean pressure, about E d / a, by this share of the depth.
constexpr double stamp_give = 1e-4;

constexpr int newton_limit = 30;
constexpr int solve_iterations = 400;
constexpr double solve_tolerance = 1e-2;
constexpr double converged = 2e-4;
constexpr double float_floor = 5e-3; ///< sums in float may leave this much of a small force unbalanced
constexpr int patience = 2;          ///< steps without gain below the floor
constexpr double gain = 0.8;

/// Lines from 0 outward: `even_cells` of size `edge`, then growing to `end`.
std::vector<float> graded(float edge, int even_cells, float end) {
    std::vector<float> lines{0.0F};
    for (int k = 1; k <= even_cells && edge * static_cast<float>(k) < end + 0.5F * edge; ++k) {
        lines.push_back(edge * static_cast<float>(k));
    }
    float step = edge;
    while (lines.back() < end - 1e-3F) {
        step *= growth;
        const float next = lines.back() + step;
        lines.push_back(next > end - 0.5F * step ? end : next);
    }
    lines.back() = end;
    return lines;
}

/// Loaded cells from the axis to the rim, the last ring of loaded nodes lying at `stamp_cells` of them.
int stamp_cells(const Indentation& p) {
    constexpr double rounding = 1e-6;
    return std::max(1, static_cast<int>(std::ceil(p.radius_mm / p.edge_mm - p.rim_beyond_cells - rounding)));
}

/// Edge of the cells under the tool, at most the one asked for.
float cell_edge(const Indentation& p) {
    return static_cast<float>(p.tool == Indenter::flat ? p.radius_mm / (stamp_cells(p) + p.rim_beyond_cells)
                                                       : p.edge_mm);
}

std::vector<float> both_ways(const std::vector<float>& half) {
    std::vector<float> lines;
    for (std::size_t k = half.size() - 1; k > 0; --k) {
        lines.push_back(-half[k]);
    }
    lines.insert(lines.end(), half.begin(), half.end());
    return lines;
}

/// Draws the square of half side `radius` to a circle, so that a stamp's rim lies on cell edges.
Vec3 rounded(Vec3 x, float radius) {
    const float square = std::max(std::fabs(x.x), std::fabs(x.y));
    const float round = std::sqrt(x.x * x.x + x.y * x.y);
    if (round <= 0) {
        return x;
    }
    const float blend =
        square < radius ? square / radius : std::max(0.0F, 1 - (square - radius) / (1.5F * radius));
    const float scale = (1 - blend) + blend * square / round;
    return {x.x * scale, x.y * scale, x.z};
}

/// The slab with its skin at height 0, where a float resolves how far a stamp gives way.
GridGeometry mesh(const Indentation& p) {
    const auto radius = static_cast<float>(p.radius_mm);
    const auto layer = static_cast<float>(p.layer_mm);
    const float edge = cell_edge(p);
    const float even_to = p.tool == Indenter::flat ? even_radii : 1.0F; // a sphere has no singular rim
    const int even = std::max(least_even_cells, static_cast<int>(std::ceil(even_to * radius / edge)));
    const std::vector<float> lines = both_ways(graded(edge, even, radius + far_layers * layer));
    const std::vector<float> depths =
        graded(std::min(edge, layer / static_cast<float>(p.least_layers)), p.even_layers, layer);
    const auto shear = static_cast<float>(p.young_kpa / (2 * (1 + p.poisson)));
    std::vector<SlabLayer> layers;
    for (std::size_t k = depths.size() - 1; k > 0; --k) {
        layers.push_back({depths[k] - depths[k - 1], 1, shear, static_cast<float>(p.poisson),
                          static_cast<float>(p.stiffening)});
    }
    GridGeometry g = make_slab(lines, lines, layers);
    for (Vec3& x : g.position) {
        x.z -= layer;
        if (p.tool == Indenter::flat) {
            x = rounded(x, edge * static_cast<float>(stamp_cells(p)));
        }
    }
    return g;
}

/// Faces outside the stamp, as boxes around its square of cells.
std::vector<CellBox> beyond_stamp(const Grid& grid, const Indentation& p) {
    if (p.tool != Indenter::flat) {
        return {};
    }
    const int n = grid.arrays().columns;
    const int half = stamp_cells(p);
    const int first = n / 2 - half;
    const int last = n / 2 + half;
    return {{0, n, 0, first}, {0, n, last, n}, {0, first, first, last}, {last, n, first, last}};
}

ContactLaw law_of(const Indentation& p) {
    ContactLaw law = p.law;
    if (p.tool == Indenter::flat) {
        const double give_mm = stamp_give * p.depth_mm;
        law.penalty_kpa_mm = static_cast<float>(p.young_kpa * p.depth_mm / p.radius_mm / give_mm);
        law.transition_mm = static_cast<float>(0.5 * give_mm);
    }
    law.friction_stiffness_kpa_mm = law.penalty_kpa_mm;
    return law;
}

/// The tool just above the skin: its penalty begins half a transition outside it.
CapsuleLane lane_of(const Indentation& p) {
    CapsuleLane lane{};
    const bool flat = p.tool == Indenter::flat;
    lane.start[2] = flat ? 0.5F * law_of(p).transition_mm : static_cast<float>(p.radius_mm);
    lane.axis[2] = -1;
    lane.radius = flat ? -1.0F : static_cast<float>(p.radius_mm);
    return lane;
}

std::vector<PressureRing> profile_of(const Grid& grid, const SkinContact& contact, double edge_mm) {
    std::vector<double> load;
    std::vector<double> area;
    const float place[2] = {0.211324865F, 0.788675135F};
    contact.for_points(grid, [&](int face, int q) {
        if (contact.arrays().load[q][face] <= 0) {
            return;
        }
        double x[2] = {0, 0};
        for (int k = 0; k < 4; ++k) {
            const int corner = face + (k & 1) + (k >> 1) * grid.arrays().stride;
            const float s = place[q & 1];
            const float t = place[q >> 1];
            const float w = (k & 1 ? s : 1 - s) * (k >> 1 ? t : 1 - t);
            for (int c = 0; c < 2; ++c) {
                x[c] += static_cast<double>(w * grid.skin_rest(c)[corner]);
            }
        }
        const auto ring = static_cast<std::size_t>(std::sqrt(x[0] * x[0] + x[1] * x[1]) / edge_mm);
        load.resize(std::max(load.size(), ring + 1), 0.0);
        area.resize(load.size(), 0.0);
        load[ring] += static_cast<double>(contact.arrays().load[q][face]);
        area[ring] += static_cast<double>(contact.arrays().area[q][face]);
    });
    std::vector<PressureRing> profile;
    for (std::size_t ring = 0; ring < load.size(); ++ring) {
        if (area[ring] > 0) {
            profile.push_back({(static_cast<double>(ring) + 0.5) * edge_mm, load[ring] / area[ring]});
        }
    }
    return profile;
}

/// Sum of the residual along the press: contact force less support.
double unbalanced_along(const Grid& grid, const NodeVector& residual) {
    const GridArrays& g = grid.arrays();
    double sum = 0;
    for (int row = g.row_first + 1; row < g.row_last; ++row) {
        for (int n = grid.node(0, row, 1); n < grid.node(0, row + 1, 0); ++n) {
            sum -= static_cast<double>(residual.component[2][n]) * static_cast<double>(g.mask[n]);
        }
    }
    return sum;
}

/// Newton's method at one travel, until the unbalanced force is small or falls no further.
void relax(GridSolver& solver, IndentationResult& result) {
    double best = 1e9;
    int stalled = 0;
    for (int newton = 0; newton < newton_limit && stalled < patience; ++newton) {
        solver.newton_step(solve_iterations, solve_tolerance);
        ++result.newton_steps;
        Level& linear = solver.level();
        const double unbalanced = std::sqrt(linear.dot(linear.right(), linear.right()));
        const double along = std::fabs(unbalanced_along(linear.grid(), linear.right()));
        const double force = solver.tools().front().sums.along;
        result.residual = std::max(unbalanced, along) / std::max(force, 1e-3);
        if (result.residual < converged) {
            return;
        }
        stalled = result.residual < float_floor && result.residual > gain * best ? stalled + 1 : 0;
        best = std::min(best, result.residual);
    }
}

} // namespace

IndentationResult indent(const Indentation& p, parallel::ThreadPool& pool, KernelLevel level) {
    const math::FloatMode mode;
    Grid grid(mesh(p));
    GridSolver solver(grid, kernel_table(level), pool);
    SkinContact contact(grid);
    Press press;
    press.stop = p.depth_mm + 1;
    const std::vector<CellBox> covered = beyond_stamp(grid, p);
    const CapsuleLane lane = lane_of(p);
    ToolMotion motion;
    motion.law = law_of(p);
    motion.friction = p.bonded ? contact::Friction{1e3F, 1e3F} : contact::Friction{};
    IndentationResult result;
    result.load_steps =
        std::max(1, static_cast<int>(std::ceil(p.depth_mm / std::min(2.0, 0.25 * p.radius_mm))));
    solver.set_tools({{1, &contact, &press, {}}});
    for (int step = 1; step <= result.load_steps; ++step) {
        motion.shift_mm = Vec3{0, 0, -1} * static_cast<float>(press.travel);
        press.imposed = p.depth_mm * step / result.load_steps;
        press.begin_step(step_s, true);
        contact.begin_step(grid, std::span(&lane, 1), Vec3{0, 0, -1}, motion, covered);
        contact.find_groups(grid, static_cast<float>(press.travel));
        relax(solver, result);
        contact.end_step(grid, step_s);
    }
    const GridArrays& g = grid.arrays();
    result.force_n = solver.tools().front().sums.along * 1e-3;
    result.support_n = result.force_n - unbalanced_along(grid, solver.level().right()) * 1e-3;
    result.edge_mm = static_cast<double>(cell_edge(p));
    result.cells = g.columns * g.rows * g.layers;
    result.profile = profile_of(grid, contact, result.edge_mm);
    return result;
}

} // namespace tactus::tissue
