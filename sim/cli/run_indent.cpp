#include "sim/cli/run_indent.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/tissue/indentation.hpp"

#include <chrono>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {

namespace {

constexpr int cells_per_radius = 16;
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
    tissue::Indentation p;
    p.tool = o.tool == "flat" ? tissue::Indenter::flat : tissue::Indenter::sphere;
    p.radius_mm = o.radius_mm;
    p.layer_mm = o.layer_mm;
    p.young_kpa = o.young_kpa;
    p.poisson = o.poisson;
    p.depth_mm = o.depth_mm;
    p.bonded = o.bonded;
    p.edge_mm = o.radius_mm / (cells_per_radius * o.refine);
    return p;
}

} // namespace

int run_indent(const IndentOptions& options, std::ostream& out) {
    const tissue::Indentation problem = problem_of(options);
    parallel::ThreadPool pool(options.threads);
    const auto start = std::chrono::steady_clock::now();
    const tissue::IndentationResult r = tissue::indent(problem, pool, tissue::best_kernel_level());
    const double ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    const double ms_per_step = ms / std::max(1, r.newton_steps);
    const bool converged = std::isfinite(r.force_n) && r.residual < residual_limit;
    if (options.json) {
        nlohmann::ordered_json json = {{"tool", options.tool},
                                       {"radius_mm", options.radius_mm},
                                       {"layer_mm", options.layer_mm},
                                       {"young_kpa", options.young_kpa},
                                       {"poisson", options.poisson},
                                       {"depth_mm", options.depth_mm},
                                       {"bonded", options.bonded},
                                       {"force_N", r.force_n},
                                       {"support_N", r.support_n},
                                       {"residual", r.residual},
                                       {"converged", converged},
                                       {"cells", r.cells},
                                       {"edge_mm", problem.edge_mm},
                                       {"load_steps", r.load_steps},
                                       {"newton_steps", r.newton_steps},
                                       {"ms_per_step", ms_per_step},
                                       {"pressure_profile", nlohmann::ordered_json::array()}};
        for (const tissue::PressureRing& ring : r.profile) {
            json["pressure_profile"].push_back(
                {{"r_mm", ring.radius_mm}, {"pressure_kPa", ring.pressure_kpa}});
        }
        out << json.dump(2) << '\n';
        return converged ? 0 : 1;
    }
    out << std::setprecision(5) << "force " << r.force_n << " N at " << options.depth_mm << " mm (support "
        << r.support_n << " N, unbalanced " << r.residual * 100 << " %)\n"
        << r.cells << " cells, edge " << problem.edge_mm << " mm, " << r.newton_steps << " Newton steps of "
        << ms_per_step << " ms\n";
    for (const tissue::PressureRing& ring : r.profile) {
        out << "  r " << std::setw(8) << ring.radius_mm << " mm  " << std::setw(10) << ring.pressure_kpa
            << " kPa\n";
    }
    return converged ? 0 : 1;
}

} // namespace tactus::cli
