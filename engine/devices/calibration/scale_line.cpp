#include "engine/devices/calibration/scale_line.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::devices {

namespace {

constexpr double rest_s = 1.0;
constexpr std::size_t fewest_samples = 8; ///< an HX711 gives ten a second

/// A line may miss its tare by this share of the heavier weight: a cheap cell is straight to 0.1 %, another
/// weight than the one asked for is off by far more. Design value.
constexpr double allowed_misfit = 0.05;

} // namespace

std::optional<SteadyReading> SteadyWatch::now() const {
    if (recent_.size() < fewest_samples || recent_.back().t_s - recent_.front().t_s < 0.8 * rest_s) {
        return std::nullopt;
    }
    std::vector<double> sorted;
    sorted.reserve(recent_.size());
    for (const Sample& sample : recent_) {
        sorted.push_back(sample.reading);
    }
    std::ranges::sort(sorted);
    const auto at = [&](double share) {
        return sorted[static_cast<std::size_t>(std::lround(share * static_cast<double>(sorted.size() - 1)))];
    };
    return SteadyReading{.middle = at(0.5), .spread = at(0.95) - at(0.05)};
}

std::optional<SteadyReading> SteadyWatch::hear(double t_s, double reading) {
    recent_.push_back({t_s, reading});
    std::erase_if(recent_, [&](const Sample& sample) { return sample.t_s < t_s - rest_s; });
    const auto here = now();
    if (!here) {
        return std::nullopt;
    }
    const double step = rested_ ? std::abs(here->middle - *rested_) : 0;
    const bool moved = !rested_ || step > 20 * here->spread + 1e-9 * std::abs(here->middle) + 1e-12;
    // At rest: the first time whatever is still, later a spread well below the step that led here.
    const bool still = rested_ ? here->spread <= 0.02 * step : true;
    if (!moved || !still) {
        return std::nullopt;
    }
    rested_ = here->middle;
    return here;
}

void ScaleCalibration::hear(double t_s, double reading) {
    const auto rest = watch_.hear(t_s, reading);
    if (rest && !complete()) {
        rests_.push_back(*rest);
    }
}

void ScaleCalibration::undo() {
    if (!rests_.empty()) {
        rests_.pop_back();
        watch_ = {};
    }
}

std::optional<ScaleLine> ScaleCalibration::line(std::string& why) const {
    why.clear();
    if (!complete()) {
        why = "weights are missing";
        return std::nullopt;
    }
    const double step = rests_[2].middle - rests_[1].middle;
    const double newtons = (weights_kg_[1] - weights_kg_[0]) * gravity_m_s2;
    const double noise = std::max({rests_[0].spread, rests_[1].spread, rests_[2].spread});
    if (std::abs(step) <= 10 * noise || newtons <= 0) {
        why = "the two weights read alike; use weights further apart, and look at the wiring";
        return std::nullopt;
    }
    if (std::abs(misfit_n()) > allowed_misfit * weights_kg_[1] * gravity_m_s2) {
        why = "zero and weights do not lie on one line; put on the weights that are asked for, alone";
        return std::nullopt;
    }
    return through_weights();
}

ScaleLine ScaleCalibration::through_weights() const {
    const double newtons = (weights_kg_[1] - weights_kg_[0]) * gravity_m_s2;
    return {.zero = rests_[0].middle, .newtons_per_unit = newtons / (rests_[2].middle - rests_[1].middle)};
}

double ScaleCalibration::misfit_n() const {
    return complete() ? through_weights().newtons(rests_[1].middle) - weights_kg_[0] * gravity_m_s2 : 0;
}

} // namespace tactus::devices
