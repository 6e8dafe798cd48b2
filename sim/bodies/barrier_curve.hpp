#pragma once

/// How a joint resists: softly about its rest, then ever more steeply.

namespace tactus::bodies {

/// The double-exponential law of passive joint moments (Yoon and Mansour's form, as musculoskeletal models
/// use it), alike to both sides: resistance = neutral q + rise (exp(per |q|) - 1) against q. Torque and
/// radians, or force and metres. Convex: it stores what is put in and no more.
struct BarrierCurve {
    double neutral; ///< stiffness about the rest
    double rise;    ///< of the steep part; 0 = linear
    double per;     ///< 1 / (angle over which the steep part grows by e)

    /// What holds the joint back at q, along -q. Pure, as are the others.
    [[nodiscard]] double resistance(double q) const;

    /// Its derivative.
    [[nodiscard]] double stiffness(double q) const;

    /// Its integral from 0.
    [[nodiscard]] double energy_j(double q) const;
};

/// The curve whose steep part resists with `at_onset` at q = onset.
BarrierCurve curve_from_onset(double neutral, double at_onset, double onset, double per);

} // namespace tactus::bodies
