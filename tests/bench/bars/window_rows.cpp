/// The fine window in the coarse grid against one 5 mm grid of the whole slab; two hands; nodules.

#include "tests/bench/bars/bars.hpp"
#include "tests/bench/bars/whole_grid.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tactus::bars {

namespace {

constexpr int settled_steps = 25; ///< the first tenth of a second divides by next to nothing
constexpr int right = 1;
constexpr double percent = 100;

std::string whole(double x) { return std::to_string(static_cast<int>(std::lround(x))); }

SlabCase thumb_case(const Bench& bench, double radius_mm) {
    SlabCase c;
    c.name = "window R " + whole(radius_mm);
    c.radius_mm = radius_mm;
    c.press_s = bench.quick ? 0.25 : 0.5;
    c.slide_mm = bench.quick ? 20 : 50;
    c.start_mm = -0.5 * c.slide_mm;
    return c;
}

/// A thumb's force and 95th percentile have limits of their own (5 and 15 %).
std::vector<Figure> window_figures(const TraceErrors& e) {
    return {{"rms", e.force_rms, "%", 1, 0.3},
            {"max", e.force_max, "%", 2, 0.6},
            {"map", e.map_rms, "%", 2.5, 1.5},
            {"map p95", e.map_p95, "%"},
            {"jump at moves", e.move_jump_rms, "%", 0.2, 0.05},
            {"other jumps", e.other_jump_rms, "%"}};
}

void setting_rows(Bench& bench, const SlabCase& c, const Trace& reference) {
    for (const tissue::Setting setting :
         {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half}) {
        const Trace run = run_product(c, {tissue::effort_of(setting)}, *bench.pool);
        bench.report({c.name + " " + std::string(tissue::setting_name(setting)),
                      window_figures(compare(run, reference,
                                             {settled_steps, c.steps(), tissue::effort_of(setting).stride})),
                      ""});
        if (bench.quick) {
            return;
        }
    }
}

void iteration_rows(Bench& bench, const SlabCase& c, const Trace& reference) {
    Errors worst;
    std::string worst_name;
    for (const int window : {3, 6, 12}) {
        for (const int coarse : {5, 8, 12}) {
            tissue::Effort effort = tissue::effort_of(tissue::Setting::fine);
            effort.thumb = {window, window};
            effort.coarse_iterations = coarse;
            const TraceErrors e =
                compare(run_product(c, {effort}, *bench.pool), reference, {settled_steps, c.steps()});
            if (e.force_rms > worst.rms) {
                worst_name = std::to_string(window) + "-" + std::to_string(coarse);
            }
            worst = {std::max(worst.rms, e.force_rms), std::max(worst.max, e.force_max)};
        }
    }
    bench.report({c.name + " iteration counts",
                  {{"worst rms", worst.rms, "%", 2, 1}, {"worst max", worst.max, "%", 4, 2}},
                  "coarse 5, 8, 12; fine 3, 6, 12; worst " + worst_name});
}

} // namespace

void run_window(Bench& bench) {
    for (const double radius : {20.0, 10.0}) {
        const SlabCase c = thumb_case(bench, radius);
        const Trace reference = reference_trace(c, {}, bench.cache, *bench.pool);
        setting_rows(bench, c, reference);
        if (!bench.quick) {
            iteration_rows(bench, c, reference);
        }
    }
}

/// A thumb as clients feel it: stiffening, viscous, with friction and the soft pad.
void run_thumb(Bench& bench) {
    SlabCase c = thumb_case(bench, 10);
    c.name = "thumb R 10, product's material";
    c.product_material();
    const Trace reference = reference_trace(c, {}, bench.cache, *bench.pool);
    for (const tissue::Setting setting :
         {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half}) {
        const tissue::Effort effort = tissue::effort_of(setting);
        const TraceErrors e = compare(run_product(c, {effort}, *bench.pool), reference,
                                      {settled_steps, c.steps(), effort.stride});
        bench.report({c.name + " " + std::string(tissue::setting_name(setting)),
                      {{"force rms", e.force_rms, "%", 5, 3},
                       {"force max", e.force_max, "%"},
                       {"map p95", e.map_p95, "%", 15, 8},
                       {"map rms", e.map_rms, "%"}},
                      ""});
        if (bench.quick) {
            return;
        }
    }
}

void run_hands(Bench& bench) {
    SlabCase c = thumb_case(bench, 20);
    c.name = "two hands 60 mm apart";
    c.second_mm = 60;
    c.slide_mm = bench.quick ? 10 : 40;
    c.start_mm = -0.5 * c.slide_mm;
    const Trace reference = reference_trace(c, {}, bench.cache, *bench.pool);
    for (const tissue::Setting setting : {tissue::Setting::fine, tissue::Setting::standard}) {
        const Trace run = run_product(c, {tissue::effort_of(setting)}, *bench.pool);
        std::vector<double> error;
        for (int step = settled_steps; step <= c.steps(); ++step) {
            const auto at = static_cast<std::size_t>(step - 1);
            for (int side = 0; side < contact::side_count; ++side) {
                error.push_back(percent * (static_cast<double>(run.samples[at].force_n[side]) /
                                               static_cast<double>(reference.samples[at].force_n[side]) -
                                           1));
            }
        }
        const Errors e = errors_of(error);
        bench.report({c.name + " " + std::string(tissue::setting_name(setting)),
                      {{"max", e.max, "%", 1.5, 1}, {"rms", e.rms, "%"}},
                      "both hands"});
        if (bench.quick) {
            return;
        }
    }
}

namespace {

std::vector<double> forces(const Trace& trace) {
    std::vector<double> f;
    for (const Sample& s : trace.samples) {
        f.push_back(static_cast<double>(s.force_n[right]));
    }
    return f;
}

/// What is left of a series over its running mean, from step `first` on, rms in per cent.
double ripple(const std::vector<double>& series, int first) {
    constexpr int reach = 12; // two cells of the lattice at 10 cm/s
    std::vector<double> rest;
    for (int k = first + reach; k + reach < static_cast<int>(series.size()); ++k) {
        double mean = 0;
        for (int n = k - reach; n <= k + reach; ++n) {
            mean += series[static_cast<std::size_t>(n)] / (2 * reach + 1);
        }
        rest.push_back(percent * (series[static_cast<std::size_t>(k)] / mean - 1));
    }
    return errors_of(rest).rms;
}

} // namespace

void run_nodule(Bench& bench) {
    // The same slide with and without the nodule: what differs is the nodule. The solver's noise is what
    // ripples in its error against the converged whole grid; the ripple of a thumb over the lattice is no
    // solver's.
    SlabCase plain = thumb_case(bench, 10);
    SlabCase with = plain;
    with.nodule_factor = 1.14F;
    const Trace reference = reference_trace(plain, {}, bench.cache, *bench.pool);
    const std::vector<double> exact = forces(reference);
    for (const tissue::Setting setting : {tissue::Setting::fine, tissue::Setting::standard}) {
        const tissue::Effort effort = tissue::effort_of(setting);
        const std::vector<double> a = forces(run_product(plain, {effort}, *bench.pool));
        const std::vector<double> b = forces(run_product(with, {effort}, *bench.pool));
        double signal = 0;
        std::vector<double> error;
        for (std::size_t k = 0; k < a.size(); ++k) {
            signal = static_cast<int>(k) < plain.slide_first()
                         ? 0.0
                         : std::max(signal, percent * std::fabs(b[k] / a[k] - 1));
            error.push_back(a[k] / exact[k]);
        }
        const double noise = ripple(error, plain.slide_first());
        bench.report({"nodule 14 %, thumb R 10 " + std::string(tissue::setting_name(setting)),
                      {{"contrast over noise", signal / noise, "x", 3, no_bar, true},
                       {"contrast", signal, "%"},
                       {"solver's noise", noise, "% rms"},
                       {"ripple of the lattice", ripple(exact, plain.slide_first()), "% rms"}},
                      "nodule 10 x 10 x 8 mm, 15 mm deep, 10 mm pressed"});
        if (bench.quick) {
            return;
        }
    }
}

} // namespace tactus::bars
