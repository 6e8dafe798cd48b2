/// Our slab against Bullet's: same size, material, tool and press; force at the end of the press and of the
/// hold, and milliseconds a step. One core each; run it on an idle machine.

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

constexpr int pcg_iterations = 6;

bench::PeerFigures press_our_slab(const bench::PeerSlab& slab, int newton_steps) {
    const math::FloatMode mode;
    parallel::ThreadPool pool(1);
    const int columns = static_cast<int>(std::lround(160 / slab.spacing_mm));
    const std::vector<float> lines = tissue::even_lines(columns, static_cast<float>(slab.spacing_mm));
    const std::array<tissue::SlabLayer, 1> layer = {
        tissue::SlabLayer{40, 8, static_cast<float>(slab.shear_kpa), static_cast<float>(slab.poisson), 0}};
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
    const int steps = static_cast<int>(std::lround((slab.press_s + slab.hold_s) / tissue::step_s));
    const auto start = std::chrono::steady_clock::now();
    for (int step = 1; step <= steps; ++step) {
        const double share = std::min(1.0, step * tissue::step_s / slab.press_s);
        press.imposed = share * slab.depth_mm;
        press.begin_step(tissue::step_s, true);
        contact.begin_step(grid, tool, {}, {});
        contact.find_groups(grid, static_cast<float>(press.travel));
        solver.set_tools({{1, &contact, &press, {}}});
        for (int k = 0; k < newton_steps; ++k) {
            solver.newton_step(pcg_iterations);
        }
        contact.end_step(grid);
        figures.force_end_of_hold_n = solver.tools().front().sums.along * 1e-3;
        if (share >= 1 && figures.force_end_of_press_n == 0) {
            figures.force_end_of_press_n = figures.force_end_of_hold_n;
        }
    }
    figures.ms_per_step =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / steps;
    return figures;
}

void print(const char* name, double spacing_mm, const bench::PeerFigures& f, double ratio) {
    std::cout << std::fixed << std::setprecision(2) << std::setw(8) << name << std::setw(8) << spacing_mm
              << " mm  press " << std::setw(7) << f.force_end_of_press_n << " N  hold " << std::setw(7)
              << f.force_end_of_hold_n << " N  " << std::setw(8) << f.ms_per_step << " ms/step  "
              << std::setprecision(1) << ratio << " x\n";
}

} // namespace

int main(int count, char** arguments) {
    const bool fine = count > 1 && std::string_view(arguments[1]) == "--fine"; // Bullet at 5 mm takes minutes
    for (const double spacing : {10.0, 5.0}) {
        bench::PeerSlab slab;
        slab.spacing_mm = spacing;
        const bench::PeerFigures ours = press_our_slab(slab, 2);
        print("tactus", spacing, ours, 1);
        if (spacing > 7 || fine) {
            const bench::PeerFigures peer = bench::press_bullet_slab(slab);
            print("Bullet", spacing, peer, peer.ms_per_step / ours.ms_per_step);
        }
    }
    return EXIT_SUCCESS;
}
