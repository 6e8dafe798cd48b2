#include "engine/platform/this_thread.hpp"

#include <ctime>
#include <sys/resource.h>

namespace tactus::platform {

namespace {

double seconds_of(clockid_t clock) {
    std::timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

} // namespace

double thread_time_s() { return seconds_of(CLOCK_THREAD_CPUTIME_ID); }

double awake_or_asleep_s() { return seconds_of(CLOCK_BOOTTIME); }

void yield_to_others() {
    constexpr int last_in_line = 19;
    setpriority(PRIO_PROCESS, 0, last_in_line); // 0: on Linux this thread alone; failing to yield is no fault
}

} // namespace tactus::platform
