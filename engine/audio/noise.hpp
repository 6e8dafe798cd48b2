#pragma once
/// White noise, the same every time.

#include <cstdint>

namespace tactus::audio {

class Noise {
public:
    explicit Noise(std::uint32_t seed) : state_(seed | 1U) {}

    /// Even in -1..1 (Marsaglia's xorshift).
    float next() {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 17U;
        state_ ^= state_ << 5U;
        return static_cast<float>(static_cast<double>(state_) / 2147483648.0 - 1);
    }

private:
    std::uint32_t state_;
};

} // namespace tactus::audio
