#pragma once
/// Exponential, logarithm and power in single precision by short polynomials, for the millions of calls that
/// making a body takes. IEEE additions, multiplications and divisions only, so the bits are the same on every
/// machine; relative error below 4e-7. Pure functions: any thread, never throw.

#include <bit>
#include <cstdint>

namespace tactus::anatomy {

/// 2 to the power x, clamped to |x| <= 126.
inline float float_exp2(float x) {
    x = x < -126.0F ? -126.0F : (x > 126.0F ? 126.0F : x);
    const int whole = static_cast<int>(x + (x < 0 ? -0.5F : 0.5F));
    const float f = x - static_cast<float>(whole);
    float p = 1.5403530e-4F;
    p = p * f + 1.3333558e-3F;
    p = p * f + 9.6181291e-3F;
    p = p * f + 5.5504109e-2F;
    p = p * f + 2.4022651e-1F;
    p = p * f + 6.9314718e-1F;
    p = p * f + 1.0F;
    return p * std::bit_cast<float>(static_cast<std::uint32_t>(whole + 127) << 23U);
}

/// Base-2 logarithm of a normal x > 0.
inline float float_log2(float x) {
    auto bits = std::bit_cast<std::uint32_t>(x);
    int exponent = static_cast<int>(bits >> 23U) - 127;
    auto m = std::bit_cast<float>((bits & 0x007fffffU) | 0x3f800000U);
    if (m > 1.41421356F) {
        m *= 0.5F;
        ++exponent;
    }
    // log2 m = (2 / ln 2) atanh s with s = (m - 1)/(m + 1), |s| <= 0.172.
    const float s = (m - 1.0F) / (m + 1.0F);
    const float z = s * s;
    const float series = 1.0F + z * (0.33333333F + z * (0.2F + z * (0.14285714F + z * 0.11111111F)));
    return static_cast<float>(exponent) + 2.8853901F * s * series;
}

/// x to the power y for x >= 0; 0 below 1e-30.
inline float float_pow(float x, float y) { return x < 1e-30F ? 0.0F : float_exp2(y * float_log2(x)); }

/// Gaussian bump of height 1 and deviation `sigma` at x = 0; exactly 0 beyond six deviations.
inline float bump(float x, float sigma) {
    const float t = x / sigma;
    return t * t > 36.0F ? 0.0F : float_exp2(-0.72134752F * t * t);
}

} // namespace tactus::anatomy
