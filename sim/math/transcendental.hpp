#pragma once

/// Transcendental functions with the same bits on every machine: polynomials in IEEE double arithmetic, no
/// libm. glibc picks implementations by CPU, so its sin, exp, log and pow differ in the last bit between
/// machines. Absolute or relative error below 4e-16 in the ranges named; the float versions round the double
/// result. Pure functions: any thread, never throw. A NaN in gives a NaN out.

namespace tactus::math {

/// Natural exponential. Relative error < 4e-16; 0 below -745, +inf above 709.
double exp(double x);

/// Natural logarithm of x > 0. -inf at 0, NaN below.
double log(double x);

/// Base-10 logarithm of x > 0.
double log10(double x);

/// x to the power y for x >= 0 (NaN for x < 0; 1 for y = 0). Relative error about |y ln x| * 2e-16.
double pow(double x, double y);

/// Sine and cosine of an angle in radians, |x| <= 1e5.
double sin(double x);
double cos(double x);

/// Angle of the point (x, y) in radians, in (-pi, pi]; 0 at the origin.
double atan2(double y, double x);

/// Angle whose cosine is x, in radians, in [0, pi]. x is clamped to [-1, 1].
double acos(double x);

/// Hyperbolic tangent.
double tanh(double x);

/// Square root: correctly rounded everywhere by IEEE 754.
double sqrt(double x);

inline constexpr double pi = 3.14159265358979323846;

inline float exp(float x) { return static_cast<float>(exp(static_cast<double>(x))); }

inline float log(float x) { return static_cast<float>(log(static_cast<double>(x))); }

inline float log10(float x) { return static_cast<float>(log10(static_cast<double>(x))); }

inline float pow(float x, float y) {
    return static_cast<float>(pow(static_cast<double>(x), static_cast<double>(y)));
}

inline float sin(float x) { return static_cast<float>(sin(static_cast<double>(x))); }

inline float cos(float x) { return static_cast<float>(cos(static_cast<double>(x))); }

inline float atan2(float y, float x) {
    return static_cast<float>(atan2(static_cast<double>(y), static_cast<double>(x)));
}

inline float acos(float x) { return static_cast<float>(acos(static_cast<double>(x))); }

inline float tanh(float x) { return static_cast<float>(tanh(static_cast<double>(x))); }

} // namespace tactus::math
