#pragma once
/// Calm, heart and breath of the whole client (facts 6.2 equation 10), and guard events, which break the
/// calm.

#include "sim/physiology/physiology.hpp"

namespace tactus::physiology {

/// What the whole client feels in one step.
struct Feeling {
    bool touched = false;
    float discomfort = 0;
    float guard_threshold = 7.5F; ///< G of facts 5.4
    float flow = 0;               ///< F of equation 10
};

class Relaxation {
public:
    void step(const Feeling& feeling);

    [[nodiscard]] float relaxation() const { return relaxation_; } ///< r, 0..1

    [[nodiscard]] float heart_rate_bpm() const;
    [[nodiscard]] float breaths_per_min() const;

    /// Rise of the ribs, 0..1: in over 40 % of the cycle, out over the rest.
    [[nodiscard]] float breath() const;

    [[nodiscard]] bool breath_held() const { return held_; }

    [[nodiscard]] int guard_events() const { return guard_events_; }

    template <class Put> void visit(Put put) const {
        for (const float value : {relaxation_, upset_, phase_, held_s_, static_cast<float>(guard_events_)}) {
            put(value);
        }
    }

private:
    float relaxation_ = 0;
    float upset_ = 0; ///< what recent guard events take from the target
    float phase_ = 0; ///< of the breath, 0..1
    float held_s_ = 0;
    bool held_ = false;
    bool guarding_ = false;
    int guard_events_ = 0;
};

} // namespace tactus::physiology
