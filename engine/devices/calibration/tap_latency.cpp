#include "engine/devices/calibration/tap_latency.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::devices {

void TapLatency::tap(double t_s) {
    const long cue = std::lround(t_s / cue_period_s);
    if (complete() || cue == last_cue_) {
        return;
    }
    last_cue_ = cue;
    errors_ms_.push_back(1000 * (t_s - static_cast<double>(cue) * cue_period_s));
}

void TapLatency::undo() {
    if (!errors_ms_.empty()) {
        errors_ms_.pop_back();
        last_cue_ = -1;
    }
}

std::optional<Latency> TapLatency::figure() const {
    if (errors_ms_.size() < 4) {
        return std::nullopt;
    }
    std::vector<double> sorted = errors_ms_;
    std::ranges::sort(sorted);
    const auto at = [&](double share) { // linear between ranks
        const double rank = share * static_cast<double>(sorted.size() - 1);
        const auto below = static_cast<std::size_t>(rank);
        const std::size_t above = std::min(below + 1, sorted.size() - 1);
        return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
    };
    return Latency{.median_ms = at(0.5), .spread_ms = at(0.75) - at(0.25)};
}

bool TapLatency::refused() const { return complete() && figure()->spread_ms > widest_spread_ms; }

double TapLatency::approach(double t_s) {
    const double cues = t_s / cue_period_s;
    return cues - std::floor(cues);
}

} // namespace tactus::devices
