#pragma once
/// Small statistics of repeated strokes (facts 8.2). Pure.

#include <span>

namespace tactus::strokes {

/// Arithmetic mean; 0 for none.
double mean(std::span<const double> values);

/// Standard deviation with n - 1; 0 for fewer than two.
double deviation(std::span<const double> values);

/// Coefficient of variation, deviation / mean; 0 when the mean is 0.
double variation(std::span<const double> values);

/// The middle value, of an even count the mean of the two; 0 for none.
double median(std::span<const double> values);

/// Symmetry index 2 (L - R) / (L + R), -2..2; 0 when both are 0.
double symmetry_index(double left, double right);

} // namespace tactus::strokes
