/// Our slab against Bullet's: same box, cells, material, tool and press, one core each. Prints milliseconds a
/// step, their ratio, and how far each one's force is from the converged one at the end of the press and
/// after a hold in which nothing moves. Three minutes; run it on an idle machine.

#include "sim/math/float_mode.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/grid_solver.hpp"
#include "sim/tissue/slab.hpp"
#include "tests/bench/bullet_slab.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <iostream>

using namespace tactus;

namespace {

constexpr double side_mm = 160;
constexpr double layer_mm = 40;

/// How a press is solved.
struct Effort {
    int newton_steps; ///< each 1 / 240 s
    int iterations;   ///< of conjugate gradients in each
    double tolerance; ///< of an iteration's residual at which it ends early
};

/// What `fine` spends on a window: before and after the coarse correction.
constexpr Effort product{2, 6, 0};
constexpr Effort converged{8, 400, 1e-3};
constexpr double reference_spacing_mm = 2.5;

bench::PeerFigures press_our_slab(const bench::PeerSlab& slab, const Effort& effort) {
    const math::FloatMode mode;
    parallel::ThreadPool pool(1);
    const auto cells = [&](double length_mm) {
        return static_cast<int>(std::lround(length_mm / slab.spacing_mm));
    };
    const std::vector<float> lines = tissue::even_lines(cells(side_mm), static_cast<float>(slab.spacing_mm));
    const std::array<tissue::SlabLayer, 1> layer = {
        tissue::SlabLayer{static_cast<float>(layer_mm), cells(layer_mm), static_cast<float>(slab.shear_kpa),
                          static_cast<float>(slab.poisson), 0}};
    tissue::Grid grid(tissue::make_slab(lines, lines, layer));
    tissue::GridSolver solver(grid, tissue::kernel_table(tissue::best_kernel_level()), pool);
    tissue::SkinContact contact(grid);
    tissue::Press press;
    press.stop = slab.depth_mm + 1;
    contact::PosedTool tool;
    tool.approach = {0, -1, 0};
    const auto radius = static_cast<float>(slab.radius_mm * 1e-3);
    tool.pressing = {
        {{-0.0007F, 0.04F + radius, -0.0003F}, {-0.0007F, 0.04F + radius, -0.0003F}, radius, radius}};
    bench::PeerFigures figures;
    const int press_steps = static_cast<int>(std::lround(slab.press_s / tissue::step_s));
    const int hold_steps = static_cast<int>(std::lround(slab.hold_s / tissue::step_s));
    const auto start = std::chrono::steady_clock::now();
    for (int step = 1; step <= press_steps + hold_steps; ++step) {
        press.imposed = std::min(1.0, static_cast<double>(step) / press_steps) * slab.depth_mm;
        press.begin_step(tissue::step_s, true);
        contact.begin_step(grid, tool, {}, {});
        contact.find_groups(grid, static_cast<float>(press.travel));
        solver.set_tools({{1, &contact, &press, {}}});
        for (int k = 0; k < effort.newton_steps; ++k) {
            solver.newton_step(effort.iterations, effort.tolerance);
        }
        contact.end_step(grid, tissue::step_s);
        figures.force_end_of_hold_n = solver.tools().front().sums.along * 1e-3;
        if (step == press_steps) {
            figures.force_end_of_press_n = figures.force_end_of_hold_n;
        }
    }
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    figures.ms_per_step = taken.count() / (press_steps + hold_steps);
    return figures;
}

/// The same force on finer cells, pressed in a few long steps, each converged.
double converged_force_n(bench::PeerSlab slab) {
    slab.spacing_mm = reference_spacing_mm;
    slab.press_s = 20 * tissue::step_s;
    slab.hold_s = 2 * tissue::step_s;
    return press_our_slab(slab, converged).force_end_of_hold_n;
}

void print(const char* name, double spacing_mm, const bench::PeerFigures& f, double reference_n) {
    const auto force = [&](double newtons) {
        std::cout << std::setprecision(2) << std::setw(10) << newtons << " N" << std::showpos
                  << std::setprecision(1) << std::setw(10) << 100 * (newtons / reference_n - 1) << " %"
                  << std::noshowpos;
    };
    std::cout << std::fixed << std::setw(8) << name << std::setprecision(1) << std::setw(6) << spacing_mm
              << " mm";
    force(f.force_end_of_press_n);
    force(f.force_end_of_hold_n);
    std::cout << std::setprecision(2) << std::setw(10) << f.ms_per_step << " ms\n" << std::flush;
}

} // namespace

int main() {
    const double reference_n = converged_force_n({});
    std::cout << std::fixed << std::setprecision(2) << "converged on " << reference_spacing_mm
              << " mm: " << reference_n
              << " N\n                     end of press             after the hold       a step\n";
    for (const double spacing : {10.0, 5.0}) {
        bench::PeerSlab slab;
        slab.spacing_mm = spacing;
        const bench::PeerFigures ours = press_our_slab(slab, product);
        print("tactus", spacing, ours, reference_n);
        const bench::PeerFigures peer = bench::press_bullet_slab(slab);
        print("Bullet", spacing, peer, reference_n);
        std::cout << "          Bullet takes " << std::setprecision(0) << peer.ms_per_step / ours.ms_per_step
                  << " times as long at equal spacing\n";
    }
    return EXIT_SUCCESS;
}
