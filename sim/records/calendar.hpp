#pragma once
/// Days of the calendar that hangs on the wall beside the computer.

#include <cstdint>
#include <string>

namespace tactus::records {

/// The day, counted from 1 January 1970, that the computer's time zone had at that moment.
std::int64_t local_day(std::int64_t unix_s);

/// That moment in the computer's time zone, in the format of strftime. At most 63 bytes.
std::string local_words(std::int64_t unix_s, const char* format);

/// Now by the computer's wall clock, milliseconds since 1970.
std::int64_t wall_ms();

} // namespace tactus::records
