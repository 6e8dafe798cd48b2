#pragma once
/// Flush-to-zero and denormals-are-zero for the lifetime of the object, on the calling thread. Every thread
/// that steps the simulation holds one, so that denormals neither slow a step down nor differ between
/// machines.

#if defined(__x86_64__) || defined(__i386__)
#include <xmmintrin.h>
#endif

namespace tactus::math {

class FloatMode {
public:
#if defined(__x86_64__) || defined(__i386__)
    FloatMode() : before_(_mm_getcsr()) { _mm_setcsr(before_ | 0x8040U); }

    ~FloatMode() { _mm_setcsr(before_); }
#else
    FloatMode() = default;
    ~FloatMode() = default;
#endif
    FloatMode(const FloatMode&) = delete;
    FloatMode& operator=(const FloatMode&) = delete;
    FloatMode(FloatMode&&) = delete;
    FloatMode& operator=(FloatMode&&) = delete;

private:
    unsigned before_ = 0;
};

} // namespace tactus::math
