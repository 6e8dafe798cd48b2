#include "tests/bench/bars/whole_grid.hpp"

#include "sim/contact/friction.hpp"
#include "sim/tissue/advection.hpp"
#include "sim/tissue/grid_frame.hpp"
#include "tests/bench/bars/reference_cache.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::bars {

namespace {

constexpr int newton_limit = 40;
constexpr int linear_iterations = 300;
constexpr double linear_tolerance = 0.02;
constexpr double force_floor_mn = 300; ///< at touch-down the tolerance is one of this
constexpr double lattice_mm = 5;       ///< of the slab's fine cells

} // namespace

WholeGrid::WholeGrid(const SlabCase& c, const WholeGridPlan& plan, parallel::ThreadPool& pool)
    : WholeGrid(c, c.anatomy(), plan, pool) {}

WholeGrid::WholeGrid(const SlabCase& c, const anatomy::Anatomy& slab, const WholeGridPlan& plan,
                     parallel::ThreadPool& pool)
    : plan_(plan), experiment_(c.experiment), kernels_(&tissue::kernel_table(tissue::best_kernel_level())),
      back_(tissue::make_back_grid(slab, tissue::make_columns(slab), plan.spacing, c.scale)),
      grid_(back_.geometry, plan.cells.column_first, plan.cells.row_first,
            plan.cells.column_last - plan.cells.column_first, plan.cells.row_last - plan.cells.row_first),
      solver_(grid_, *kernels_, pool), viscosity_(grid_, pool),
      field_(slab), contacts_{tissue::SkinContact(grid_), tissue::SkinContact(grid_)} {
    tissue::set_stiffness(grid_, back_, tissue::stiffness_factors(slab, {}), plan.cells.column_first,
                          plan.cells.row_first);
}

void WholeGrid::step(const Tools& tools) {
    now_s_ += tissue::step_s;
    if (!experiment_.elastic) {
        viscosity_.begin(*kernels_, grid_, now_s_, tissue::step_s);
    }
    std::vector<tissue::ToolOnGrid> on_grid;
    for (int side = 0; side < contact::side_count; ++side) {
        if (!tools[side]) {
            continue;
        }
        const contact::PosedTool& tool = *tools[side];
        tissue::Press& press = presses_[side];
        const Vec3 moved = press.present ? tissue::to_grid_mm(tool.centre - centres_[side]) : Vec3{0, 0, 0};
        centres_[side] = tool.centre;
        press.present = true;
        press.stop = static_cast<double>(tool.travel_stop_m) * 1e3;
        press.command = static_cast<double>(tool.commanded_force_n) * 1e3;
        const Vec3 shift_mm = tissue::to_grid_direction(tool.approach) * static_cast<float>(press.travel);
        press.begin_step(tissue::step_s, touched_[side]);
        const contact::Friction friction =
            experiment_.friction ? contact::Friction{*experiment_.friction, *experiment_.friction}
                                 : contact::friction(tool.lubricant, tool.product);
        const tissue::ToolMotion motion{
            moved, friction, experiment_.law.value_or(tissue::contact_law(tool.kind)), shift_mm, {}};
        contacts_[side].begin_step(grid_, tool, motion, {});
        if (touched_[side]) {
            const double cell = lattice_mm * plan_.spacing;
            const Vec3 at = tissue::to_grid_mm(tool.centre);
            const Vec3 corner = back_.geometry.position[back_.geometry.node(
                plan_.cells.column_first, plan_.cells.row_first, back_.geometry.layers)];
            tissue::advect(grid_, Vec2{at.x - corner.x, at.y - corner.y} / static_cast<float>(cell),
                           Vec2{moved.x, moved.y} / static_cast<float>(cell));
        }
        contacts_[side].find_groups(grid_, static_cast<float>(press.travel));
        on_grid.push_back({side, &contacts_[side], &press, {}});
    }
    solver_.set_tools(std::move(on_grid));
    solve(force_floor_mn);
    if (!experiment_.elastic) {
        viscosity_.end(*kernels_, grid_, now_s_);
    }
    for (const tissue::ToolOnGrid& tool : solver_.tools()) {
        touched_[tool.side] = tool.contact->touching();
        tool.contact->end_step(grid_, tissue::step_s);
    }
}

void WholeGrid::solve(double floor_mn) {
    for (int newton = 0; newton < newton_limit; ++newton) {
        solver_.newton_step(linear_iterations, linear_tolerance);
        tissue::Level& level = solver_.level();
        double left = std::sqrt(level.dot(level.right(), level.right()));
        double force = 0;
        for (const tissue::ToolOnGrid& tool : solver_.tools()) {
            force = std::max(force, tool.sums.along);
            left = std::max(left, tool.held() ? 0.0 : std::fabs(tool.press->drive(tool.along())));
        }
        residual_ = left / (force + floor_mn);
        if (residual_ < plan_.tolerance) {
            break;
        }
    }
    solver_.polish();
    const tissue::GridArrays& g = grid_.arrays();
    const tissue::NodeVector& right = solver_.level().right();
    double sum = 0;
    for (int n = 0; n < grid_.node_count(); ++n) {
        sum -= static_cast<double>(right.component[2][n] * g.mask[n]); // the approach points down
    }
    for (const tissue::ToolOnGrid& tool : solver_.tools()) {
        unbalanced_[tool.side] = sum;
    }
}

Sample WholeGrid::sample() const {
    Sample s;
    for (const tissue::ToolOnGrid& tool : solver_.tools()) {
        s.force_n[tool.side] = static_cast<float>(tool.sums.along * 1e-3);
        s.support_n[tool.side] = static_cast<float>((tool.sums.along - unbalanced_[tool.side]) * 1e-3);
        s.travel_mm[tool.side] = static_cast<float>(tool.press->travel);
    }
    return s;
}

std::vector<float> WholeGrid::field_pa() const {
    std::vector<float> field(static_cast<std::size_t>(tissue::SkinField::columns) * tissue::SkinField::rows,
                             0.0F);
    for (const tissue::ToolOnGrid& tool : solver_.tools()) {
        tissue::add_pressure({&grid_, tool.contact, plan_.cells.column_first * plan_.spacing,
                              plan_.cells.row_first * plan_.spacing, plan_.spacing},
                             field_, field);
    }
    return field;
}

Trace reference_trace(const SlabCase& c, const WholeGridPlan& plan, const std::filesystem::path& cache,
                      parallel::ThreadPool& pool) {
    WholeGrid whole(c, plan, pool);
    const std::filesystem::path file = cache / (reference_key(c, plan, whole.grid()) + ".trace");
    Trace trace;
    if (read_trace(file, trace)) {
        return trace;
    }
    for (int step = 1; step <= c.steps(); ++step) {
        whole.step(c.tools(step));
        trace.samples.push_back(whole.sample());
        trace.map_pa.push_back(map_about_tool(c, step, whole.field_pa()));
        trace.moved.push_back(0);
    }
    write_trace(file, trace);
    return trace;
}

} // namespace tactus::bars
