/// Milliseconds a step: run by name, on an idle machine.

#include "sim/hands/hand_poser.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/tissue/slab.hpp"
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

/// A sphere that slides over a flat back of `columns` x `rows` cells of 10 mm, step by step as `BackSolver`
/// does on the coarse grid: the box, then a tile of the rest.
class FlatBack {
public:
    FlatBack(int columns, int rows, parallel::ThreadPool& pool)
        : grid_(geometry(columns, rows)), kernels_(&tissue::kernel_table(tissue::best_kernel_level())),
          solver_(grid_, *kernels_, pool), contact_(grid_) {
        press_.stop = 30;
        tool_.approach = {0, -1, 0};
    }

    double step_ms(int step) {
        const auto along = static_cast<float>(-0.05 + 0.0004 * step);
        const Vec3 centre{0.0007F, 0.06F, along};
        tool_.pressing.assign(1, contact::Capsule{centre, centre, 0.02F, 0.02F});
        const auto start = std::chrono::steady_clock::now();
        tissue::ToolPlaces places;
        const tissue::GridArrays& g = grid_.arrays();
        places[1] = tissue::ToolPlace{0.5F * static_cast<float>(g.columns),
                                      0.5F * static_cast<float>(g.rows) - 100 * along, true};
        box_ = tissue::choose_box(grid_.whole(), box_, places);
        grid_.set_box(box_);
        press_.imposed = std::min(8.0, 0.1 * step);
        press_.begin_step(tissue::step_s, contact_.touching());
        contact_.begin_step(grid_, tool_, motion_, {});
        contact_.find_groups(grid_, static_cast<float>(press_.travel));
        solver_.set_tools({{1, &contact_, &press_, {}}});
        solver_.newton_step(6);
        contact_.end_step(grid_, tissue::step_s);
        grid_.set_box(tissue::relaxing_tile(grid_.whole(), step));
        solver_.set_tools({});
        solver_.newton_step(4);
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    }

private:
    static tissue::GridGeometry geometry(int columns, int rows) {
        const std::array<tissue::SlabLayer, 2> layers = {tissue::SlabLayer{32, 6, 8, 0.48F, 2},
                                                         tissue::SlabLayer{8, 2, 5, 0.48F, 2}};
        return tissue::make_slab(tissue::even_lines(columns, 10.0F), tissue::even_lines(rows, 10.0F), layers);
    }

    tissue::Grid grid_;
    const tissue::KernelTable* kernels_;
    tissue::GridSolver solver_;
    tissue::SkinContact contact_;
    tissue::Press press_;
    contact::PosedTool tool_;
    tissue::ToolMotion motion_;
    tissue::CellBox box_{};
};

/// Steps of the shipped lattice and of one four times larger, in turn, so that the machine is the same for
/// both.
void resting_row(Bench& bench) {
    const math::FloatMode mode;
    parallel::ThreadPool pool(1);
    FlatBack shipped(48, 64, pool);
    FlatBack larger(96, 128, pool);
    std::vector<double> one;
    std::vector<double> four;
    for (int step = 0; step < 240; ++step) {
        one.push_back(shipped.step_ms(step));
        four.push_back(larger.step_ms(step));
    }
    const double ratio = share_of(four, 0.5) / share_of(one, 0.5);
    bench.report({"cost of a resting back",
                  {{"48 x 64", share_of(one, 0.5), "ms median"},
                   {"96 x 128", share_of(four, 0.5), "ms median"},
                   {"ratio", ratio, "x", 1.15, 1.05}},
                  "coarse grid, the resting back four times larger"});
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
        const bool asked = bench.asks(name_of(c));
        if (asked && tissue::kernel_level_available(c.level)) {
            cost_row(bench, client, c);
        }
    }
    if (bench.asks("cost of a resting back")) {
        resting_row(bench);
    }
}

} // namespace tactus::bars
