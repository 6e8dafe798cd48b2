#pragma once
/// UUIDv7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then chance. Ids sort by the time they were made.

#include <array>
#include <cstdint>
#include <string>

namespace tactus::records {

/// Makes ids that always grow, also within one millisecond and when the clock is set back. Not thread-safe.
class UuidSource {
public:
    /// unix_ms: wall clock. Throws std::system_error when the kernel gives no random bytes.
    std::string next(std::int64_t unix_ms);

private:
    std::int64_t last_ms_ = 0;
    std::uint16_t counter_ = 0; ///< 12 bits behind the version (RFC 9562, 6.2 method 1)
};

} // namespace tactus::records
