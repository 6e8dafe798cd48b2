#include "sim/cli/discomfort_curve.hpp"

#include "sim/cli/pressing_hand.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/physiology/felt_pressure.hpp"
#include "sim/physiology/hand_load.hpp"
#include "sim/physiology/pain.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::cli {
namespace {

using anatomy::Muscle;
using contact::ToolKind;

constexpr std::array sites{FeltSite{"upper trapezius", {.45F, .08F}, Muscle::trapezius_upper},
                           FeltSite{"erector spinae, lumbar", {.22F, .78F}, Muscle::erector_spinae},
                           FeltSite{"infraspinatus", {.50F, .20F}, Muscle::infraspinatus}};

constexpr std::array tools{FeltTool{ToolKind::thumb, 1.5}, FeltTool{ToolKind::palm, 2.0},
                           FeltTool{ToolKind::forearm, 1.7}, FeltTool{ToolKind::elbow, 1.6},
                           FeltTool{ToolKind::knuckles, 1.6}};

double felt_of(const PressCurve::Sample& sample, double threshold_pa) {
    return static_cast<double>(physiology::discomfort_of(
        sample.p95_pa,
        physiology::threshold_under_area_pa(static_cast<float>(threshold_pa), sample.area_m2)));
}

constexpr double touch_down_s = 0.5;
constexpr double rise_s = 12;
constexpr int steps_a_sample = 24;
constexpr double yielding_share = 0.99; // of the force of the sample before

} // namespace

std::span<const FeltSite> felt_sites() { return sites; }

std::span<const FeltTool> felt_tools() { return tools; }

double force_by_hand(const FeltTool& tool, double threshold_pa, double discomfort) {
    const float area_m2 = physiology::reckoned_area_m2(tool.tool);
    const auto under_area =
        static_cast<double>(physiology::threshold_under_area_pa(static_cast<float>(threshold_pa), area_m2));
    const double slope =
        discomfort < 7 ? physiology::slope_below_threshold.value : physiology::slope_above_threshold.value;
    return under_area * math::pow(10.0, (discomfort - 7) / slope) * static_cast<double>(area_m2) /
           tool.concentration;
}

std::optional<double> PressCurve::force_at(double threshold_pa, double discomfort) const {
    const auto felt = [&](const Sample& sample) { return felt_of(sample, threshold_pa); };
    const auto after =
        std::ranges::find_if(samples_, [&](const Sample& sample) { return felt(sample) >= discomfort; });
    if (after == samples_.end() || after == samples_.begin()) {
        return std::nullopt;
    }
    const Sample& before = *std::prev(after);
    const double share = (discomfort - felt(before)) / (felt(*after) - felt(before));
    return before.force_n + share * (after->force_n - before.force_n);
}

double PressCurve::felt_at(double threshold_pa, double force_n) const {
    const auto off = [&](const Sample& sample) { return std::fabs(sample.force_n - force_n); };
    return felt_of(*std::ranges::min_element(samples_, {}, off), threshold_pa);
}

PressCurve press_harder(const anatomy::Anatomy& anatomy, ToolKind tool, Vec2 at, double from_n, double to_n,
                        tissue::Setting setting) {
    const math::FloatMode mode;
    PressingHand hand(anatomy, tool, setting);
    for (int k = 1; k <= steps_in(touch_down_s); ++k) {
        hand.step(at, from_n * k / steps_in(touch_down_s));
    }
    std::vector<PressCurve::Sample> samples;
    const int steps = steps_in(rise_s);
    const double rise_a_step = math::exp(math::log(to_n / from_n) / steps);
    double asked_n = from_n;
    for (int k = 0; k < steps; ++k, asked_n *= rise_a_step) {
        hand.step(at, asked_n);
        if (k % steps_a_sample == 0) {
            const physiology::HandLoad load = physiology::read_load(anatomy, hand.report(), hand.tool());
            const auto force_n = static_cast<double>(load.force_n);
            if (!samples.empty() && force_n < yielding_share * samples.back().force_n) {
                break; // the arm or the tissue gives way: from here on it is no press
            }
            samples.push_back(
                {force_n, physiology::felt_pressure_pa(tool, load.p95_pa, load.area_m2), load.area_m2});
        }
    }
    return PressCurve(std::move(samples));
}

} // namespace tactus::cli
