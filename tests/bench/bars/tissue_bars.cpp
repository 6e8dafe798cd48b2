/// Measures every accuracy bar of the tissue with the product's own classes. Not a test: references take
/// minutes once, then come from the cache.
///
/// tissue_bars --list | [--quick] [--json] [--threads N] [--cache DIR] [--only TEXT] all | NAME...
/// --only: of the rows of `cost` or `stroke`, those whose name holds the text.

#include "sim/math/float_mode.hpp"
#include "tests/bench/bars/bars.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <iostream>

namespace {

using namespace tactus;

constexpr auto families = std::to_array<bars::Family>({
    {"hayes", "flat punch on a bonded layer against Hayes' factor", bars::run_hayes},
    {"sphere", "sphere on 5 mm cells against 1.25-2 mm", bars::run_sphere},
    {"stroke", "press and slide against the converged solution of the same mesh", bars::run_stroke},
    {"mesh", "the same by the solver's parts on one 5 mm grid", bars::run_mesh_stroke},
    {"window", "fine window in the coarse grid against one 5 mm grid", bars::run_window},
    {"thumb", "a thumb of R 10 in the product's material against one 5 mm grid", bars::run_thumb},
    {"load", "load control: hold, ramp, touch-down", bars::run_load},
    {"rib", "load control over a rib against the converged depth", bars::run_rib},
    {"overload", "more load than the tissue carries", bars::run_overload},
    {"nodule", "a nodule's contrast against the solver's own noise", bars::run_nodule},
    {"hold", "drift of a motionless tool", bars::run_hold},
    {"hands", "two hands 60 mm apart against the whole grid", bars::run_hands},
    {"balance", "nodal sums, contact against support", bars::run_balance},
    {"curvature", "negative curvature at a Poisson ratio of 0.49", bars::run_curvature},
    {"secant", "stiffness against load and a thumb's depth", bars::run_secant},
    {"cost", "milliseconds a step, growth with the resting back", bars::run_cost},
});

int list() {
    for (const bars::Family& f : families) {
        std::cout << f.name << std::string(12 - std::strlen(f.name), ' ') << f.what << '\n';
    }
    return EXIT_SUCCESS;
}

bool run_named(const std::string& name, bars::Bench& bench) {
    bool any = false;
    for (const bars::Family& f : families) {
        const bool timing = f.run == bars::run_cost; // asked for by name, on an idle machine
        if (name == f.name || (name == "all" && !timing)) {
            f.run(bench);
            any = true;
        }
    }
    return any;
}

} // namespace

int main(int count, char** arguments) {
    const math::FloatMode mode;
    bars::Bench bench;
    bench.out = &std::cout;
    bench.cache = TACTUS_BARS_CACHE;
    int threads = 1;
    std::vector<std::string> names;
    for (int k = 1; k < count; ++k) {
        const std::string word = arguments[k];
        if (word == "--list") {
            return list();
        }
        if (word == "--quick") {
            bench.quick = true;
        } else if (word == "--json") {
            bench.json = true;
        } else if (word == "--threads" && k + 1 < count) {
            threads = std::max(1, std::atoi(arguments[++k]));
        } else if (word == "--cache" && k + 1 < count) {
            bench.cache = arguments[++k];
        } else if (word == "--only" && k + 1 < count) {
            bench.only = arguments[++k];
        } else {
            names.push_back(word);
        }
    }
    if (names.empty()) {
        std::cerr << "tissue_bars: name a family, or all; --list shows them\n";
        return 2;
    }
    if (!bench.only.empty() && names != std::vector<std::string>{"cost"} &&
        names != std::vector<std::string>{"stroke"}) {
        std::cerr
            << "tissue_bars: --only chooses among the rows of cost or of stroke; name one family alone\n";
        return 2;
    }
    parallel::ThreadPool pool(threads);
    bench.pool = &pool;
    std::filesystem::create_directories(bench.cache);
    for (const std::string& name : names) {
        if (!run_named(name, bench)) {
            std::cerr << "tissue_bars: no family is called " << name << "; --list shows them\n";
            return 2;
        }
    }
    if (!bench.only.empty() && bench.rows.empty()) {
        std::cerr << "tissue_bars: no row is called " << bench.only << "; run without --only to see them\n";
        return 2;
    }
    if (bench.json) {
        bars::print_json(bench.rows, std::cout);
    }
    const bool missed = std::any_of(bench.rows.begin(), bench.rows.end(), [](const bars::Row& row) {
        return bars::verdict_of(row) == bars::Verdict::missed;
    });
    return missed ? 1 : 0;
}
