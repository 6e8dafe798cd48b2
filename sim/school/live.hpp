#pragma once
/// What a station shows at the moment, for the wall of a class.

#include <optional>
#include <string>

namespace tactus::school {

struct Live {
    std::string student;                             ///< "" = a guest, who has no name there either
    std::string drill;                               ///< name; "" = no run
    std::string state;                               ///< in words: "paused", "done: 91, pass"; "" = under way
    int step = 0;                                    ///< from 1
    int steps = 0;                                   ///< 0 = it has none
    std::optional<double> pressure, flow, targeting; ///< marks so far, 0..100
    std::string alarm;                               ///< what somebody should come for; "" = nothing

    friend bool operator==(const Live&, const Live&) = default;
};

/// One line of JSON (sim/server/README.md), of at most live_limit_bytes: long names are cut, between letters.
std::string live_text(const Live& live);

} // namespace tactus::school
