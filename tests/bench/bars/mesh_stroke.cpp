#include "tests/bench/bars/mesh_stroke.hpp"

#include "sim/tissue/advection.hpp"
#include "sim/tissue/grid_solver.hpp"
#include "sim/tissue/slab.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::bars {

namespace {

constexpr double side_mm = 160;
constexpr float height_mm = 40;
constexpr int converge_limit = 30;
constexpr double converged = 3e-4;

tissue::GridGeometry slab_of(const MeshStroke& s) {
    const int columns = static_cast<int>(std::lround(side_mm / s.spacing_mm));
    const std::vector<float> lines = tissue::even_lines(columns, static_cast<float>(s.spacing_mm));
    const auto nu = static_cast<float>(s.poisson);
    const auto b = static_cast<float>(s.stiffening);
    const std::array<tissue::SlabLayer, 3> layers = {tissue::SlabLayer{30, 5, 8, nu, b},
                                                     tissue::SlabLayer{8, 2, 3, nu, b},
                                                     tissue::SlabLayer{2, 1, 10, nu, b}};
    return tissue::make_slab(lines, lines, layers);
}

struct Place {
    double along_mm;
    double share; ///< of the press
};

Place place_at(const MeshStroke& s, int step) {
    const double t = step * tissue::step_s;
    const double slid = std::clamp((t - s.press_s) * s.speed_mm_s, 0.0, s.slide_mm);
    return {0.3 - 0.5 * s.slide_mm + slid, std::min(1.0, t / s.press_s)};
}

double unbalanced(const tissue::Grid& grid, const tissue::NodeVector& right) {
    double sum = 0;
    for (int n = 0; n < grid.node_count(); ++n) {
        sum -= static_cast<double>(right.component[2][n] * grid.arrays().mask[n]);
    }
    return sum;
}

} // namespace

MeshTrace run_mesh(const MeshStroke& s, const MeshEffort& effort, parallel::ThreadPool& pool) {
    tissue::Grid grid(slab_of(s));
    tissue::GridSolver solver(grid, tissue::kernel_table(tissue::best_kernel_level()), pool);
    tissue::SkinContact contact(grid);
    tissue::Press press;
    press.stop = height_mm;
    MeshTrace trace;
    const double slide_s = s.speed_mm_s > 0 ? s.slide_mm / s.speed_mm_s : 0.0;
    const int steps = static_cast<int>(std::lround((s.press_s + slide_s + s.hold_s) / tissue::step_s));
    Place before = place_at(s, 0);
    for (int step = 1; step <= steps; ++step) {
        const Place now = place_at(s, step);
        const double moved = now.along_mm - before.along_mm;
        press.imposed = s.force_n > 0 ? -1 : now.share * s.depth_mm;
        press.command = now.share * s.force_n * 1e3;
        press.begin_step(tissue::step_s, contact.touching());
        contact::PosedTool tool;
        tool.approach = {0, -1, 0};
        const auto radius = static_cast<float>(s.radius_mm * 1e-3);
        const Vec3 ball{0.0007F, height_mm * 1e-3F + radius, static_cast<float>(now.along_mm * 1e-3)};
        tool.pressing = {{ball, ball, radius, radius}};
        tissue::ToolMotion motion;
        motion.motion_mm = {0, static_cast<float>(moved), 0};
        contact.begin_step(grid, tool, motion, {});
        if (moved != 0) {
            const double half = 0.5 * side_mm;
            tissue::advect(grid,
                           {static_cast<float>((half + 0.7) / s.spacing_mm),
                            static_cast<float>((half + now.along_mm) / s.spacing_mm)},
                           {0, static_cast<float>(moved / s.spacing_mm)});
        }
        contact.find_groups(grid, static_cast<float>(press.travel));
        solver.set_tools({{1, &contact, &press, {}}});
        const int count = moved > 0.1 * s.spacing_mm ? effort.fast_newton_steps : effort.newton_steps;
        bool negative = false;
        for (int k = 0; k < (effort.converge ? converge_limit : count); ++k) {
            negative =
                solver.newton_step(effort.converge ? 300 : effort.iterations, effort.converge ? 0.02 : 0.0)
                    .negative_curvature ||
                negative;
            const tissue::NodeVector& right = solver.level().right();
            const tissue::ToolOnGrid& on = solver.tools().front();
            const double drive = on.held() ? 0.0 : std::fabs(press.drive(on.along()));
            const double left = std::max(drive, std::sqrt(solver.level().dot(right, right)));
            if (effort.converge && left < converged * (solver.tools().front().sums.along + 300)) {
                break;
            }
        }
        solver.polish();
        trace.negative_curvature += negative ? 1 : 0;
        const double force = solver.tools().front().sums.along;
        trace.force_n.push_back(force * 1e-3);
        trace.support_n.push_back((force - unbalanced(grid, solver.level().right())) * 1e-3);
        trace.travel_mm.push_back(press.travel);
        contact.end_step(grid, tissue::step_s);
        before = now;
    }
    return trace;
}

Errors mesh_errors(const MeshTrace& run, const MeshTrace& reference, bool by_force) {
    constexpr std::size_t first = 24; // the first tenth of a second divides by next to nothing
    const double deepest = *std::max_element(reference.travel_mm.begin(), reference.travel_mm.end());
    std::vector<double> error;
    for (std::size_t k = first; k < run.force_n.size(); ++k) {
        error.push_back(100 * (by_force ? (run.travel_mm[k] - reference.travel_mm[k]) / deepest
                                        : run.force_n[k] / reference.force_n[k] - 1));
    }
    return errors_of(error);
}

} // namespace tactus::bars
