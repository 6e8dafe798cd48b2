#include "sim/physiology/delayed_soreness.hpp"

#include "sim/math/transcendental.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <algorithm>

namespace tactus::physiology {
namespace {

constexpr double seconds_a_minute = 60;

} // namespace

void Overload::step(float discomfort) {
    const auto felt = static_cast<double>(discomfort);
    over_point_s_ += std::max(0.0, felt - overload_discomfort) / 240;
    deep_s_ += felt >= deep_work_discomfort ? 1.0 / 240 : 0.0;
}

float Overload::point_min() const {
    const double too_long_min = std::max(0.0, deep_s_ / seconds_a_minute - deep_work_free_min);
    return static_cast<float>(over_point_s_ / seconds_a_minute + deep_work_points * too_long_min);
}

float soreness_chance(float overload_point_min, float sensitivity) {
    const float chance =
        1 / (1 + math::exp(soreness_offset.f() - soreness_per_point_min.f() * overload_point_min));
    return std::clamp(chance * sensitivity, 0.0F, 1.0F);
}

float worst_soreness(float overload_point_min) {
    return std::min(most_soreness.f(), least_soreness.f() + soreness_gain.f() * overload_point_min);
}

float soreness_after(float worst, float hours, float peak_hours) {
    const float way = std::max(hours, 0.0F) / peak_hours;
    return worst * way * way * math::exp(2 * (1 - way));
}

float sore_threshold_factor(float soreness) { return 1 - sore_threshold_loss.f() * soreness; }

} // namespace tactus::physiology
