/// Figures on slabs: a flat punch, a sphere, a hold.

#include "sim/tissue/hayes_punch.hpp"
#include "sim/tissue/indentation.hpp"
#include "sim/tissue/tissue_data.hpp"
#include "sim/tissue/viscosity.hpp"
#include "tests/bench/plots/plots.hpp"
#include "tests/sim/tissue/slabs.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>

namespace tactus::plots {

namespace {

constexpr double percent = 100;

tissue::IndentationResult press(const tissue::Indentation& p) {
    parallel::ThreadPool pool(1);
    return tissue::indent(p, pool, tissue::best_kernel_level());
}

/// Per cent over Hayes, of a punch of half the thickness of a layer of 40 mm.
double punch_error(double edge_mm, double poisson, bool placed) {
    tissue::Indentation p;
    p.poisson = poisson;
    p.depth_mm = 0.2;
    p.edge_mm = edge_mm;
    p.least_layers = static_cast<int>(std::lround(p.layer_mm / edge_mm));
    p.even_layers = p.least_layers;
    p.rim_beyond_cells = placed ? p.rim_beyond_cells : 0;
    const double exact = 2 * p.radius_mm * p.young_kpa *
                         tissue::hayes_factor(poisson, p.radius_mm / p.layer_mm) * p.depth_mm /
                         (1 - poisson * poisson) * 1e-3;
    return percent * (press(p).force_n / exact - 1);
}

/// A slab of 40 mm under a sphere at a given depth, step by step, with or without memory.
struct Hold {
    tissue::test::SlabPress slab;
    tissue::Viscosity viscosity;
    bool remembers;
    double now_s = 0;

    explicit Hold(bool with_memory)
        : slab(geometry(), 0.02F), viscosity(slab.grid, slab.pool), remembers(with_memory) {}

    static tissue::GridGeometry geometry() {
        const std::vector<float> lines = tissue::even_lines(32, 5.0F);
        const tissue::SlabLayer layer{40, 8, 8, 0.48F, 0};
        return tissue::make_slab(lines, lines, std::span(&layer, 1));
    }

    double step(double seconds, double depth_mm) {
        now_s += seconds;
        const tissue::KernelTable& kernels = slab.solver.kernels();
        if (remembers) {
            viscosity.begin(kernels, slab.grid, now_s, seconds);
        }
        slab.step(0, depth_mm, 4, 30);
        if (remembers) {
            viscosity.end(kernels, slab.grid, now_s);
        }
        return slab.force_n();
    }
};

/// Share of the instantaneous shear modulus that is left after a time.
double prony(double seconds) {
    const std::array<double, 3> share = {tissue::prony_share_1, tissue::prony_share_2, tissue::prony_share_3};
    const std::array<double, 3> time = {tissue::prony_time_1_s, tissue::prony_time_2_s,
                                        tissue::prony_time_3_s};
    double left = 1;
    for (int t = 0; t < 3; ++t) {
        left -= share[t] * (1 - std::exp(-seconds / time[t]));
    }
    return left;
}

} // namespace

Chart plot_punch() {
    Chart chart{"Flat punch on a bonded layer, a/h = 0.5: force over Hayes",
                {"edge of the cells, mm", {1.25, 2.5, 5, 10}, true},
                {"error, %", {0.1, 0.3, 1, 3, 10, 30}, true},
                {}};
    std::printf("| edge, mm | rim on an edge: nu .45 | .48 | .49 | rim placed: nu .45 | .48 | .49 |\n"
                "|---|---|---|---|---|---|---|\n");
    constexpr std::array poissons = {0.45, 0.48, 0.49};
    std::array<Series, poissons.size()> on_edge;
    std::array<Series, poissons.size()> placed;
    for (const double edge : {10.0, 5.0, 2.5, 1.25}) {
        std::printf("| %g |", edge);
        for (int side = 0; side < 2; ++side) {
            for (int k = 0; k < 3; ++k) {
                const double error = punch_error(edge, poissons[k], side == 1);
                std::printf(" %.2f |", error);
                (side == 1 ? placed : on_edge)[k].points.push_back({edge, std::fabs(error)});
            }
        }
        std::printf("\n");
        std::fflush(stdout);
    }
    for (int k = 0; k < 3; ++k) {
        std::array<char, 64> name{};
        std::snprintf(name.data(), name.size(), "nu %.2f, rim on an edge", poissons[k]);
        on_edge[k].name = name.data();
        on_edge[k].colour = k;
        std::snprintf(name.data(), name.size(), "nu %.2f, rim placed", poissons[k]);
        placed[k].name = name.data();
        placed[k].colour = k;
        placed[k].stroke = Stroke::dashed;
    }
    chart.series.insert(chart.series.end(), on_edge.begin(), on_edge.end());
    chart.series.insert(chart.series.end(), placed.begin(), placed.end());
    return chart;
}

Chart plot_sphere() {
    Chart chart{"Sphere R 20 mm, 10 mm deep in 40 mm: pressure",
                {"distance from the axis, mm", {0, 5, 10, 15, 20}},
                {"pressure, kPa", {0, 5, 10, 15, 20, 25}},
                {}};
    std::printf(
        "| edge, mm | force, N | mean pressure of the innermost ring of that width, kPa |\n|---|---|---|\n");
    int colour = 0;
    for (const double edge : {1.25, 5.0}) {
        tissue::Indentation p;
        p.tool = tissue::Indenter::sphere;
        p.depth_mm = 10;
        p.edge_mm = edge;
        const tissue::IndentationResult r = press(p);
        Series series{
            edge > 2 ? "5 mm cells" : "1.25 mm cells", {}, edge > 2 ? Stroke::dots : Stroke::solid, colour++};
        for (const tissue::PressureRing& ring : r.profile) {
            series.points.push_back({ring.radius_mm, ring.pressure_kpa});
        }
        std::printf("| %g | %.3f | %.2f |\n", edge, r.force_n, r.profile.front().pressure_kpa);
        std::fflush(stdout);
        chart.series.push_back(series);
    }
    return chart;
}

Chart plot_relaxation() {
    constexpr double depth_mm = 6;
    constexpr int ramp_steps = 24;
    Hold elastic(false);
    Hold hold(true);
    double before = 0;
    std::vector<Point> rises; // when, by how much the elastic force rose
    for (int k = 1; k <= ramp_steps; ++k) {
        const double depth = depth_mm * k / ramp_steps;
        const double force = elastic.step(tissue::step_s, depth);
        rises.push_back({tissue::step_s * (k - 0.5), force - before});
        before = force;
        hold.step(tissue::step_s, depth);
    }
    Series solved{"solved", {}, Stroke::dots, 1};
    Series linear{"Prony series of the elastic force", {}, Stroke::solid, 0};
    std::printf("| held for, s | solved, N | Prony series, N | difference, %% |\n|---|---|---|---|\n");
    double next = 0.1;
    const double start = hold.now_s;
    while (hold.now_s < 61) {
        const double held = hold.now_s - start;
        const double force = hold.step(held < 1 ? tissue::step_s : (held < 10 ? 1.0 / 24 : 0.25), depth_mm);
        const double after = hold.now_s - start;
        if (after < next) {
            continue;
        }
        double expected = 0;
        for (const Point& rise : rises) {
            expected += rise.y * prony(hold.now_s - rise.x);
        }
        std::printf("| %.2f | %.3f | %.3f | %.2f |\n", after, force, expected,
                    percent * (force / expected - 1));
        solved.points.push_back({after, force / before});
        linear.points.push_back({after, expected / before});
        next *= 1.6;
    }
    return {"Sphere R 20 mm held 6 mm deep: force over the elastic force",
            {"time after the press, s", {0.1, 0.3, 1, 3, 10, 30, 60}, true},
            {"share of the elastic force", {0.5, 0.6, 0.7, 0.8, 0.9, 1}},
            {solved, linear}};
}

} // namespace tactus::plots
