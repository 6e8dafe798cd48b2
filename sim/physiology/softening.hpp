#pragma once
/// Muscle that eases under work and is back soon after it (facts 6.2 equation 8).

#include "sim/physiology/first_order.hpp"
#include "sim/physiology/physiology_data.hpp"

namespace tactus::physiology {

class Softening {
public:
    /// One step of 1/240 s. worked: a hand presses at Walton level 2 or more.
    void step(bool worked) {
        share_ = worked ? approached(share_, softening_most.f(), softening_rise_tau_s.f())
                        : approached(share_, 0, softening_fall_tau_s.f());
    }

    /// chi: by which share the muscle has eased, 0..0.06.
    [[nodiscard]] float share() const { return share_; }

private:
    float share_ = 0;
};

} // namespace tactus::physiology
