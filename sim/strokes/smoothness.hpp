#pragma once
/// Smoothness of a movement from its speed profile: SPARC, DLJ and LDLJ as published (Balasubramanian et al.
/// 2015; the authors' code, siva82kb/SPARC scripts/smoothness.py). All are negative; closer to 0 is smoother.

#include <span>
#include <vector>

namespace tactus::strokes {

/// Spectral arc length, -sum sqrt((df / (f_hi - f_lo))^2 + dV^2), over the normalised magnitude spectrum V of
/// the speed, zero-padded to 2^(ceil(log2 N) + 4), from the first to the last bin below 10 Hz with V >= 0.05.
/// speed: any unit, evenly sampled; sample_hz > 0. 0 for fewer than two samples or a speed that is 0
/// throughout. Exp(-5 t^2), t = -1..0.99 at 100 Hz, gives -1.41403. Pure: any thread.
double sparc(std::span<const double> speed, double sample_hz);

/// Dimensionless jerk, -(T^3 / v_peak^2) * integral of (d^2 v / dt^2)^2 dt, with T = N / sample_hz.
/// The same bell gives -335.74684. 0 for fewer than three samples or a speed that is 0 throughout.
double dimensionless_jerk(std::span<const double> speed, double sample_hz);

/// -ln |DLJ|: the same bell gives -5.81636. 0 where DLJ is 0.
double log_dimensionless_jerk(std::span<const double> speed, double sample_hz);

/// Speed of an ideally even stroke: 1 with smoothstep ends of 0.5 s (shorter strokes: half their length).
std::vector<double> smooth_plateau(std::size_t samples, double sample_hz);

/// SPARC of the stroke less SPARC of a smooth plateau of the same length (facts 7.3, SM): 0 for an even
/// stroke, negative for a jerky one. An even pace must not lose marks to a bell.
double sparc_below_plateau(std::span<const double> speed, double sample_hz);

} // namespace tactus::strokes
