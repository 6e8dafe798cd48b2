#include "sim/tissue/grid_solver.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::tissue {

namespace {

/// How much of the geometric stiffness the tangent holds: 1 meets negative curvature under a tool, 0
/// converges slower (solver.md 3.3).
constexpr float geometric_share = 0.15F;

/// No solve moves a node or a tool further than this.
constexpr float step_cap_mm = 1.5F;

constexpr double quiet_residual_mn = 5.0; ///< norm over all nodes

/// Of the commanded force: a travel with less out of balance is left as it is.
constexpr double settled = 1e-5;

} // namespace

GridSolver::GridSolver(Grid& grid, const KernelTable& kernels, parallel::ThreadPool& pool)
    : level_(grid, kernels, pool), kernels_(&kernels) {}

void GridSolver::set_tools(std::vector<ToolOnGrid> tools) {
    tools_ = std::move(tools);
    direct_.clear();
    for (const ToolOnGrid& tool : tools_) {
        direct_.push_back(std::make_unique<DirectLoad>(*kernels_, level_.grid(), *tool.contact, tool.side));
    }
}

void GridSolver::evaluate() {
    gather_gradient();
    level_.right_from_force();
}

bool GridSolver::quiet() const {
    return level_.dot(level_.right(), level_.right()) < quiet_residual_mn * quiet_residual_mn;
}

void GridSolver::gather_gradient() {
    level_.elastic_gradient();
    for (ToolOnGrid& tool : tools_) {
        tool.sums = tool.contact->evaluate(*kernels_, level_.grid(), static_cast<float>(tool.press->travel),
                                           level_.pool());
    }
    add_contact_gradient(1);
}

void GridSolver::add_contact_gradient(float factor) {
    level_.zero_skin_scratch();
    for (const ToolOnGrid& tool : tools_) {
        tool.contact->add_gradient(*kernels_, level_.grid(), level_.skin_scratch());
    }
    const CellBox box = level_.grid().box();
    level_.add_to_force(level_.skin_scratch(), box.row_first, box.row_last + 1, factor);
}

bool GridSolver::solve(int iterations, double tolerance, const Travels& drive, Travels& step) {
    GridArrays& g = level_.grid().arrays();
    g.geometric_factor = geometric_share;
    if (level_.solve(iterations, tolerance, drive, step)) {
        return true;
    }
    g.geometric_factor = 0;
    level_.solve(iterations, tolerance, drive, step);
    return false;
}

double GridSolver::slope(const Travels& step) const {
    double s = level_.dot(level_.right(), level_.solution());
    for (const ToolOnGrid& tool : tools_) {
        s += tool.held() ? 0.0 : tool.press->drive(tool.along()) * step[tool.side];
    }
    return s;
}

float GridSolver::search_line(const Travels& step) {
    const double start = slope(step);
    float most = level_.add_solution(0);
    for (const ToolOnGrid& tool : tools_) {
        most = std::max(most, static_cast<float>(std::fabs(step[tool.side])));
    }
    double factor = most > step_cap_mm ? static_cast<double>(step_cap_mm / most) : 1.0;
    for (const ToolOnGrid& tool : tools_) {
        const double d = step[tool.side];
        if (tool.held() || d == 0) {
            continue;
        }
        const double target = tool.press->travel + factor * d;
        if (target < tool.press->low || target > tool.press->high) {
            const double bound = target < tool.press->low ? tool.press->low : tool.press->high;
            factor = std::max(0.02, std::min(factor, (bound - tool.press->travel) / d));
        }
    }
    double done = 0;
    for (int trial = 0; trial < 4; ++trial) {
        level_.add_solution(static_cast<float>(factor - done));
        for (const ToolOnGrid& tool : tools_) {
            if (tool.held()) {
                continue;
            }
            tool.press->travel = std::clamp(tool.press->travel + (factor - done) * step[tool.side],
                                            tool.press->low, tool.press->high);
        }
        done = factor;
        evaluate();
        const double now = slope(step);
        if (now > -0.5 * std::fabs(start)) {
            break;
        }
        factor = std::max(0.15 * factor, std::min(0.7 * factor, factor * start / (start - now)));
    }
    return most;
}

std::vector<SkinLoad*> GridSolver::gather_loads(Travels& stiffness, Travels& drive) {
    std::vector<SkinLoad*> loads;
    for (std::size_t k = 0; k < tools_.size(); ++k) {
        const ToolOnGrid& tool = tools_[k];
        if (!tool.frozen) {
            tool.press->decide_hold(tool.along(), tool.touching());
        }
        if (tool.contact->touching()) {
            loads.push_back(direct_[k].get());
        }
        if (tool.touching() && !tool.held()) {
            stiffness[tool.side] = tool.stiffness();
            drive[tool.side] = tool.press->drive(tool.along());
        }
    }
    return loads;
}

NewtonReport GridSolver::newton_step(int iterations, double tolerance, Preconditioner preconditioner) {
    evaluate();
    return newton_step_from_here(iterations, tolerance, preconditioner);
}

NewtonReport GridSolver::newton_step_from_here(int iterations, double tolerance,
                                               Preconditioner preconditioner) {
    NewtonReport report;
    residual_norm_ = std::sqrt(level_.dot(level_.right(), level_.right()));
    report.residual = residual_norm_;
    Travels stiffness{};
    Travels drive{};
    const std::vector<SkinLoad*> loads = gather_loads(stiffness, drive);
    if (preconditioner == Preconditioner::fresh || !level_.keep_factor(loads, stiffness)) {
        level_.factor(loads, stiffness);
    }
    Travels step{};
    report.negative_curvature = !solve(iterations, tolerance, drive, step);
    report.largest_step_mm = search_line(step);
    return report;
}

void GridSolver::polish() {
    add_contact_gradient(-1);
    for (ToolOnGrid& tool : tools_) {
        if (tool.held() || !tool.contact->touching()) {
            continue;
        }
        for (int pass = 0; pass < 2; ++pass) {
            const double drive = tool.press->drive(tool.along());
            if (std::fabs(drive) < settled * tool.press->command) {
                break;
            }
            const double d = drive / tool.stiffness();
            tool.press->travel = std::clamp(tool.press->travel + d, tool.press->low, tool.press->high);
            tool.sums = tool.contact->evaluate(*kernels_, level_.grid(),
                                               static_cast<float>(tool.press->travel), level_.pool());
        }
    }
    add_contact_gradient(1);
    level_.right_from_force();
}

} // namespace tactus::tissue
