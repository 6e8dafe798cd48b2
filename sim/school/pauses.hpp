#pragma once
/// How long to wait before a server that did not answer is tried again: longer each time, so that an hour
/// without it costs little and a minute without it is not noticed.

#include <algorithm>
#include <chrono>

namespace tactus::school {

class Pauses {
public:
    using Duration = std::chrono::milliseconds;

    explicit Pauses(Duration first = std::chrono::seconds(5), Duration longest = std::chrono::minutes(1))
        : first_(first), longest_(longest), next_(first) {}

    /// After a failure; each is twice as long as the one before.
    Duration next() {
        const Duration now = next_;
        next_ = std::min(2 * next_, longest_);
        return now;
    }

    /// After a success.
    void reset() { next_ = first_; }

private:
    Duration first_;
    Duration longest_;
    Duration next_;
};

} // namespace tactus::school
