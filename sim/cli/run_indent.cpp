#include "sim/cli/run_indent.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/tissue/hayes_punch.hpp"
#include "sim/tissue/indentation.hpp"

#include <chrono>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <optional>

namespace tactus::cli {

namespace {

constexpr int cells_per_radius = 16;
constexpr double newton_of_kpa_mm2 = 1e-3;
constexpr double widest_theory = 4;     // radius over layer up to which hayes_factor is exact
constexpr double residual_limit = 5e-3; // of the contact force; a run above it has not converged

void demand(bool holds, const char* flag, const char* what, const char* mend) {
    if (!holds) {
        throw UserError(Complaint{std::string("indent ") + flag, what, mend});
    }
}

tissue::Indentation problem_of(const IndentOptions& o) {
    demand(o.tool == "flat" || o.tool == "sphere", "--tool", "is neither flat nor sphere",
           "choose one of them");
    demand(o.radius_mm >= 1 && o.radius_mm <= 200, "--radius-mm", "is outside 1..200", "give millimetres");
    demand(o.layer_mm >= 1 && o.layer_mm <= 400, "--layer-mm", "is outside 1..400", "give millimetres");
    demand(o.young_kpa > 0 && o.young_kpa <= 1e5, "--young-kpa", "is outside 0..100000", "give kilopascals");
    demand(o.poisson >= 0 && o.poisson <= 0.4999, "--poisson", "is outside 0..0.4999",
           "a body of constant volume is 0.499 here");
    demand(o.depth_mm > 0 && o.depth_mm < 0.7 * o.layer_mm, "--depth-mm", "is not within 70 % of the layer",
           "press less deep");
    demand(o.refine >= 1 && o.refine <= 4, "--refine", "is outside 1..4",
           "each step takes eight times as long");
    demand(o.edge_mm == 0 || (o.edge_mm >= o.radius_mm / 64 && o.edge_mm <= o.radius_mm), "--edge-mm",
           "is outside radius / 64 .. radius", "choose cells that the tool can cover");
    tissue::Indentation p;
    p.tool = o.tool == "flat" ? tissue::Indenter::flat : tissue::Indenter::sphere;
    p.radius_mm = o.radius_mm;
    p.layer_mm = o.layer_mm;
    p.young_kpa = o.young_kpa;
    p.poisson = o.poisson;
    p.depth_mm = o.depth_mm;
    p.bonded = o.bonded;
    p.edge_mm = o.edge_mm > 0 ? o.edge_mm : o.radius_mm / (cells_per_radius * o.refine);
    p.rim_beyond_cells = o.rim_on_edge ? 0.0 : p.rim_beyond_cells;
    return p;
}

/// What the linear theory says of a flat tool.
struct Theory {
    double kappa = 0;
    double force_n = 0;
};

Theory theory_of(const tissue::Indentation& p) {
    Theory t;
    t.kappa = tissue::hayes_factor(p.poisson, p.radius_mm / p.layer_mm);
    t.force_n = 2 * p.radius_mm * p.young_kpa * t.kappa * p.depth_mm / (1 - p.poisson * p.poisson) *
                newton_of_kpa_mm2;
    return t;
}

/// What was asked, what came of it, and what both are held against.
struct Indented {
    tissue::Indentation problem;
    tissue::IndentationResult result;
    double ms_per_step = 0;
    std::optional<Theory> theory;
    std::optional<double> force_rim_on_edge_n;

    [[nodiscard]] bool converged() const {
        return std::isfinite(result.force_n) && result.residual < residual_limit;
    }
};

Indented solve(const IndentOptions& options) {
    Indented o;
    o.problem = problem_of(options);
    parallel::ThreadPool pool(options.threads);
    const auto start = std::chrono::steady_clock::now();
    o.result = tissue::indent(o.problem, pool, tissue::best_kernel_level());
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    o.ms_per_step = time.count() / std::max(1, o.result.newton_steps);
    if (o.problem.tool != tissue::Indenter::flat) {
        return o;
    }
    if (o.problem.radius_mm <= widest_theory * o.problem.layer_mm) {
        o.theory = theory_of(o.problem);
    }
    if (options.edge_mm > 0 && !options.rim_on_edge) {
        tissue::Indentation on_edge = o.problem;
        on_edge.rim_beyond_cells = 0;
        o.force_rim_on_edge_n = tissue::indent(on_edge, pool, tissue::best_kernel_level()).force_n;
    }
    return o;
}

double percent_over(double force, double reference) { return 100 * (force / reference - 1); }

void print_json(const IndentOptions& options, const Indented& o, std::ostream& out) {
    const tissue::IndentationResult& r = o.result;
    nlohmann::ordered_json json = {
        {"tool", options.tool},           {"radius_mm", options.radius_mm}, {"layer_mm", options.layer_mm},
        {"young_kpa", options.young_kpa}, {"poisson", options.poisson},     {"depth_mm", options.depth_mm},
        {"bonded", options.bonded},       {"force_N", r.force_n},           {"support_N", r.support_n},
        {"residual", r.residual},         {"converged", o.converged()},     {"cells", r.cells},
        {"edge_mm", r.edge_mm},           {"load_steps", r.load_steps},     {"newton_steps", r.newton_steps},
        {"ms_per_step", o.ms_per_step}};
    if (o.theory) {
        json["rim_beyond_cells"] = o.problem.rim_beyond_cells;
        json["hayes_kappa"] = o.theory->kappa;
        json["hayes_force_N"] = o.theory->force_n;
    }
    if (o.theory && !o.problem.bonded) { // the theory is of a punch that slips
        json["over_hayes_percent"] = percent_over(r.force_n, o.theory->force_n);
    }
    if (o.force_rim_on_edge_n) {
        json["force_rim_on_edge_N"] = *o.force_rim_on_edge_n;
    }
    json["pressure_profile"] = nlohmann::ordered_json::array();
    for (const tissue::PressureRing& ring : r.profile) {
        json["pressure_profile"].push_back({{"r_mm", ring.radius_mm}, {"pressure_kPa", ring.pressure_kpa}});
    }
    out << json.dump(2) << '\n';
}

void print_text(const IndentOptions& options, const Indented& o, std::ostream& out) {
    const tissue::IndentationResult& r = o.result;
    out << std::setprecision(5) << "force " << r.force_n << " N at " << options.depth_mm << " mm (support "
        << r.support_n << " N, unbalanced " << r.residual * 100
        << (o.converged() ? " %)\n" : " %: NOT CONVERGED)\n");
    if (o.theory) {
        out << "Hayes " << o.theory->force_n << " N for a punch that slips, kappa " << o.theory->kappa
            << ": the force is " << percent_over(r.force_n, o.theory->force_n) << " % over it, with the rim "
            << o.problem.rim_beyond_cells << " of a cell beyond the last loaded nodes\n";
    }
    if (o.force_rim_on_edge_n) {
        out << "force " << *o.force_rim_on_edge_n << " N with the rim on a cell edge\n";
    }
    out << r.cells << " cells, edge " << r.edge_mm << " mm, " << r.newton_steps << " Newton steps of "
        << o.ms_per_step << " ms\n";
    for (const tissue::PressureRing& ring : r.profile) {
        out << "  r " << std::setw(8) << ring.radius_mm << " mm  " << std::setw(10) << ring.pressure_kpa
            << " kPa\n";
    }
}

} // namespace

int run_indent(const IndentOptions& options, std::ostream& out) {
    const Indented outcome = solve(options);
    if (options.json) {
        print_json(options, outcome, out);
    } else {
        print_text(options, outcome, out);
    }
    return outcome.converged() ? 0 : 1;
}

} // namespace tactus::cli
