#pragma once

/// What a session was too much by, and how sore that leaves the client over the days after (facts 6.5).

namespace tactus::physiology {

/// Overload X of a session, in point-minutes: discomfort over the therapeutic edge, and deep work that goes
/// on for too long.
class Overload {
public:
    /// One step of 1/240 s under `discomfort`, 0..10.
    void step(float discomfort);

    [[nodiscard]] float point_min() const;

    template <class Put> void visit(Put put) const {
        put(static_cast<float>(over_point_s_));
        put(static_cast<float>(deep_s_));
    }

private:
    double over_point_s_ = 0; // in double: an hour is 864000 steps of a few thousandths
    double deep_s_ = 0;
};

/// Chance that the client is sore at all, 0..1. sensitivity: S of facts 5.4. Pure.
float soreness_chance(float overload_point_min, float sensitivity = 1);

/// Points of 0-10 at the worst hour of those who are sore: 1..6. Pure.
float worst_soreness(float overload_point_min);

/// Points of 0-10 so many hours after the session: rises to `worst` at `peak_hours` (12; 30 in fibromyalgia)
/// and is over after three times that. 0 before the session. Pure.
float soreness_after(float worst, float hours, float peak_hours = 12);

/// Factor on every pain threshold of a client who comes with so much soreness: 0.5..1. Pure.
float sore_threshold_factor(float soreness);

} // namespace tactus::physiology
