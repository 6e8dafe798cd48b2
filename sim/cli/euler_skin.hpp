#pragma once
/// Equations 3 and 5 of facts 6.2 by Euler's method in steps of a second, which is how the facts made their
/// reference values, with the facts' own numbers. Nothing of the product is in here.

#include "sim/math/transcendental.hpp"

#include <cmath>

namespace tactus::cli {

class EulerSkin {
public:
    /// heating_w_m2: q; a hand is on while it is not 0.
    void run(double heating_w_m2, double minutes) {
        for (long s = 0; s < std::lround(60 * minutes); ++s) {
            fast_ += 0.6 * heating_w_m2 - fast_ / 360;
            slow_ += 0.4 * heating_w_m2 - slow_ / 2100;
            const double warm = 1.8 * redness() + (heating_w_m2 > 0 ? 0.3 : 0.0);
            warmth_k_ += (warm - warmth_k_) / (warm > warmth_k_ ? 480 : 3000);
        }
    }

    [[nodiscard]] double redness() const { return 1 - math::exp(-(fast_ + slow_) / 1500); }

    [[nodiscard]] double warmth_k() const { return warmth_k_; }

private:
    double fast_ = 0;
    double slow_ = 0;
    double warmth_k_ = 0;
};

} // namespace tactus::cli
