#pragma once
/// What a station knows of its school, for whoever shows it.

#include <cstdint>
#include <string>

namespace tactus::school {

/// Times are of the wall clock; 0 = never.
struct SchoolNews {
    enum class Line { trying, connected, offline, refused } line = Line::trying;
    std::int64_t since_unix_s = 0;     ///< of the line
    std::string school;                ///< its name; "" = it has not been told yet
    std::string station;               ///< this one's name there; "" = likewise
    int waiting = 0;                   ///< attempts and rows of classes that the school has not answered for
    int not_taken = 0;                 ///< that it answered for with a flag or a no
    std::int64_t pushed_at_unix_s = 0; ///< the last time that something was pushed
    int pushed = 0;                    ///< how much it was then
    int pulled = 0;                    ///< drills, class rows and attempts that came since the program began
    std::string fault;                 ///< one sentence; "" = all is well
};

} // namespace tactus::school
