#pragma once
/// Slabs and tools for the tests of the solver.

#include "sim/contact/tool.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/math/random.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/grid_solver.hpp"
#include "sim/tissue/slab.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace tactus::tissue::test {

/// Skin 2, fat 8, muscle 30 mm, `columns` cells of 5 mm square.
inline GridGeometry layered_slab(int columns, float poisson, float stiffening = 0, float scale = 1) {
    const std::vector<float> lines = even_lines(columns, 5.0F);
    const std::array<SlabLayer, 3> layers = {SlabLayer{30, 5, 8 * scale, poisson, stiffening},
                                             SlabLayer{8, 2, 3 * scale, poisson, stiffening},
                                             SlabLayer{2, 1, 10 * scale, poisson, stiffening}};
    return make_slab(lines, lines, layers);
}

/// Moves every node by up to `size` mm in each direction: no cell keeps parallel faces.
inline void distort(GridGeometry& g, float size) {
    std::uint64_t state = 17;
    for (Vec3& x : g.position) {
        for (int c = 0; c < 3; ++c) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            x[c] += size * (static_cast<float>(state >> 40) * 0x1p-23F - 1.0F);
        }
    }
}

/// A sphere over the middle of a slab of 40 mm, its lowest point on the skin. Body frame, metres.
inline contact::PosedTool sphere_tool(float radius_m, float height_m = 0.04F) {
    contact::PosedTool tool;
    tool.approach = {0, -1, 0};
    const Vec3 centre{0.0007F, height_m + radius_m, 0.0003F};
    tool.pressing = {{centre, centre, radius_m, radius_m}};
    return tool;
}

/// One tool on a slab, stepped at 240 Hz.
struct SlabPress {
    math::FloatMode mode;
    parallel::ThreadPool pool{1};
    Grid grid;
    GridSolver solver;
    SkinContact contact;
    Press press;
    contact::PosedTool tool;
    ToolMotion motion;

    SlabPress(const GridGeometry& geometry, float radius_m)
        : grid(geometry), solver(grid, kernel_table(best_kernel_level()), pool), contact(grid),
          tool(sphere_tool(radius_m)) {
        press.stop = 35;
    }

    /// `depth_mm` >= 0 gives the travel; else the command does.
    void step(double command_n, double depth_mm, int newton_steps, int iterations) {
        press.command = command_n * 1000;
        press.imposed = depth_mm;
        press.begin_step(step_s, contact.touching());
        contact.begin_step(grid, tool, motion, {});
        contact.find_groups(grid, static_cast<float>(press.travel));
        solver.set_tools({{1, &contact, &press, {}}});
        for (int k = 0; k < newton_steps; ++k) {
            solver.newton_step(iterations);
        }
        solver.polish();
        contact.end_step(grid, step_s);
    }

    [[nodiscard]] double force_n() const { return solver.tools().front().sums.along * 1e-3; }
};

} // namespace tactus::tissue::test
