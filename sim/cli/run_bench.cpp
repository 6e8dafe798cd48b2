#include "sim/cli/run_bench.hpp"

#include "sim/anatomy/anatomy.hpp"
#include "sim/hands/hand_poser.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/back_solver.hpp"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tactus::cli {

namespace {

constexpr double steps_per_second = 240;
constexpr float budget_ms = 1000.0F / 240.0F;

struct BenchRow {
    std::string tool;
    std::string setting;
    std::string level;
    double median_ms = 0;
    double worst_ms = 0; ///< 99th percentile: a shared machine's hiccups are not the solver's
    double force_n = 0;
    std::uint64_t digest = 0;
};

/// A stroke up and down beside the spine at 10 cm/s: 30 N with the palm, 15 N with the thumb.
hands::HandInput stroke_at(contact::ToolKind tool, double t) {
    const bool palm = tool == contact::ToolKind::palm;
    const double leg_s = 3.0;
    const double phase = t / leg_s;
    const double along = phase - 2 * static_cast<double>(static_cast<long>(phase / 2));
    const double up = along < 1 ? along : 2 - along;
    hands::HandInput hand;
    hand.tool = tool;
    hand.u = 0.15F;
    hand.v = static_cast<float>(0.95 - 0.65 * up);
    hand.force_n = palm ? 30.0F : 15.0F;
    hand.oil = 0.7F;
    return hand;
}

const char* level_name(tissue::KernelLevel level) {
    switch (level) {
    case tissue::KernelLevel::avx512:
        return "avx512";
    case tissue::KernelLevel::avx2:
        return "avx2";
    case tissue::KernelLevel::sse:
        break;
    }
    return "sse4.2";
}

BenchRow measure(const anatomy::Anatomy& anatomy, contact::ToolKind tool, tissue::Setting setting,
                 tissue::KernelLevel level, const BenchOptions& options) {
    const math::FloatMode mode;
    parallel::ThreadPool pool(options.threads);
    tissue::BackSolver solver(anatomy, setting, pool, {}, level);
    hands::HandPoser poser(anatomy);
    std::vector<double> ms;
    const int steps = std::max(24, static_cast<int>(options.seconds * steps_per_second));
    for (int step = 0; step < steps; ++step) {
        const auto tools = poser.pose({std::nullopt, stroke_at(tool, step / steps_per_second)});
        const auto start = std::chrono::steady_clock::now();
        solver.step(tools, {}, {});
        ms.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(ms.begin(), ms.end());
    BenchRow row;
    row.tool = contact::tool_name(tool);
    row.setting = tissue::setting_name(setting);
    row.level = level_name(level);
    row.median_ms = ms[ms.size() / 2];
    row.worst_ms = ms[ms.size() * 99 / 100];
    row.force_n = static_cast<double>(solver.reports()[1].force_n);
    row.digest = solver.state_digest();
    return row;
}

void print_json(const std::vector<BenchRow>& rows, std::ostream& out) {
    nlohmann::ordered_json json = {{"budget_ms", budget_ms}, {"rows", nlohmann::ordered_json::array()}};
    for (const BenchRow& row : rows) {
        json["rows"].push_back({{"tool", row.tool},
                                {"setting", row.setting},
                                {"level", row.level},
                                {"median_ms", row.median_ms},
                                {"p99_ms", row.worst_ms},
                                {"to_fine", row.median_ms / rows.front().median_ms},
                                {"force_N", row.force_n},
                                {"digest", std::to_string(row.digest)}});
    }
    out << json.dump(2) << '\n';
}

} // namespace

int run_bench(const BenchOptions& options, std::ostream& out) {
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    std::vector<BenchRow> rows;
    const tissue::KernelLevel best = tissue::best_kernel_level();
    for (const contact::ToolKind tool : {contact::ToolKind::thumb, contact::ToolKind::palm}) {
        for (const tissue::Setting setting :
             {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half}) {
            rows.push_back(measure(anatomy, tool, setting, best, options));
        }
    }
    for (const tissue::KernelLevel level : {tissue::KernelLevel::avx2, tissue::KernelLevel::sse}) {
        if (level != best && tissue::kernel_level_available(level)) {
            rows.push_back(measure(anatomy, contact::ToolKind::thumb, tissue::Setting::fine, level, options));
        }
    }
    if (options.json) {
        print_json(rows, out);
        return 0;
    }
    out << "tool   setting   level    median ms    p99 ms   of budget   force N   digest\n"
        << std::fixed << std::setprecision(2);
    for (const BenchRow& row : rows) {
        out << std::left << std::setw(7) << row.tool << std::setw(10) << row.setting << std::setw(8)
            << row.level << std::right << std::setw(10) << row.median_ms << std::setw(10) << row.worst_ms
            << std::setw(11) << row.median_ms / static_cast<double>(budget_ms) << std::setw(10) << row.force_n
            << "   " << std::hex << row.digest << std::dec << '\n';
    }
    return 0;
}

} // namespace tactus::cli
