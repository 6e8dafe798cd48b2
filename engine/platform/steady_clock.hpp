#pragma once
/// Seconds on a clock that never jumps; where it began means nothing.

#include <chrono>

namespace tactus::platform {

inline double steady_s() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace tactus::platform
