#include "sim/records/calendar.hpp"

#include <array>
#include <chrono>
#include <ctime>

namespace tactus::records {

namespace {

std::tm local_time(std::int64_t unix_s) {
    const std::time_t time = unix_s;
    std::tm local{};
    localtime_r(&time, &local);
    return local;
}

} // namespace

std::int64_t local_day(std::int64_t unix_s) {
    constexpr std::int64_t day_s = 86400;
    std::tm local = local_time(unix_s);
    local.tm_hour = local.tm_min = local.tm_sec = 0;
    return timegm(&local) / day_s; // what the wall says, taken as if it were Greenwich
}

std::string local_words(std::int64_t unix_s, const char* format) {
    const std::tm local = local_time(unix_s);
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), format, &local);
    return text.data();
}

std::int64_t wall_ms() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

} // namespace tactus::records
