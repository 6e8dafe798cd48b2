#pragma once
/// Which attempts to read.

#include <cstdint>
#include <optional>
#include <string>

namespace tactus::records {

/// The last attempt of a page: the next page begins after it.
struct PageEnd {
    std::int64_t started_at_unix_s = 0;
    std::string id;
};

/// Newest first; each condition that is set narrows.
struct AttemptQuery {
    std::optional<std::string> profile; ///< id; "" = guest; nullopt = everybody
    std::string drill;                  ///< id; "" = all
    std::int64_t since_unix_s = 0;
    bool undelivered = false; ///< only those of students that no school has answered for yet
    std::optional<PageEnd> after;
    int limit = -1; ///< -1 = all
};

} // namespace tactus::records
