#pragma once
/// How alike two waveforms are once they lie on each other, as a percentage (facts 8.2, waveform match).

#include <span>
#include <utility>

namespace tactus::strokes {

/// 100 (1 - RMS difference / range) over aligned pairs of indices, as Warp::steps has them. The range is that
/// of both waveforms together, so the match is 0..100, whichever is named first; two equal constants match by
/// 100. Pairs must not be empty and lie within both.
double percentage_match(std::span<const double> first, std::span<const double> second,
                        std::span<const std::pair<std::size_t, std::size_t>> pairs);

} // namespace tactus::strokes
