#pragma once
/// Discrete Fourier transform with the same bits on every machine: our own sine and cosine, a fixed order of
/// sums.

#include <span>
#include <vector>

namespace tactus::strokes {

/// Magnitudes |X_k|, k = 0..n/2, of the transform of `signal` padded with zeros to n points.
/// padded_size: a power of two, at least signal.size() and at least 2. Pure: any thread.
std::vector<double> spectrum_magnitude(std::span<const double> signal, std::size_t padded_size);

} // namespace tactus::strokes
