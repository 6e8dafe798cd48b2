#include "sim/cli/force_tracking.hpp"

#include "sim/cli/pressing_hand.hpp"
#include "sim/math/float_mode.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tactus::cli {
namespace {

constexpr double ramp_n_per_s = 200;
constexpr double settled_share = 0.02;
constexpr Vec2 ribs{0.45F, 0.62F};  // over the lower ribs, which the slide crosses toward the head
constexpr float rib_way_m = 0.11F;  // four ribs
constexpr double rib_press_s = 1.0; // before it slides

void press_and_hold(PressingHand& hand, ForceTracking& result) {
    const double light_n = result.asked_n / 3;
    const auto note_overshoot = [&](double force_n, double asked_n) {
        result.overshoot = std::max(result.overshoot, force_n / asked_n - 1);
    };
    for (int k = 0; k < steps_in(0.8); ++k) { // touch-down as fast as the hand may
        note_overshoot(hand.step(loin, light_n), light_n);
    }
    const double ramp_s = (result.asked_n - light_n) / ramp_n_per_s;
    int unsettled = 0; // last step outside 2 %, from the start of the ramp
    const int hold_steps = steps_in(2.0);
    for (int k = 1; k <= hold_steps; ++k) {
        const double asked_n = std::min(result.asked_n, light_n + ramp_n_per_s * k / steps_per_second);
        const double force_n = hand.step(loin, asked_n);
        note_overshoot(force_n, result.asked_n);
        const double error = std::fabs(force_n / result.asked_n - 1);
        unsettled = error > settled_share ? k : unsettled;
        result.hold_error = k > hold_steps / 2 ? std::max(result.hold_error, error) : result.hold_error;
    }
    result.settle_s = std::max(0.0, unsettled / steps_per_second - ramp_s);
}

/// Errors of each step of a slide over the ribs, as shares of the force.
std::vector<double> slide(PressingHand& hand, double asked_n, double speed_m_s, float spine_length_m) {
    const int press_steps = steps_in(rib_press_s);
    const int steps = press_steps + steps_in(static_cast<double>(rib_way_m) / speed_m_s);
    std::vector<double> errors;
    for (int k = 1; k <= steps; ++k) {
        const double way_m = std::max(0, k - press_steps) * speed_m_s / steps_per_second;
        const Vec2 at{ribs.x, ribs.y - static_cast<float>(way_m) / spine_length_m};
        const double force_n = hand.step(at, asked_n * std::min(1.0, 2.0 * k / press_steps));
        if (k > press_steps) {
            errors.push_back(force_n / asked_n - 1);
        }
    }
    return errors;
}

double root_mean_square(const std::vector<double>& errors) {
    double sum = 0;
    for (const double error : errors) {
        sum += error * error;
    }
    return std::sqrt(sum / static_cast<double>(errors.size()));
}

double most(const std::vector<double>& errors) {
    double worst = 0;
    for (const double error : errors) {
        worst = std::max(worst, std::fabs(error));
    }
    return worst;
}

} // namespace

ForceTracking track_force(const anatomy::Anatomy& anatomy, contact::ToolKind tool, tissue::Setting setting) {
    const math::FloatMode mode;
    ForceTracking result{.tool = tool, .asked_n = firm_n(tool)};
    PressingHand hold(anatomy, tool, setting);
    press_and_hold(hold, result);
    PressingHand slow(anatomy, tool, setting);
    const std::vector<double> errors = slide(slow, result.asked_n, 0.10, anatomy.skin.spine_length_m);
    result.rib_rms = root_mean_square(errors);
    result.rib_most = most(errors);
    PressingHand fast(anatomy, tool, setting);
    result.rib_fast_rms = root_mean_square(slide(fast, result.asked_n, 0.30, anatomy.skin.spine_length_m));
    result.reached_stop = hold.reached_stop() || slow.reached_stop() || fast.reached_stop();
    return result;
}

} // namespace tactus::cli
