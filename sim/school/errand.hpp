#pragma once
/// One way to the school and back: what waits is pushed, what is new there is pulled.

#include "sim/school/push.hpp"
#include "sim/school/school_client.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace tactus::school {

struct Errand {
    int waiting = 0; ///< attempts and rows, at the moment
    int not_taken = 0;
    std::int64_t pushed_at_unix_s = 0; ///< ever; 0 = never
    int pushed = 0;                    ///< attempts and rows, on this errand
    int pulled = 0;                    ///< drills, rows and attempts that are new here
    std::string school;
    std::string station;
};

/// Told as it goes.
using OnTheWay = std::function<void(const Errand&)>;

/// data: the station's folder. A station without records has nothing to push and gets its drills; the records
/// begin when the school has a class for it. Throws UserError: the school cannot be reached or refuses, or
/// the records cannot be read; what was done before that is kept, and the error is noted in the records.
Errand run_errand(const std::filesystem::path& data, SchoolClient& school, const OnTheWay& tell,
                  const GoOn& goes_on);

} // namespace tactus::school
