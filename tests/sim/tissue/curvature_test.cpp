#include "sim/tissue/grid_solver.hpp"

#include <doctest/doctest.h>

#include "slabs.hpp"
#include <cmath>

using namespace tactus;
using namespace tactus::tissue;

TEST_CASE("where the tangent is indefinite the solve falls back and the tissue still comes home") {
    const math::FloatMode mode;
    parallel::ThreadPool pool(1);
    Grid grid(test::layered_slab(16, 0.49F));
    GridSolver solver(grid, kernel_table(best_kernel_level()), pool);
    const GridArrays& g = grid.arrays();
    // Squeezed to half its thickness at once, as no step could: the pressure is many times the shear modulus, and
    // the share of the geometric stiffness that the tangent holds outweighs it.
    for (int row = 1; row < g.rows; ++row) {
        for (int level = 1; level <= g.layers; ++level) {
            for (int column = 1; column < g.columns; ++column) {
                const float height = 5.0F * static_cast<float>(level);
                const float wave = 0.4F * static_cast<float>((column * 7 + row * 3) % 5 - 2);
                grid.set_displacement(grid.node(column, row, level), {wave, -wave, -0.5F * height});
            }
        }
    }
    const NewtonReport first = solver.newton_step(12);
    CHECK(first.negative_curvature);
    NewtonReport last = first;
    int fallen_back = 0;
    for (int step = 0; step < 120; ++step) {
        last = solver.newton_step(12);
        REQUIRE(std::isfinite(last.residual));
        fallen_back += last.negative_curvature ? 1 : 0;
    }
    MESSAGE("residual " << first.residual << " -> " << last.residual << " mN, " << fallen_back << " fall-backs");
    CHECK(last.residual < 1e-3 * first.residual);
    CHECK_FALSE(last.negative_curvature);
}
