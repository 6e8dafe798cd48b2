/// Indentation on a slab of its own: Hayes' flat punch, and a sphere against its own refinement.

#include "sim/tissue/hayes_punch.hpp"
#include "sim/tissue/indentation.hpp"
#include "tests/bench/bars/bars.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace tactus::bars {

namespace {

constexpr double punch_layer_mm = 40;
constexpr double punch_strain = 0.005; ///< small, as Hayes' theory is linear
constexpr double percent = 100;

std::string number(double x) {
    std::string text = std::to_string(x);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

/// Error of the punch's force, per cent. edge_mm <= 0: the default of `tactus-sim indent`, radius / 16.
double punch_error(Bench& bench, double poisson, double ratio, double edge_mm) {
    tissue::Indentation p;
    p.layer_mm = punch_layer_mm;
    p.radius_mm = ratio * punch_layer_mm;
    p.poisson = poisson;
    p.depth_mm = punch_strain * punch_layer_mm;
    p.edge_mm = edge_mm > 0 ? edge_mm : p.radius_mm / 16;
    const tissue::IndentationResult r = tissue::indent(p, *bench.pool, tissue::best_kernel_level());
    const double exact = 2 * p.radius_mm * p.young_kpa * tissue::hayes_factor(poisson, ratio) * p.depth_mm /
                         (1 - poisson * poisson) * 1e-3;
    return percent * (r.force_n / exact - 1);
}

struct PunchBar {
    const char* name;
    double edge_mm;
    double bar;
    double stretch;
};

void punch_rows(Bench& bench, const PunchBar& grid) {
    const std::vector<double> ratios =
        bench.quick ? std::vector<double>{0.5} : std::vector<double>{0.3, 0.5, 0.8, 1.0, 1.3};
    double worst_spread = 0;
    for (const double ratio : ratios) {
        Row row;
        row.name = std::string("hayes ") + grid.name + " a/h " + number(ratio);
        double low = 1e9;
        double high = -1e9;
        for (const double nu : {0.40, 0.45, 0.48, 0.49}) {
            const double error = punch_error(bench, nu, ratio, grid.edge_mm);
            row.figures.push_back({"nu " + number(nu), std::fabs(error), "%", grid.bar, grid.stretch});
            if (nu > 0.44) {
                low = std::min(low, error);
                high = std::max(high, error);
            }
        }
        worst_spread = std::max(worst_spread, high - low);
        row.note = "spread over .45-.49 " + number(std::round((high - low) * 1000) / 1000) + " %";
        bench.report(row);
    }
    bench.report({std::string("hayes ") + grid.name + " spread over nu",
                  {{"spread", worst_spread, "%", 0.5, 0.3}},
                  "worst a/h"});
}

double sphere_force(Bench& bench, double radius_mm, double poisson, double edge_mm) {
    tissue::Indentation p;
    p.tool = tissue::Indenter::sphere;
    p.radius_mm = radius_mm;
    p.poisson = poisson;
    p.depth_mm = 10;
    p.edge_mm = edge_mm;
    return tissue::indent(p, *bench.pool, tissue::best_kernel_level()).force_n;
}

} // namespace

void run_hayes(Bench& bench) {
    punch_rows(bench, {"default", 0, 5, 3});
    punch_rows(bench, {"5 mm", 5, 6, 4});
}

void run_sphere(Bench& bench) {
    const double fine_mm = bench.quick ? 2.0 : 1.25;
    for (const double radius : {15.0, 17.5, 20.0}) {
        if (bench.quick && radius != 20.0) {
            continue;
        }
        for (const double nu : {0.45, 0.48, 0.49}) {
            if (bench.quick && nu != 0.48) {
                continue;
            }
            const double coarse = sphere_force(bench, radius, nu, 5);
            const double fine = sphere_force(bench, radius, nu, fine_mm);
            bench.report({"sphere R " + number(radius) + " nu " + number(nu),
                          {{"force", percent * std::fabs(coarse / fine - 1), "%", 3, 1}},
                          "5 mm " + number(coarse) + " N, " + number(fine_mm) + " mm " + number(fine) +
                              " N, 10 of 40 mm"});
        }
    }
}

} // namespace tactus::bars
