#pragma once
/// What is done about a GPU that failed. Pure.

#include "engine/render/renderer.hpp"

#include <optional>
#include <string>

namespace tactus::app {

enum class Remedy {
    make_anew,  ///< device and all that hangs on it, in this process
    lower_tier, ///< the same, with a simpler picture
    start_anew, ///< a driver that fails again so soon recovers in a new process only (NVIDIA's)
};

class GpuFaults {
public:
    /// A device that lived as long before it was lost gets another chance in this process. Design value.
    static constexpr double trusted_after_s = 60;

    Remedy lost(double at_s) {
        const bool again = lost_at_s_ && at_s - *lost_at_s_ < trusted_after_s;
        lost_at_s_ = at_s;
        return again ? Remedy::start_anew : Remedy::make_anew;
    }

    /// tier: in which the memory did not suffice.
    Remedy out_of_memory(render::Tier tier, double at_s) {
        return tier == render::Tier::low ? lost(at_s) : Remedy::lower_tier;
    }

private:
    std::optional<double> lost_at_s_;
};

/// How the picture fares, for whoever looks after the station.
struct PictureHealth {
    int made_anew = 0;    ///< how often the GPU failed and the picture came back
    bool reduced = false; ///< simpler than it was meant to be, since the GPU's memory is full
    std::string words;    ///< what to say of it; empty = all is well
};

} // namespace tactus::app
