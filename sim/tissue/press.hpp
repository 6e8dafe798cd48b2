#pragma once

/// Load control: the travel of a tool along its approach axis as an unknown of the same energy
/// (solver_load.md).

namespace tactus::tissue {

inline constexpr double step_s = 1.0 / 240.0;

/// Of the travel, N s/m = mN s/mm. Only makes the row regular without contact; the lag it causes is b v,
/// 0.15 N at the speed bound.
inline constexpr double travel_damping_mn_s_mm = 1.0;

/// The speed bound of the approach, mm/s; lifting may be twice as fast. A bound, not a damper, limits
/// touch-down.
inline constexpr double travel_speed_mm_s = 150.0;

/// One tool's travel. mm, mN.
struct Press {
    bool present = false;
    double travel = 0;
    double previous = 0; ///< at the start of the step
    double low = 0;      ///< bounds of this step
    double high = 0;
    double stop = 0; ///< travel stop
    double command = 0;
    double damping = travel_damping_mn_s_mm / step_s; ///< b / dt
    bool held = false;                                ///< the travel is not an unknown in this solve
    double imposed = -1; ///< >= 0: the travel is given and the command ignored (indentation tests)

    /// Downhill force on the travel: command - contact - damper.
    [[nodiscard]] double drive(double contact_force) const {
        return command - contact_force - damping * (travel - previous);
    }

    /// Bounds for a step of `seconds` and the predicted travel: without contact the tool approaches at the
    /// speed bound. heave: how far the pose from which travel counts has moved along the approach in this
    /// step, mm; travel that only makes up for it is no speed of the hand.
    void begin_step(double seconds, bool touching, double heave = 0);

    /// At a bound with the drive pointing out of it, or without contact, the travel is held.
    void decide_hold(double contact_force, bool touching);
};

} // namespace tactus::tissue
