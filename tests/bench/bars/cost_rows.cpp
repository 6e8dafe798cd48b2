/// Milliseconds a step: run by name, on an idle machine.

#include "sim/hands/hand_poser.hpp"
#include "tests/bench/bars/bars.hpp"
#include "tests/bench/bars/whole_grid.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

namespace tactus::bars {

namespace {

struct Timing {
    double median_ms = 0;
    double p99_ms = 0;
    double move_ms = 0; ///< median of the steps in which a window moved; 0 without any
};

/// Poses of a step, by step.
using Poses = std::vector<Tools>;

double share_of(std::vector<double> ms, double share) {
    std::sort(ms.begin(), ms.end());
    return ms.empty() ? 0.0 : ms[static_cast<std::size_t>(share * static_cast<double>(ms.size()))];
}

Timing time_steps(tissue::BackSolver& solver, const Poses& poses) {
    std::vector<double> ms;
    std::vector<double> moves_ms;
    for (const Tools& tools : poses) {
        const auto moves = solver.window_moves();
        const auto start = std::chrono::steady_clock::now();
        solver.step(tools, {}, {});
        ms.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        if (solver.window_moves() != moves) {
            moves_ms.push_back(ms.back());
        }
    }
    return {share_of(ms, 0.5), share_of(ms, 0.99), share_of(moves_ms, 0.5)};
}

/// Strokes beside the spine at 10 cm/s on a client: what a run asks for.
Poses client_poses(const anatomy::Anatomy& client, contact::ToolKind kind, bool both, int steps) {
    hands::HandPoser poser(client);
    Poses poses;
    for (int step = 0; step < steps; ++step) {
        const double phase = step / 720.0;
        const double part = phase - 2 * std::floor(phase / 2);
        hands::HandInput hand;
        hand.tool = kind;
        hand.u = 0.15F;
        hand.v = static_cast<float>(0.95 - 0.65 * (part < 1 ? part : 2 - part));
        hand.force_n = kind == contact::ToolKind::palm ? 30.0F : 15.0F;
        hand.oil = 0.7F;
        hands::HandInput left = hand;
        left.u = -0.15F;
        poses.push_back(poser.pose({both ? std::optional(left) : std::nullopt, hand}));
    }
    return poses;
}

const char* level_name(tissue::KernelLevel level) {
    return level == tissue::KernelLevel::avx512 ? "avx512"
                                                : (level == tissue::KernelLevel::avx2 ? "avx2" : "sse4.2");
}

struct CostCase {
    contact::ToolKind kind;
    bool both;
    tissue::Setting setting;
    tissue::KernelLevel level;
    int threads;
    double bar_ms = no_bar; ///< of the 99th percentile
    double stretch_ms = no_bar;
};

std::string name_of(const CostCase& c) {
    return std::string("cost ") + (c.both ? "two " : "") + std::string(contact::tool_name(c.kind)) +
           (c.both ? "s " : " ") + std::string(tissue::setting_name(c.setting)) + " " + level_name(c.level) +
           " x" + std::to_string(c.threads);
}

void cost_row(Bench& bench, const anatomy::Anatomy& client, const CostCase& c) {
    parallel::ThreadPool pool(c.threads);
    tissue::BackSolver solver(client, c.setting, pool, {}, c.level);
    const Timing t = time_steps(solver, client_poses(client, c.kind, c.both, bench.quick ? 120 : 960));
    bench.report({name_of(c),
                  {{"median", t.median_ms, "ms"},
                   {"p99", t.p99_ms, "ms", c.bar_ms, c.stretch_ms},
                   {"at moves", t.move_ms, "ms"}},
                  "client, strokes at 10 cm/s"});
}

/// A stroke, and the back after it with no tool. The bar (a back four times larger costs no more than 1.15
/// times) is not measured: the lattice has one size.
void resting_row(Bench& bench) {
    SlabCase c;
    c.slide_mm = 50;
    c.start_mm = -25;
    const anatomy::Anatomy slab = c.anatomy();
    Poses poses;
    for (int step = 1; step <= c.steps(); ++step) {
        poses.push_back(c.tools(step));
    }
    tissue::BackSolver solver(slab, tissue::Setting::fine, *bench.pool, c.scale, tissue::best_kernel_level());
    solver.set_experiment(c.experiment);
    const Timing moving = time_steps(solver, poses);
    const Timing resting = time_steps(solver, Poses(240));
    bench.report({"cost of a resting back",
                  {{"stroke", moving.median_ms, "ms median"}, {"no tool", resting.median_ms, "ms median"}},
                  "growth with the resting area needs a lattice of another size"});
}

} // namespace

void run_cost(Bench& bench) {
    using contact::ToolKind;
    using tissue::KernelLevel;
    using tissue::Setting;
    const anatomy::Anatomy client = anatomy::make_anatomy({}, {});
    const KernelLevel best = tissue::best_kernel_level();
    const std::vector<CostCase> cases = {
        {ToolKind::thumb, false, Setting::fine, best, 1, 3.5, 2.0},
        {ToolKind::thumb, false, Setting::standard, best, 1, 3.0},
        {ToolKind::thumb, false, Setting::half, best, 1},
        {ToolKind::palm, false, Setting::fine, best, 1, 3.5, 2.0},
        {ToolKind::palm, false, Setting::standard, best, 1, 3.0},
        {ToolKind::thumb, false, Setting::fine, KernelLevel::avx2, 1, no_bar, 3.5},
        {ToolKind::thumb, false, Setting::fine, KernelLevel::sse, 1},
        {ToolKind::thumb, false, Setting::fine, best, 2, 4.1},
        {ToolKind::thumb, true, Setting::fine, best, 1, no_bar, 4.1},
        {ToolKind::thumb, true, Setting::fine, best, 2, 4.1},
        {ToolKind::thumb, true, Setting::standard, best, 1, 4.1},
        {ToolKind::palm, true, Setting::fine, best, 2, 4.1},
        {ToolKind::palm, true, Setting::standard, best, 1, 4.1},
    };
    for (const CostCase& c : cases) {
        const bool asked = name_of(c).find(bench.only) != std::string::npos;
        if (asked && tissue::kernel_level_available(c.level)) {
            cost_row(bench, client, c);
        }
    }
    if (bench.only.empty()) {
        resting_row(bench);
    }
}

} // namespace tactus::bars
