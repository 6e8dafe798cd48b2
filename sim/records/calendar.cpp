#include "sim/records/calendar.hpp"

#include <chrono>
#include <ctime>

namespace tactus::records {

std::int64_t local_day(std::int64_t unix_s) {
    constexpr std::int64_t day_s = 86400;
    const std::time_t time = unix_s;
    std::tm local{};
    localtime_r(&time, &local);
    local.tm_hour = local.tm_min = local.tm_sec = 0;
    return timegm(&local) / day_s; // what the wall says, taken as if it were Greenwich
}

std::int64_t wall_ms() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

} // namespace tactus::records
