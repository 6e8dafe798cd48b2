#include "engine/devices/calibration/rest_drift.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::devices {

void RestDrift::hear(double t_s, double reading, double newtons) {
    const double low_n = std::min(low_n_, newtons);
    const double high_n = std::max(high_n_, newtons);
    const bool still = heard_ && high_n - low_n <= still_n;
    low_n_ = still ? low_n : newtons;
    high_n_ = still ? high_n : newtons;
    since_s_ = still ? since_s_ : t_s;
    until_s_ = t_s;
    reading_ = reading;
    heard_ = true;
}

std::optional<RestDrift::Resting> RestDrift::off_zero() const {
    const double newtons = (low_n_ + high_n_) / 2;
    const bool off = std::abs(newtons) > allowed_n && std::abs(newtons) < most_n;
    return heard_ && off && until_s_ - since_s_ >= still_s ? std::optional(Resting{reading_, newtons})
                                                           : std::nullopt;
}

} // namespace tactus::devices
