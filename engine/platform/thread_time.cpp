#include "engine/platform/thread_time.hpp"

#include <ctime>

namespace tactus::platform {

double thread_time_s() {
    std::timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

} // namespace tactus::platform
