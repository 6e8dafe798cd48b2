#pragma once

/// A muscle as a line between two bones: how it pulls back when it is stretched, and how it gives when it is
/// held.

namespace tactus::bodies {

/// A nonlinear spring in series with a dashpot that a weaker spring brings back: stretched and held, it
/// creeps and its tension falls; let go, it recovers. Passive whatever is done to it: the dashpot only takes
/// energy.
class MuscleLine {
public:
    /// rest_length_m: where it is just slack. full_force_n: its tension at `muscle_full_strain`.
    MuscleLine(double rest_length_m, double full_force_n);

    /// Tension at a length, as it has crept so far; 0 when slack. tone: 0 limp .. 1, 0.10 at rest.
    [[nodiscard]] double tension_n(double length_m, double tone) const;

    /// Derivative of the tension by the length.
    [[nodiscard]] double stiffness_n_per_m(double length_m, double tone) const;

    /// Stored at a length.
    [[nodiscard]] double energy_j(double length_m, double tone) const;

    /// One step of 1/240 s at a length.
    void creep(double length_m, double tone);

    /// Over the rest length, with what has crept.
    [[nodiscard]] double strain(double length_m) const { return length_m / rest_length_m_ - 1; }

    /// Strain that has crept so far.
    [[nodiscard]] double crept() const { return crept_; }

    [[nodiscard]] double rest_length_m() const { return rest_length_m_; }

    [[nodiscard]] double full_force_n() const { return full_force_n_; }

    /// Recovered to the last digit: what is too little to be felt is forgotten.
    void forget() { crept_ = 0; }

private:
    [[nodiscard]] double elastic_strain(double length_m) const { return strain(length_m) - crept_; }

    double rest_length_m_;
    double full_force_n_;
    double crept_ = 0;
};

/// Stiffness of a muscle against that at resting tone (facts 6.2, equation 8). Pure.
double tone_factor(double tone);

} // namespace tactus::bodies
