#include "tests/bench/bars/slab_case.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace tactus::bars {

namespace {

constexpr double steps_per_second = 240;
constexpr double off_lines_mm = 0.7; ///< tools stand off the grid's lines, as hands do
constexpr int right = 1;
constexpr float metre = 1e-3F; ///< of a millimetre

int count_steps(double seconds) { return static_cast<int>(std::lround(seconds * steps_per_second)); }

contact::PosedTool sphere_tool(const SlabCase& c, double across_mm, double along_mm, double sunk_mm) {
    contact::PosedTool tool;
    tool.kind = c.kind;
    const float height = static_cast<float>(c.layer_mm) * metre;
    tool.centre = {static_cast<float>(across_mm) * metre, height, static_cast<float>(along_mm) * metre};
    tool.approach = {0, -1, 0};
    tool.forward = {0, 0, -1};
    tool.lubricant = static_cast<float>(c.oil);
    tool.travel_stop_m = static_cast<float>(c.stop_mm) * metre;
    const float radius = static_cast<float>(c.radius_mm) * metre;
    const Vec3 ball = tool.centre + Vec3{0, radius - static_cast<float>(sunk_mm) * metre, 0};
    tool.pressing = {{ball, ball, radius, radius}};
    return tool;
}

void add_nodule(anatomy::Anatomy& slab, const SlabCase& c) {
    anatomy::TriggerPoint point{};
    const float height = static_cast<float>(c.layer_mm) * metre;
    const float along = static_cast<float>(c.start_mm + 0.5 * c.slide_mm) * metre;
    point.right = true;
    point.depth_m = 0.015F;
    point.skin_m = {0, height, along};
    point.centre_m = point.skin_m - Vec3{0, point.depth_m, 0};
    point.fibre = {0, 0, 1};
    point.radii_m = {0.005F, 0.005F, 0.004F};
    point.stiffness = c.nodule_factor;
    slab.trigger_points.push_back(point);
}

} // namespace

void SlabCase::product_material() {
    scale = {};
    experiment = {};
}

int SlabCase::press_steps() const { return count_steps(press_s); }

int SlabCase::slide_first() const { return press_steps() + count_steps(before_slide_s) + 1; }

int SlabCase::slide_last() const {
    return slide_first() - 1 + (speed_mm_s > 0 ? count_steps(slide_mm / speed_mm_s) : 0);
}

int SlabCase::steps() const { return slide_last() + count_steps(after_s); }

double SlabCase::along_mm(int step) const {
    const int moving = std::clamp(step, slide_first() - 1, slide_last()) - (slide_first() - 1);
    return start_mm + 0.3 + speed_mm_s * moving / steps_per_second;
}

double SlabCase::pressed(int step) const {
    const double share = std::min(1.0, static_cast<double>(step) / std::max(1, press_steps()));
    return share * (by_force ? force_n : depth_mm);
}

Tools SlabCase::tools(int step) const {
    Tools all;
    const double now = pressed(step);
    for (int side = 0; side < contact::side_count; ++side) {
        if (side != right && second_mm == 0) {
            continue;
        }
        const double across =
            off_lines_mm + (second_mm == 0 ? 0.0 : (side == right ? 0.5 : -0.5) * second_mm);
        contact::PosedTool tool = sphere_tool(*this, across, along_mm(step), by_force ? -lift_mm : now);
        tool.commanded_force_n = by_force ? static_cast<float>(now) : 0.0F;
        const bool moving = step >= slide_first() && step <= slide_last();
        tool.velocity_m_s = {0, 0, moving ? static_cast<float>(speed_mm_s) * metre : 0.0F};
        all[side] = tool;
    }
    return all;
}

anatomy::Anatomy SlabCase::anatomy() const {
    tissue::SlabThickness thickness;
    thickness.muscle_m = static_cast<float>(layer_mm) * metre - thickness.skin_m - thickness.fat_m;
    anatomy::Anatomy slab = tissue::make_slab_anatomy(thickness);
    for (const Rib& rib : ribs) {
        for (std::size_t k = 0; k < slab.skin.position.size(); ++k) {
            const float z = slab.skin.position[k].z;
            if (z > rib.first_m && z < rib.last_m) {
                slab.layers.muscle_m[k] = rib.muscle_m;
            }
        }
    }
    if (nodule_factor > 0) {
        add_nodule(slab, *this);
    }
    return slab;
}

std::string SlabCase::description() const {
    std::ostringstream text;
    text << contact::tool_name(kind);
    if (scale.isotropic) {
        text << " isotropic " << scale.isotropic->skin_pa << ' ' << scale.isotropic->fat_pa << ' '
             << scale.isotropic->muscle_pa << ' ' << scale.isotropic->poisson;
    }
    for (const double x : {radius_mm,
                           second_mm,
                           layer_mm,
                           scale.skin,
                           scale.fat,
                           scale.muscle,
                           experiment.elastic ? 1.0 : 0.0,
                           static_cast<double>(experiment.friction.value_or(-1.0F)),
                           experiment.law ? static_cast<double>(experiment.law->penalty_kpa_mm) : 0.0,
                           experiment.law ? static_cast<double>(experiment.law->transition_mm) : 0.0,
                           static_cast<double>(nodule_factor),
                           by_force ? 1.0 : 0.0,
                           press_s,
                           depth_mm,
                           force_n,
                           before_slide_s,
                           speed_mm_s,
                           slide_mm,
                           after_s,
                           start_mm,
                           lift_mm,
                           oil,
                           stop_mm}) {
        text << ' ' << x;
    }
    for (const Rib& rib : ribs) {
        text << " rib " << rib.first_m << ' ' << rib.last_m << ' ' << rib.muscle_m;
    }
    return text.str();
}

std::vector<float> map_about_tool(const SlabCase& c, int step, const std::vector<float>& field_pa) {
    // The slab's 97 x 129 points are 5 mm apart, point (48, 64) in the middle.
    const double across = off_lines_mm + 0.5 * c.second_mm;
    const int column = static_cast<int>(std::lround(across / 5)) + 48 - map_points / 2;
    const int first_row = static_cast<int>(std::lround(c.along_mm(step) / 5)) + 64 - map_points / 2;
    std::vector<float> map;
    for (int row = first_row; row < first_row + map_points; ++row) {
        const auto first =
            field_pa.begin() + static_cast<std::ptrdiff_t>(row) * tissue::SkinField::columns + column;
        map.insert(map.end(), first, first + map_points);
    }
    return map;
}

Trace run_product(const SlabCase& c, const ProductPlan& plan, parallel::ThreadPool& pool) {
    const anatomy::Anatomy slab = c.anatomy();
    tissue::BackSolver solver(slab, tissue::Setting::fine, pool, c.scale, tissue::best_kernel_level());
    solver.set_effort(plan.effort);
    tissue::Experiment experiment = c.experiment;
    experiment.every_round = plan.every_round;
    solver.set_experiment(experiment);
    Trace trace;
    std::vector<float> field(static_cast<std::size_t>(tissue::SkinField::columns) * tissue::SkinField::rows);
    for (int step = 1; step <= c.steps(); ++step) {
        const int moves = solver.window_moves();
        solver.step(c.tools(step), {}, {});
        Sample sample;
        for (int side = 0; side < contact::side_count; ++side) {
            const contact::ContactReport& r = solver.reports()[side];
            sample.force_n[side] = r.force_n;
            sample.support_n[side] = r.support_n;
            sample.travel_mm[side] = r.travel_m * 1e3F;
        }
        trace.samples.push_back(sample);
        solver.write_skin({}, field);
        trace.map_pa.push_back(map_about_tool(c, step, field));
        trace.moved.push_back(solver.window_moves() > moves ? 1 : 0);
    }
    return trace;
}

namespace {

/// Adds one step's map error: squared over the mean contact pressure, and its 95th percentile.
void compare_maps(const std::vector<float>& run, const std::vector<float>& reference, double& square,
                  double& p95) {
    const float peak = *std::max_element(reference.begin(), reference.end());
    std::vector<double> error;
    double mean = 0;
    double sum = 0;
    for (std::size_t k = 0; k < reference.size(); ++k) {
        if (reference[k] > 0.05F * peak) {
            error.push_back(std::fabs(static_cast<double>(run[k] - reference[k])));
            mean += static_cast<double>(reference[k]);
            sum += error.back() * error.back();
        }
    }
    if (error.empty()) {
        return;
    }
    mean /= static_cast<double>(error.size());
    std::sort(error.begin(), error.end());
    square += sum / static_cast<double>(error.size()) / (mean * mean);
    p95 += error[static_cast<std::size_t>(0.95 * static_cast<double>(error.size() - 1))] / mean;
}

} // namespace

TraceErrors compare(const Trace& run, const Trace& reference, const StepRange& range) {
    constexpr double percent = 100;
    TraceErrors e;
    const auto error = [&](int step) {
        const auto at = static_cast<std::size_t>(step - 1);
        return percent * (static_cast<double>(run.samples[at].force_n[right]) /
                              static_cast<double>(reference.samples[at].force_n[right]) -
                          1);
    };
    double force = 0;
    double map = 0;
    double p95 = 0;
    double moves = 0;
    double others = 0;
    int move_count = 0;
    int count = 0;
    const int first = (range.first + range.stride - 1) / range.stride * range.stride;
    for (int step = first; step <= range.last; step += range.stride) {
        ++count;
        const double now = error(step);
        force += now * now;
        e.force_max = std::fabs(now) <= e.force_max ? e.force_max : std::fabs(now);
        const auto at = static_cast<std::size_t>(step - 1);
        compare_maps(run.map_pa[at], reference.map_pa[at], map, p95);
        const double jump = step > first ? now - error(step - range.stride) : 0.0;
        const bool moved = run.moved[at] != 0;
        (moved ? moves : others) += jump * jump;
        move_count += moved ? 1 : 0;
    }
    e.force_rms = std::sqrt(force / count);
    e.map_rms = percent * std::sqrt(map / count);
    e.map_p95 = percent * p95 / count;
    e.move_jump_rms = move_count > 0 ? std::sqrt(moves / move_count) : 0;
    e.other_jump_rms = std::sqrt(others / std::max(1, count - move_count));
    return e;
}

} // namespace tactus::bars
