/// Load control: holds, ramps, touch-down, ribs, more load than the tissue carries, and the balance of
/// forces.

#include "sim/hands/hand_pose.hpp"
#include "sim/hands/hand_poser.hpp"
#include "tests/bench/bars/bars.hpp"
#include "tests/bench/bars/mesh_stroke.hpp"
#include "tests/bench/bars/whole_grid.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

namespace tactus::bars {

namespace {

constexpr int right = 1;
constexpr double percent = 100;
constexpr double ms_per_step = 1000.0 / 240.0;

using Command = std::function<double(int)>; ///< newtons at a step

struct Pressed {
    std::vector<double> force_n;
    std::vector<double> travel_mm;
    bool missed = false; ///< load_not_reached was reported at some step
    contact::ContactReport last;
};

/// A tool that stays in place under a command.
Pressed press(Bench& bench, const SlabCase& c, tissue::Setting setting, int steps, const Command& command) {
    const anatomy::Anatomy slab = c.anatomy();
    tissue::BackSolver solver(slab, setting, *bench.pool, c.scale, tissue::best_kernel_level());
    solver.set_experiment(c.experiment);
    Pressed p;
    for (int step = 1; step <= steps; ++step) {
        Tools tools = c.tools(1);
        tools[right]->commanded_force_n = static_cast<float>(command(step));
        solver.step(tools, {}, {});
        p.last = solver.reports()[right];
        p.force_n.push_back(static_cast<double>(p.last.force_n));
        p.travel_mm.push_back(static_cast<double>(p.last.travel_m) * 1e3);
        p.missed = p.missed || p.last.load_not_reached;
    }
    return p;
}

SlabCase still_tool(contact::ToolKind kind, double radius_mm) {
    SlabCase c;
    c.kind = kind;
    c.radius_mm = radius_mm;
    c.by_force = true;
    c.speed_mm_s = 0;
    c.product_material();
    return c;
}

/// Steps after `from` until the force stays within 2 per cent of the target for good.
int settling_steps(const Pressed& p, int from, double target) {
    int last = from;
    for (int step = from + 1; step <= static_cast<int>(p.force_n.size()); ++step) {
        if (std::fabs(p.force_n[static_cast<std::size_t>(step - 1)] - target) > 0.02 * target) {
            last = step;
        }
    }
    return last + 1 - from;
}

double overshoot(const Pressed& p, double target) {
    return percent * (*std::max_element(p.force_n.begin(), p.force_n.end()) / target - 1);
}

void ramp_row(Bench& bench, const std::string& name, const SlabCase& c, tissue::Setting setting) {
    constexpr int hold_from = 60;
    constexpr int ramp_from = 240;
    constexpr int ramp_steps = 24;
    const Command command = [&](int step) {
        return step <= hold_from
                   ? 10.0 * step / hold_from
                   : 10 + 20 * std::clamp((step - ramp_from) / static_cast<double>(ramp_steps), 0.0, 1.0);
    };
    const Pressed p = press(bench, c, setting, 480, command);
    double hold = 0;
    for (int step = 180; step <= 240; ++step) {
        hold = std::max(hold, percent * std::fabs(p.force_n[static_cast<std::size_t>(step - 1)] / 10 - 1));
    }
    for (int step = 420; step <= 480; ++step) {
        hold = std::max(hold, percent * std::fabs(p.force_n[static_cast<std::size_t>(step - 1)] / 30 - 1));
    }
    bench.report({"load " + name,
                  {{"hold", hold, "%", 0.1, 0.01},
                   {"10 to 30 N settles", settling_steps(p, ramp_from, 30) * ms_per_step, "ms", 130, 105},
                   {"overshoot", overshoot(p, 30), "%", 2, 0.5}},
                  "travel " + std::to_string(p.travel_mm.back()) + " mm at 30 N"});
}

void touch_down_row(Bench& bench, const std::string& name, SlabCase c, tissue::Setting setting) {
    c.lift_mm = 20;
    c.stop_mm = 50;
    std::vector<Figure> figures;
    for (const double newtons : {20.0, 2.0}) {
        const Pressed p = press(bench, c, setting, 200, [&](int) { return newtons; });
        figures.push_back({"overshoot at " + std::to_string(static_cast<int>(newtons)) + " N",
                           std::max(0.0, overshoot(p, newtons)), "%", 2, 0.5});
        figures.push_back({"settled", settling_steps(p, 0, newtons) * ms_per_step, "ms from 20 mm above"});
    }
    bench.report({"touch-down " + name, figures, "150 mm/s"});
}

} // namespace

void run_load(Bench& bench) {
    const SlabCase thumb = still_tool(contact::ToolKind::thumb, 20);
    const SlabCase palm = still_tool(contact::ToolKind::palm, 40);
    for (const tissue::Setting setting :
         {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half}) {
        const std::string name(tissue::setting_name(setting));
        ramp_row(bench, "thumb R 20 " + name, thumb, setting);
        touch_down_row(bench, "thumb R 20 " + name, thumb, setting);
        if (bench.quick) {
            return;
        }
        ramp_row(bench, "palm R 40 " + name, palm, setting);
        touch_down_row(bench, "palm R 40 " + name, palm, setting);
    }
}

namespace {

void rib_rows(Bench& bench, const SlabCase& c) {
    const Trace reference = reference_trace(c, {}, bench.cache, *bench.pool);
    for (const tissue::Setting setting :
         {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half}) {
        const tissue::Effort effort = tissue::effort_of(setting);
        const Trace run = run_product(c, {effort}, *bench.pool);
        std::vector<double> force;
        std::vector<double> support;
        std::vector<double> depth;
        const auto last = static_cast<double>(reference.samples.back().travel_mm[right]);
        for (int step = 24 + effort.stride; step <= c.steps(); step += effort.stride) {
            const Sample& s = run.samples[static_cast<std::size_t>(step - 1)];
            const Sample& r = reference.samples[static_cast<std::size_t>(step - 1)];
            const double command = c.pressed(step);
            if (step >= c.slide_first()) {
                force.push_back(percent * (static_cast<double>(s.force_n[right]) / command - 1));
                support.push_back(percent * static_cast<double>(s.force_n[right] - s.support_n[right]) /
                                  command);
            }
            depth.push_back(percent * static_cast<double>(s.travel_mm[right] - r.travel_mm[right]) / last);
        }
        const Errors z = errors_of(depth);
        bench.report({c.name + " " + std::string(tissue::setting_name(setting)),
                      {{"force", errors_of(force).rms, "% rms", 1, 0.5},
                       {"contact - support", errors_of(support).rms, "% rms", 4, 2},
                       {"depth", z.rms, "% rms", 1, 0.3},
                       {"depth max", z.max, "%", 2, 0.6}},
                      "final depth " + std::to_string(last) + " mm"});
        if (bench.quick) {
            return;
        }
    }
}

} // namespace

void run_rib(Bench& bench) {
    // Elastic and sharp, three times as stiff: 20 N goes 10 of 40 mm deep (solver_load.md).
    SlabCase c;
    c.by_force = true;
    c.scale.isotropic = tissue::IsotropicLayers{30e3, 9e3, 24e3, 0.48};
    c.name = "rib 10 cm/s";
    c.ribs = {{-0.006F, 0.006F, 0.012F}};
    c.speed_mm_s = 100;
    c.press_s = bench.quick ? 0.25 : 0.5;
    c.slide_mm = bench.quick ? 30 : 60;
    c.start_mm = -0.5 * c.slide_mm;
    rib_rows(bench, c);
    if (bench.quick) {
        return;
    }
    c.name = "rib 30 cm/s";
    c.speed_mm_s = 300;
    c.slide_mm = 90;
    c.start_mm = -45;
    rib_rows(bench, c);
}

namespace {

/// Up to `newtons` in half a second, held, then back to 5 N for a second.
double overload_command(int step, double newtons) {
    return step <= 120 ? newtons * step / 120 : (step <= 240 ? newtons : 5.0);
}

void overload_row(Bench& bench, const std::string& name, const Pressed& p, double stop_mm) {
    double jump = 0;
    for (std::size_t k = 200; k < 240; ++k) {
        jump = std::max(jump, percent * std::fabs(p.force_n[k] / p.force_n[k - 1] - 1));
    }
    bench.report(
        {"overload " + name,
         {{"reported as not reached", p.missed ? 1.0 : 0.0, "", 1, no_bar, true},
          {"delivered", p.force_n[239], "N", 1, no_bar, true},
          {"largest change in a step while held", jump, "%", 1, 0.1},
          {"travel over the stop", std::max(0.0, p.travel_mm[239] - stop_mm), "mm", 1e-3},
          {"5 N after recovery within", percent * std::fabs(p.force_n.back() / 5 - 1), "%", 0.5, 0.1}},
         "stop " + std::to_string(stop_mm) + " mm"});
}

/// The hand that is posed on a client, asked for more than `hands` would ever let it.
void client_overload(Bench& bench, tissue::Setting setting) {
    const anatomy::Anatomy client = anatomy::make_anatomy({}, {});
    tissue::BackSolver solver(client, setting, *bench.pool, {}, tissue::best_kernel_level());
    hands::HandInput hand;
    hand.tool = contact::ToolKind::thumb;
    hand.u = 0.15F;
    hand.v = 0.85F;
    hand.angle_deg = -60;
    hand.oil = 0.7F;
    contact::PosedTool tool = hands::pose_tool(client, hand, contact::Side::right);
    Pressed p;
    for (int step = 1; step <= 480; ++step) {
        tool.commanded_force_n = static_cast<float>(overload_command(step, 300));
        solver.step(Tools{std::nullopt, tool}, {}, {});
        const contact::ContactReport& r = solver.reports()[right];
        p.force_n.push_back(static_cast<double>(r.force_n));
        p.travel_mm.push_back(static_cast<double>(r.travel_m) * 1e3);
        p.missed = p.missed || r.load_not_reached;
    }
    overload_row(bench, "thumb on a client " + std::string(tissue::setting_name(setting)), p,
                 static_cast<double>(tool.travel_stop_m) * 1e3);
}

} // namespace

void run_overload(Bench& bench) {
    for (const tissue::Setting setting :
         {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half}) {
        const std::string name(tissue::setting_name(setting));
        for (const double stop : {14.0, 20.0}) {
            SlabCase c = still_tool(contact::ToolKind::thumb, 10);
            c.stop_mm = stop;
            overload_row(bench, "sphere R 10 " + name,
                         press(bench, c, setting, 480, [](int step) { return overload_command(step, 300); }),
                         stop);
        }
        client_overload(bench, setting);
        if (bench.quick) {
            return;
        }
    }
}

void run_hold(Bench& bench) {
    MeshStroke s;
    s.slide_mm = 0;
    s.press_s = 0.1;
    s.hold_s = bench.quick ? 1 : 5;
    MeshEffort effort;
    effort.iterations = 8;
    const MeshTrace run = run_mesh(s, effort, *bench.pool);
    const std::size_t settled = 120;
    double low = run.force_n[settled];
    double high = low;
    for (std::size_t k = settled; k < run.force_n.size(); ++k) {
        low = std::min(low, run.force_n[k]);
        high = std::max(high, run.force_n[k]);
    }
    bench.report({"hold, one elastic 5 mm grid",
                  {{"drift", percent * (high / low - 1), "%", 0.1, 0.01}},
                  "imposed depth, from 0.5 s on"});
    SlabCase still;
    still.press_s = 0.1;
    still.slide_mm = 0;
    still.speed_mm_s = 0;
    still.after_s = s.hold_s;
    const Trace held = run_product(still, {tissue::effort_of(tissue::Setting::fine)}, *bench.pool);
    low = high = static_cast<double>(held.samples[settled].force_n[right]);
    for (std::size_t k = settled; k < held.samples.size(); ++k) {
        low = std::min(low, static_cast<double>(held.samples[k].force_n[right]));
        high = std::max(high, static_cast<double>(held.samples[k].force_n[right]));
    }
    bench.report({"hold, product, elastic",
                  {{"drift", percent * (high / low - 1), "%", 0.1, 0.01}},
                  "imposed depth, from 0.5 s on"});
    const SlabCase c = still_tool(contact::ToolKind::thumb, 20);
    const int steps = bench.quick ? 480 : 1320;
    const Pressed p =
        press(bench, c, tissue::Setting::fine, steps, [](int step) { return std::min(20.0, step / 6.0); });
    const auto first = p.force_n.begin() + 180;
    const double drift =
        percent * (*std::max_element(first, p.force_n.end()) / *std::min_element(first, p.force_n.end()) - 1);
    bench.report({"hold, product, 20 N",
                  {{"drift of the force", drift, "%", 0.1, 0.01},
                   {"creep", p.travel_mm.back() - p.travel_mm[180], "mm"}},
                  "load control, viscous"});
}

namespace {

/// A thumb along the ribs of a client, 5 cm beside the spine.
void client_balance_row(Bench& bench, double speed_m_s) {
    const anatomy::Anatomy client = anatomy::make_anatomy({}, {});
    tissue::BackSolver solver(client, tissue::Setting::fine, *bench.pool, {}, tissue::best_kernel_level());
    hands::HandPoser poser(client);
    std::vector<double> error;
    int poor = 0;
    constexpr int press_steps = 120;
    const double length_m = bench.quick ? 0.1 : 0.25;
    const int steps = press_steps + static_cast<int>(length_m / speed_m_s * 240);
    for (int step = 1; step <= steps; ++step) {
        hands::HandInput hand;
        hand.tool = contact::ToolKind::thumb;
        hand.u = 0.05F / client.skin.half_biacromial_m;
        hand.v = 0.25F + static_cast<float>(std::max(0, step - press_steps) / 240.0 * speed_m_s) /
                             client.skin.spine_length_m;
        hand.angle_deg = -60;
        hand.force_n = static_cast<float>(15 * std::min(1.0, step / static_cast<double>(press_steps)));
        hand.oil = 0.7F;
        solver.step(poser.pose({std::nullopt, hand}), {}, {});
        const contact::ContactReport& r = solver.reports()[right];
        if (step > press_steps) {
            error.push_back(percent * static_cast<double>(r.trust_error));
            poor += r.trust_error > 0.10F ? 1 : 0;
        }
    }
    const Errors e = errors_of(error);
    bench.report(
        {"contact against support, client " + std::to_string(static_cast<int>(speed_m_s * 100)) + " cm/s",
         {{"rms", e.rms, "%", 5, 1}, {"max", e.max, "%"}, {"steps over 10 %", static_cast<double>(poor), ""}},
         "thumb, 15 N, over the ribs 5 cm beside the spine"});
}

} // namespace

void run_balance(Bench& bench) {
    SlabCase c;
    c.name = "balance";
    c.press_s = 0.25;
    c.slide_mm = 5;
    WholeGridPlan plan;
    plan.cells = {32, 64, 48, 80};
    plan.tolerance = 1; // a single Newton step: the sums must agree in any state
    WholeGrid whole(c, plan, *bench.pool);
    double worst = 0;
    for (int step = 1; step <= c.steps(); ++step) {
        whole.step(c.tools(step));
        tissue::Level::Field skin(static_cast<std::size_t>(whole.grid().skin_count()));
        whole.contact(right).add_gradient(whole.solver().kernels(), whole.grid(), skin.view);
        double sum = 0;
        for (int n = 0; n < whole.grid().skin_count(); ++n) {
            sum += static_cast<double>(skin.view.component[2][n]);
        }
        const double force = whole.solver().tools().front().sums.total.z;
        worst = step < 12 ? worst : std::max(worst, std::fabs(-sum / force - 1));
    }
    bench.report({"nodal sum against force", {{"difference", worst, "", 1e-5}}, ""});
    for (const double radius : {20.0, 10.0}) {
        SlabCase stroke;
        stroke.radius_mm = radius;
        stroke.slide_mm = bench.quick ? 20 : 50;
        stroke.start_mm = -0.5 * stroke.slide_mm;
        const Trace run = run_product(stroke, {tissue::effort_of(tissue::Setting::fine)}, *bench.pool);
        std::vector<double> error;
        for (int step = 25; step <= stroke.steps(); ++step) {
            const Sample& s = run.samples[static_cast<std::size_t>(step - 1)];
            error.push_back(percent * (1 - static_cast<double>(s.support_n[right] / s.force_n[right])));
        }
        const Errors e = errors_of(error);
        bench.report({"contact against support R " + std::to_string(static_cast<int>(radius)),
                      {{"rms", e.rms, "%", 5, 1}, {"max", e.max, "%"}},
                      "press 10 mm, slide 10 cm/s, fine"});
    }
    client_balance_row(bench, 0.1);
    if (!bench.quick) {
        client_balance_row(bench, 0.3);
    }
}

} // namespace tactus::bars
