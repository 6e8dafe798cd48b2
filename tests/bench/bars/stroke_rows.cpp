/// Press and slide against the converged solution of the same mesh.

#include "tests/bench/bars/bars.hpp"
#include "tests/bench/bars/mesh_stroke.hpp"
#include "tests/bench/bars/whole_grid.hpp"

#include <algorithm>
#include <string>

namespace tactus::bars {

namespace {

constexpr tissue::Setting settings[] = {tissue::Setting::fine, tissue::Setting::standard,
                                        tissue::Setting::half};

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
    effort.thumb_iterations = 30;
    effort.palm_iterations = effort.palm_iterations > 0 ? 30 : 0;
    effort.coarse_iterations = 40;
    effort.rounds = 6;
    effort.stride = 1;
    return {effort, true};
}

std::string note_of(const SlabCase& c) {
    return "nu ." + std::to_string(static_cast<int>(c.scale.poisson * 100 + 0.5)) + ", " +
           std::to_string(static_cast<int>(c.depth_mm)) + " of 40 mm, R " +
           std::to_string(static_cast<int>(c.radius_mm));
}

/// Window and coarse grid as shipped, against the same mesh solved until nothing is left over.
void product_rows(Bench& bench, const SlabCase& c, const Limits& limits) {
    for (const tissue::Setting setting : settings) {
        const tissue::Effort effort = tissue::effort_of(setting);
        const Trace reference = run_product(c, converged(effort), *bench.pool);
        const StepRange range{25, c.steps(), effort.stride};
        const TraceErrors e = compare(run_product(c, {effort}, *bench.pool), reference, range);
        bench.report({c.name + " " + std::string(tissue::setting_name(setting)),
                      figures_of({e.force_rms, e.force_max}, limits), note_of(c)});
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
            other.thumb_iterations = std::max(1, other.thumb_iterations + change);
            other.palm_iterations = std::max(1, other.palm_iterations + change);
            other.coarse_iterations += change;
            const TraceErrors o = compare(run_product(c, {other}, *bench.pool), reference, range);
            worst = {std::max(worst.rms, o.force_rms), std::max(worst.max, o.force_max)};
        }
        bench.report({c.name + " " + std::string(tissue::setting_name(setting)) + " its +-2",
                      figures_of(worst, around), "worse of two iterations less and more; " + note_of(c)});
    }
}

/// The solver's parts on one elastic grid of 5 mm, as in solver.md 3.3.
void mesh_rows(Bench& bench, const std::string& name, const MeshStroke& stroke, const Limits& limits) {
    MeshEffort effort;
    effort.converge = true;
    const MeshTrace reference = run_mesh(stroke, effort, *bench.pool);
    effort.converge = false;
    const int iterations = tissue::effort_of(tissue::Setting::fine).iterations;
    Errors worst;
    for (const int change : {0, -2, 2}) {
        effort.iterations = iterations + change;
        const MeshTrace run = run_mesh(stroke, effort, *bench.pool);
        const Errors e = mesh_errors(run, reference);
        if (change == 0) {
            bench.report({name + " its " + std::to_string(effort.iterations), figures_of(e, limits),
                          "one elastic 5 mm grid; negative curvature in " +
                              std::to_string(run.negative_curvature) + " steps"});
            if (bench.quick) {
                return;
            }
        } else {
            worst = {std::max(worst.rms, e.rms), std::max(worst.max, e.max)};
        }
    }
    bench.report({name + " its +-2", figures_of(worst, around), "worse of two less and more"});
}

SlabCase stroke_case(const Bench& bench, contact::ToolKind kind, double speed_mm_s) {
    SlabCase c;
    c.kind = kind;
    c.radius_mm = kind == contact::ToolKind::palm ? 40 : 20;
    c.speed_mm_s = speed_mm_s;
    c.name = "stroke " + std::string(contact::tool_name(kind)) + (speed_mm_s > 200 ? " 30 cm/s" : " 10 cm/s");
    c.press_s = speed_mm_s > 200 ? 0.1 : 0.5;
    c.slide_mm = bench.quick ? 10 : (speed_mm_s > 200 ? 75 : 40);
    c.start_mm = -0.5 * c.slide_mm;
    return c;
}

} // namespace

void run_stroke(Bench& bench) {
    for (const contact::ToolKind kind : {contact::ToolKind::thumb, contact::ToolKind::palm}) {
        for (const double speed : {100.0, 300.0}) {
            product_rows(bench, stroke_case(bench, kind, speed), speed > 200 ? fast : shipped);
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
        c.scale.poisson = nu;
        c.name += nu < 0.47 ? " nu .45" : " nu .49";
        product_rows(bench, c, shipped);
    }
    SlabCase deep = stroke_case(bench, contact::ToolKind::thumb, 100);
    deep.depth_mm = 16;
    deep.name += " 16 mm";
    product_rows(bench, deep, around);
    deep.scale.poisson = 0.49;
    deep.name += " nu .49";
    product_rows(bench, deep, around);
}

/// The parts of the solver on one grid: no window helps here, so this shows what iterations alone do.
void run_mesh_stroke(Bench& bench) {
    const auto mesh = [&](const std::string& name, double nu, double depth, double speed) {
        MeshStroke s;
        s.poisson = nu;
        s.depth_mm = depth;
        s.speed_mm_s = speed;
        s.press_s = speed > 200 ? 0.1 : 0.5;
        s.slide_mm = bench.quick ? 10 : 40;
        mesh_rows(bench, name, s, speed > 200 ? fast : shipped);
    };
    mesh("stroke 5 mm nu .48", 0.48, 10, 100);
    if (!bench.quick) {
        mesh("stroke 5 mm nu .45", 0.45, 10, 100);
        mesh("stroke 5 mm nu .49", 0.49, 10, 100);
        mesh("stroke 5 mm nu .48 16 mm", 0.48, 16, 100);
        mesh("stroke 5 mm nu .49 16 mm", 0.49, 16, 100);
        mesh("stroke 5 mm nu .48 30 cm/s", 0.48, 10, 300);
    }
}

void run_curvature(Bench& bench) {
    MeshStroke s;
    s.poisson = 0.49;
    s.depth_mm = 16;
    s.slide_mm = bench.quick ? 10 : 40;
    MeshEffort effort;
    effort.converge = true;
    const MeshTrace reference = run_mesh(s, effort, *bench.pool);
    effort.converge = false;
    effort.iterations = 12;
    const MeshTrace run = run_mesh(s, effort, *bench.pool);
    const Errors e = mesh_errors(run, reference);
    bench.report({"negative curvature nu .49 16 mm",
                  {{"rms", e.rms, "%", 5, 2}, {"max", e.max, "%"}},
                  "12 iterations; negative curvature in " + std::to_string(run.negative_curvature) +
                      " steps, in the reference " + std::to_string(reference.negative_curvature)});
}

} // namespace tactus::bars
