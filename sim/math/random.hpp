#pragma once
/// Random numbers as a pure function of (seed, stream, index): no state, so no order of calls can change
/// them.

#include <cstdint>

namespace tactus::math {

/// 64 well-mixed bits for a counter: two rounds of the SplitMix64 finaliser (Steele, Lea and Flood, OOPSLA
/// 2014).
constexpr std::uint64_t random_bits(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
    const auto mix = [](std::uint64_t z) {
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    };
    return mix(mix(seed + 0x9e3779b97f4a7c15ULL * (stream + 1)) + 0x9e3779b97f4a7c15ULL * (index + 1));
}

/// Uniform in [0, 1), 24 bits.
constexpr float random_unit(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
    return static_cast<float>(random_bits(seed, stream, index) >> 40U) * (1.0F / 16777216.0F);
}

/// Normal with mean 0 and deviation 1: the sum of twelve uniforms less six (light tails beyond +-3 by
/// design).
constexpr float random_normal(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
    float sum = -6.0F;
    for (std::uint64_t k = 0; k < 12; ++k) {
        sum += random_unit(seed, stream, index * 12 + k);
    }
    return sum;
}

} // namespace tactus::math
