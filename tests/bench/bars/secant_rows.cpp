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

/// An array probe's face: 60 x 15 mm.
constexpr double probe_m2 = 9e-4;
constexpr float probe_length_m = 0.044F;
constexpr float probe_radius_m = 0.008F;

/// Compressive strain of the layers under the probe.
struct LayerStrain {
    double load_n;
    double subcutis;
    double muscle;
};

LayerStrain strain_of(const WholeGrid& whole, const SlabCase& c) {
    const tissue::Grid& grid = whole.grid();
    const int column = grid.arrays().columns / 2;
    const int row = grid.arrays().rows / 2;
    const auto sunk = [&](int level) {
        return -static_cast<double>(grid.displacement(grid.node(column, row, level)).z);
    };
    constexpr double soft_mm = 10; // skin and fat of the slab
    const double interface = sunk(tissue::muscle_layers);
    return {static_cast<double>(whole.sample().force_n[right]),
            (sunk(tissue::back_layers) - interface) / soft_mm, interface / (c.layer_mm - soft_mm)};
}

/// Slope of stress over strain about a load, kPa: what Isogai calls Young's modulus at that load.
double slope_at(const std::vector<LayerStrain>& curve, double load_n, double LayerStrain::*layer) {
    const auto at = [&](double load) {
        return *std::lower_bound(curve.begin(), curve.end(), load,
                                 [](const LayerStrain& s, double x) { return s.load_n < x; });
    };
    const LayerStrain low = at(std::max(0.3, 0.85 * load_n));
    const LayerStrain high = at(1.15 * load_n);
    return (high.load_n - low.load_n) / probe_m2 * 1e-3 / (high.*layer - low.*layer);
}

std::vector<LayerStrain> probe_curve(Bench& bench) {
    SlabCase c;
    c.by_force = true;
    c.product_material();
    c.speed_mm_s = 0;
    c.slide_mm = 0;
    WholeGridPlan plan;
    plan.cells = {32, 64, 48, 80};
    WholeGrid whole(c, plan, *bench.pool);
    std::vector<LayerStrain> curve;
    constexpr double most_n = 36;
    constexpr double step_n = 0.1; // 24 N/s
    for (double load = step_n; load < most_n; load += step_n) {
        Tools tools = c.tools(1);
        contact::PosedTool& tool = *tools[right];
        tool.commanded_force_n = static_cast<float>(load);
        contact::Capsule& face = tool.pressing.front();
        const Vec3 middle = tool.centre + Vec3{0, probe_radius_m, 0};
        face.a = middle - Vec3{0.5F * probe_length_m, 0, 0};
        face.b = middle + Vec3{0.5F * probe_length_m, 0, 0};
        face.radius_a_m = face.radius_b_m = probe_radius_m;
        whole.step(tools);
        curve.push_back(strain_of(whole, c));
    }
    return curve;
}

double off_by(double a, double b) { return std::max(a / b, b / a); }

/// Isogai 2022, gluteal, 21 men: subcutis 26.1 +- 19.0 kPa at 1 N and 2199 at 30 N, muscle 62.2 +- 10.3 at 5
/// N and 440 at 30 N. The bars here are "order and trend": within a factor of three, and rising.
void isogai_rows(Bench& bench) {
    const std::vector<LayerStrain> curve = probe_curve(bench);
    const double muscle_5 = slope_at(curve, 5, &LayerStrain::muscle);
    const double muscle_30 = slope_at(curve, 30, &LayerStrain::muscle);
    const double soft_1 = slope_at(curve, 1, &LayerStrain::subcutis);
    const double soft_30 = slope_at(curve, 30, &LayerStrain::subcutis);
    const std::string probe = "slope of stress over strain under a probe's face of 60 x 15 mm, 24 N/s";
    bench.report({"modulus of muscle (Isogai)",
                  {{"at 5 N", muscle_5, "kPa of 62"},
                   {"at 30 N", muscle_30, "kPa of 440"},
                   {"rises", muscle_30 / muscle_5, "x of 7.1", 2, no_bar, true},
                   {"off at 5 N", off_by(muscle_5, 62.2), "x", 3},
                   {"off at 30 N", off_by(muscle_30, 440.4), "x", 3}},
                  probe});
    bench.report({"modulus of subcutis (Isogai)",
                  {{"at 1 N", soft_1, "kPa of 26"},
                   {"at 30 N", soft_30, "kPa of 2199"},
                   {"rises", soft_30 / soft_1, "x of 84", 5, no_bar, true},
                   {"off at 1 N", off_by(soft_1, 26.1), "x", 3},
                   {"off at 30 N", off_by(soft_30, 2199.1), "x", 10}},
                  probe});
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
