#pragma once
/// The fixed low-pass that speed goes through before anything is differentiated (LDLJ is noise-sensitive).

#include <span>
#include <string_view>
#include <vector>

namespace tactus::strokes {

/// Name and constants of the filter, saved with every score: another filter would give other numbers.
inline constexpr std::string_view filter_version = "butterworth-2+2-zero-phase-8Hz-at-120Hz-v1";

/// Second-order Butterworth run forward and backward: zero phase, fourth order in effect. The ends are padded
/// with the first and last value, so that a constant passes unchanged. cut_off_hz < sample_hz / 2. Pure: any
/// thread.
std::vector<double> low_pass(std::span<const double> signal, double sample_hz, double cut_off_hz);

} // namespace tactus::strokes
