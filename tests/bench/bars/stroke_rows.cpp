/// Press and slide against the converged solution of the same mesh.

#include "tests/bench/bars/bars.hpp"
#include "tests/bench/bars/mesh_stroke.hpp"
#include "tests/bench/bars/whole_grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace tactus::bars {

namespace {

constexpr std::array settings = {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half};

struct Limits {
    double rms;
    double max;
    double rms_stretch;
    double max_stretch;
};

constexpr Limits shipped{2, 4, 1, 2};
constexpr Limits around{5, 8, 2, 4};
constexpr Limits fast{3, 8, 1, no_bar};

std::vector<Figure> figures_of(const Errors& e, const Limits& l) {
    return {{"rms", e.rms, "%", l.rms, l.rms_stretch}, {"max", e.max, "%", l.max, l.max_stretch}};
}

/// Rounds and iterations that leave nothing over on the product's own mesh of window and coarse grid.
ProductPlan converged(tissue::Effort effort) {
    effort.iterations = 60;
    effort.thumb = {30, 30};
    effort.palm = effort.palm.after > 0 ? tissue::WindowEffort{30, 30} : effort.palm;
    effort.coarse_iterations = 40;
    effort.rounds = 6;
    effort.stride = 1;
    return {effort, true};
}

tissue::WindowEffort changed(tissue::WindowEffort effort, int change) {
    const auto of = [change](int iterations) {
        return iterations > 0 ? std::max(1, iterations + change) : 0;
    };
    return {of(effort.before), of(effort.after)};
}

std::string note_of(const SlabCase& c) {
    return "nu ." + std::to_string(std::lround(c.scale.isotropic->poisson * 100)) + ", " +
           std::to_string(static_cast<int>(c.depth_mm)) + " of 40 mm, R " +
           std::to_string(static_cast<int>(c.radius_mm));
}

/// Window and coarse grid as shipped, against the same mesh solved until nothing is left over.
void product_rows(Bench& bench, const SlabCase& c, const Limits& limits) {
    if (!bench.asks(c.name)) {
        return;
    }
    for (const tissue::Setting setting : settings) {
        const tissue::Effort effort = tissue::effort_of(setting);
        const Trace reference = run_product(c, converged(effort), *bench.pool);
        const StepRange range{25, c.steps(), effort.stride};
        const Trace run = run_product(c, {effort}, *bench.pool);
        const TraceErrors e = compare(run, reference, range);
        const TraceErrors press = compare(run, reference, {25, std::max(25, c.press_steps()), effort.stride});
        const TraceErrors slide = compare(run, reference, {c.slide_first(), c.steps(), effort.stride});
        Row row{c.name + " " + std::string(tissue::setting_name(setting)),
                figures_of({e.force_rms, e.force_max}, limits), note_of(c)};
        if (c.press_steps() >= 48) {
            row.figures.push_back({"press", press.force_rms, "% rms"});
        }
        row.figures.push_back({"slide", slide.force_rms, "% rms"});
        bench.report(std::move(row));
        if (bench.quick) {
            return;
        }
        if (effort.stride > 1) {
            continue;
        }
        Errors worst;
        for (const int change : {-2, 2}) {
            tissue::Effort other = effort;
            other.iterations += change;
            other.thumb = changed(other.thumb, change);
            other.palm = changed(other.palm, change);
            other.coarse_iterations += change;
            const TraceErrors o = compare(run_product(c, {other}, *bench.pool), reference, range);
            worst = {std::max(worst.rms, o.force_rms), std::max(worst.max, o.force_max)};
        }
        bench.report({c.name + " " + std::string(tissue::setting_name(setting)) + " its +-2",
                      figures_of(worst, around), "worse of two iterations less and more; " + note_of(c)});
    }
}

/// One elastic grid of 10 mm under a commanded force, as palms press at the settings without a window for
/// them.
void mesh_rows(Bench& bench, const std::string& name, const MeshStroke& stroke) {
    MeshEffort effort;
    effort.converge = true;
    const MeshTrace reference = run_mesh(stroke, effort, *bench.pool);
    effort.converge = false;
    for (const int iterations : {4, 6, 8, 10, 12}) {
        effort.iterations = iterations;
        const MeshTrace run = run_mesh(stroke, effort, *bench.pool);
        const Errors depth = mesh_errors(run, reference, true);
        std::vector<double> support;
        for (std::size_t k = 24; k < run.force_n.size(); ++k) {
            support.push_back(100 * (1 - run.support_n[k] / run.force_n[k]));
        }
        const bool ships = iterations == 6 || iterations == 8;
        bench.report(
            {name + " its " + std::to_string(iterations),
             {{"depth", depth.rms, "% rms", ships ? 1 : no_bar, ships ? 0.3 : no_bar},
              {"depth max", depth.max, "%", ships ? 2 : no_bar, ships ? 0.6 : no_bar},
              {"contact - support", errors_of(support).rms, "% rms", ships ? 4 : no_bar, ships ? 2 : no_bar}},
             "negative curvature in " + std::to_string(run.negative_curvature) + " steps"});
    }
}

/// The same stroke under a commanded force, as the product runs it: the solver's error is in the depth, and
/// in what contact and support differ by.
void force_rows(Bench& bench, SlabCase c) {
    if (!bench.asks(c.name)) {
        return;
    }
    constexpr std::size_t right = 1;
    c.by_force = true;
    c.force_n = c.kind == contact::ToolKind::palm ? 20 : 8;
    c.name += " by force";
    for (const tissue::Setting setting : settings) {
        const tissue::Effort effort = tissue::effort_of(setting);
        const Trace reference = run_product(c, converged(effort), *bench.pool);
        const Trace run = run_product(c, {effort}, *bench.pool);
        const auto deepest = static_cast<double>(reference.samples.back().travel_mm[right]);
        std::vector<double> depth;
        std::vector<double> support;
        for (int step = 24 + effort.stride; step <= c.steps(); step += effort.stride) {
            const Sample& s = run.samples[static_cast<std::size_t>(step - 1)];
            const Sample& r = reference.samples[static_cast<std::size_t>(step - 1)];
            depth.push_back(100 * static_cast<double>(s.travel_mm[right] - r.travel_mm[right]) / deepest);
            support.push_back(100 * static_cast<double>(s.force_n[right] - s.support_n[right]) / c.force_n);
        }
        const Errors z = errors_of(depth);
        bench.report({c.name + " " + std::string(tissue::setting_name(setting)),
                      {{"depth", z.rms, "% rms", 1, 0.3},
                       {"depth max", z.max, "%", 2, 0.6},
                       {"contact - support", errors_of(support).rms, "% rms", 4, 2}},
                      std::to_string(deepest) + " mm deep"});
        if (bench.quick) {
            return;
        }
    }
}

SlabCase stroke_case(const Bench& bench, contact::ToolKind kind, double speed_mm_s) {
    SlabCase c;
    c.kind = kind;
    c.radius_mm = kind == contact::ToolKind::palm ? 40 : 20;
    c.speed_mm_s = speed_mm_s;
    c.name = "stroke " + std::string(contact::tool_name(kind)) + (speed_mm_s > 200 ? " 30 cm/s" : " 10 cm/s");
    c.press_s = speed_mm_s > 200 ? 0.1 : (bench.quick ? 0.25 : 0.5);
    c.slide_mm = bench.quick ? 10 : (speed_mm_s > 200 ? 75 : 40);
    c.start_mm = -0.5 * c.slide_mm;
    return c;
}

} // namespace

void run_stroke(Bench& bench) {
    for (const contact::ToolKind kind : {contact::ToolKind::thumb, contact::ToolKind::palm}) {
        for (const double speed : {100.0, 300.0}) {
            product_rows(bench, stroke_case(bench, kind, speed), speed > 200 ? fast : shipped);
            force_rows(bench, stroke_case(bench, kind, speed));
            if (bench.quick) {
                break;
            }
        }
    }
    if (bench.quick) {
        return;
    }
    for (const double nu : {0.45, 0.49}) {
        SlabCase c = stroke_case(bench, contact::ToolKind::thumb, 100);
        c.scale.isotropic->poisson = nu;
        c.name += nu < 0.47 ? " nu .45" : " nu .49";
        product_rows(bench, c, shipped);
    }
    SlabCase deep = stroke_case(bench, contact::ToolKind::thumb, 100);
    deep.depth_mm = 16;
    deep.name += " 16 mm";
    product_rows(bench, deep, around);
    deep.scale.isotropic->poisson = 0.49;
    deep.name += " nu .49";
    product_rows(bench, deep, around);
}

/// The parts of the solver on one grid under a commanded force: what iterations alone do.
void run_mesh_stroke(Bench& bench) {
    MeshStroke s;
    s.spacing_mm = 10;
    s.radius_mm = 30;
    s.force_n = 12;
    s.slide_mm = bench.quick ? 10 : 40;
    mesh_rows(bench, "one 10 mm grid 10 cm/s", s);
    if (bench.quick) {
        return;
    }
    s.poisson = 0.49;
    mesh_rows(bench, "one 10 mm grid nu .49", s);
    s.poisson = 0.48;
    s.speed_mm_s = 300;
    s.press_s = 0.1;
    mesh_rows(bench, "one 10 mm grid 30 cm/s", s);
}

void run_curvature(Bench& bench) {
    // By the product: the press by imposed depth.
    SlabCase c = stroke_case(bench, contact::ToolKind::thumb, 100);
    c.name = "nu .49, 16 of 40 mm, 12 iterations";
    c.scale.isotropic->poisson = 0.49;
    c.depth_mm = 16;
    tissue::Effort effort = tissue::effort_of(tissue::Setting::fine);
    const Trace reference = run_product(c, converged(effort), *bench.pool);
    effort.thumb = {12, 12};
    effort.coarse_iterations = 12;
    const TraceErrors e = compare(run_product(c, {effort}, *bench.pool), reference, {25, c.steps()});
    bench.report({c.name,
                  {{"rms", e.force_rms, "%", 5, 2}, {"max", e.force_max, "%"}},
                  "the product, window and coarse grid, against its own mesh converged"});
    // By one grid of 5 mm under a commanded force that goes as deep.
    MeshStroke s;
    s.poisson = 0.49;
    s.force_n = 14.3;
    s.slide_mm = bench.quick ? 10 : 40;
    MeshEffort one;
    one.converge = true;
    const MeshTrace exact = run_mesh(s, one, *bench.pool);
    one.converge = false;
    one.iterations = 12;
    const MeshTrace run = run_mesh(s, one, *bench.pool);
    const Errors depth = mesh_errors(run, exact, true);
    bench.report({"nu .49, 14.3 N, 12 iterations, one grid",
                  {{"depth", depth.rms, "% rms", 5, 2}, {"depth max", depth.max, "%"}},
                  "negative curvature in " + std::to_string(run.negative_curvature) +
                      " steps, in the reference " + std::to_string(exact.negative_curvature) + "; deepest " +
                      std::to_string(exact.travel_mm.back()) + " mm"});
}

} // namespace tactus::bars
