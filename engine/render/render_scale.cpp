#include "engine/render/render_scale.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tactus::render {
namespace {

constexpr std::array scale_steps{1.0F, 0.85F, 0.72F, 0.6F, 0.5F};
constexpr double newest_share = 0.15; ///< of the newest frame in the mean
constexpr double sure_to_fit = 0.8;   ///< of the budget
constexpr double pixel_share = 0.75;  ///< of a frame's time that goes with its pixels, about

} // namespace

float RenderScale::value() const { return scale_steps[static_cast<std::size_t>(step_)]; }

void RenderScale::start_small() {
    *this = {};
    step_ = 3;
}

void RenderScale::step(int to) {
    step_ = to;
    settling_ = first_wait;
    calm_ = 0;
}

// In one go: each change draws the whole picture anew.
int RenderScale::fitting_step(double now_ms, double budget_ms) const {
    int to = step_ + 1;
    const auto expected_ms = [&] {
        const double smaller = scale_steps[static_cast<std::size_t>(to)] / value();
        return now_ms * (1 - pixel_share + pixel_share * smaller * smaller);
    };
    while (to + 1 < static_cast<int>(scale_steps.size()) && expected_ms() > budget_ms) {
        ++to;
    }
    return to;
}

void RenderScale::take(double gpu_ms, double budget_ms) {
    // A single frame that drew everything anew, or was held up, says little.
    const double seen_ms = std::min(gpu_ms, 2 * budget_ms);
    const double lasting_ms = std::min(seen_ms, before_ms_);
    before_ms_ = seen_ms;
    ++since_up_;
    if (settling_ > 0) { // a change of size draws everything anew
        --settling_;
        mean_ms_ = seen_ms;
        return;
    }
    mean_ms_ += newest_share * (seen_ms - mean_ms_);
    if (mean_ms_ > budget_ms && step_ + 1 < static_cast<int>(scale_steps.size())) {
        patience_ = since_up_ < relapse ? std::min(2 * patience_, most_patience) : patience_;
        step(fitting_step(std::max(mean_ms_, lasting_ms), budget_ms));
        return;
    }
    if (step_ == 0) {
        return;
    }
    // The work grows with the pixels at most.
    const double finer = scale_steps[static_cast<std::size_t>(step_ - 1)] / value();
    calm_ = mean_ms_ * finer * finer < sure_to_fit * budget_ms ? calm_ + 1 : 0;
    if (calm_ >= patience_) {
        step(step_ - 1);
        since_up_ = 0;
    }
}

} // namespace tactus::render
