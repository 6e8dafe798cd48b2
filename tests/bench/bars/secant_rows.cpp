/// Stiffness rising with load, against compression measured in people, and how deep a thumb goes.

#include "sim/hands/hand_poser.hpp"
#include "tests/bench/bars/bars.hpp"
#include "tests/bench/bars/whole_grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace tactus::bars {

namespace {

constexpr int right = 1;

struct LayerSecant {
    double fat_kpa;
    double muscle_kpa;
    double depth_mm;
    double pressure_kpa;
};

/// Mean contact pressure over the strain of each layer under the tool's axis.
LayerSecant secant_of(const WholeGrid& whole, const SlabCase& c, const std::vector<float>& field_pa) {
    const tissue::Grid& grid = whole.grid();
    const int column = grid.arrays().columns / 2;
    const int row = static_cast<int>(std::lround(c.along_mm(1) / 5)) + grid.arrays().rows / 2;
    const auto sunk = [&](int level) {
        return -static_cast<double>(grid.displacement(grid.node(column, row, level)).z);
    };
    double load = 0;
    double area = 0;
    constexpr double point_m2 = 25e-6;
    for (const float p : field_pa) {
        load += static_cast<double>(p) * point_m2;
        area += p > 500 ? point_m2 : 0.0;
    }
    const double pressure = load / area * 1e-3;
    constexpr double soft_mm = 10; // skin and fat of the slab
    const double muscle_mm = c.layer_mm - soft_mm;
    const double top = sunk(tissue::back_layers);
    const double interface = sunk(tissue::muscle_layers);
    return {pressure / ((top - interface) / soft_mm), pressure / (interface / muscle_mm), top, pressure};
}

void isogai_rows(Bench& bench) {
    SlabCase c;
    c.by_force = true;
    c.radius_mm = 15; // about the 7 cm2 of a probe
    c.product_material();
    c.speed_mm_s = 0;
    c.slide_mm = 0;
    WholeGridPlan plan;
    plan.cells = {32, 64, 48, 80};
    std::vector<LayerSecant> at;
    const std::array<double, 4> loads = {1, 5, 15, 30};
    WholeGrid whole(c, plan, *bench.pool);
    double load = 0;
    for (const double target : loads) {
        while (load < target) {
            load = std::min(target, load + 0.25);
            Tools tools = c.tools(1);
            tools[right]->commanded_force_n = static_cast<float>(load);
            whole.step(tools);
        }
        at.push_back(secant_of(whole, c, whole.field_pa()));
    }
    // Isogai 2022, gluteal: subcutis 26.1 kPa at 1 N, 2199 at 30 N; muscle 62.2 at 5 N, 440 at 30 N.
    bench.report(
        {"secant of muscle (Isogai)",
         {{"at 5 N", at[1].muscle_kpa, "kPa of 62"},
          {"at 30 N", at[3].muscle_kpa, "kPa of 440"},
          {"rises by", at[3].muscle_kpa / at[1].muscle_kpa, "x of 7.1", 2, 4, true},
          {"off at 5 N by", std::max(at[1].muscle_kpa / 62.2, 62.2 / at[1].muscle_kpa), "x", 3, 1.5}},
         "mean pressure over strain under a sphere R 15"});
    bench.report({"secant of subcutis (Isogai)",
                  {{"at 1 N", at[0].fat_kpa, "kPa of 26"},
                   {"at 30 N", at[3].fat_kpa, "kPa of 2199"},
                   {"rises by", at[3].fat_kpa / at[0].fat_kpa, "x of 84", 5, 20, true},
                   {"off at 1 N by", std::max(at[0].fat_kpa / 26.1, 26.1 / at[0].fat_kpa), "x", 3, 1.5}},
                  "order and trend only"});
}

void thumb_row(Bench& bench, float v, const char* place) {
    const anatomy::Anatomy client = anatomy::make_anatomy({}, {});
    tissue::BackSolver solver(client, tissue::Setting::fine, *bench.pool, {}, tissue::best_kernel_level());
    hands::HandPoser poser(client);
    constexpr double command_n = 20;
    for (int step = 1; step <= 360; ++step) { // a half-second ramp, read a second later
        hands::HandInput hand;
        hand.tool = contact::ToolKind::thumb;
        hand.u = 0.15F;
        hand.v = v;
        hand.angle_deg = -60;
        hand.force_n = static_cast<float>(command_n * std::min(1.0, step / 120.0));
        hand.oil = 0.7F;
        solver.step(poser.pose({std::nullopt, hand}), {}, {});
    }
    const contact::ContactReport& r = solver.reports()[right];
    const double depth = static_cast<double>(r.depth_m) * 1e3;
    bench.report({std::string("thumb at 20 N, ") + place,
                  {{"depth", depth, "mm", 8, no_bar, true},
                   {"depth no more than", depth, "mm", 14},
                   {"force", static_cast<double>(r.force_n), "N"},
                   {"area", static_cast<double>(r.area_m2) * 1e4, "cm2"},
                   {"p95", static_cast<double>(r.p95_pa) * 1e-3, "kPa"}},
                  "default client, u 0.15"});
}

} // namespace

void run_secant(Bench& bench) {
    isogai_rows(bench);
    thumb_row(bench, 0.45F, "T8");
    if (!bench.quick) {
        thumb_row(bench, 0.85F, "L3");
    }
}

} // namespace tactus::bars
