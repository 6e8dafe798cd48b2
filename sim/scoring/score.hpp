#pragma once
/// Marks with their reasons: what a run is worth and why.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::scoring {

/// The measured groups, in the order of facts 7.3.
enum class Group : std::uint8_t { pressure, flow, targeting, safety, communication, sequence };

inline constexpr int group_count = 6;
std::string_view group_name(Group group); ///< "pressure"

/// One mark lost: which measure, what it was, what was asked, how much it cost, when, and what to do.
struct Reason {
    Group group;
    std::string measure; ///< "time_in_band"
    std::string what;    ///< one factual sentence: "In range for 71 % of contact, mostly too hard."
    double value = 0;
    double target = 0;
    std::string unit;      ///< "%", "N", "cm/s", "mm", "s", ""
    double marks_lost = 0; ///< of the total's 100
    double moment_s = -1;  ///< when it happened; -1 = all along
    std::string advice;    ///< one sentence
};

/// A critical finding: the drill fails and the total is capped at 49.
struct Critical {
    std::string id;   ///< "spine_load"
    std::string what; ///< "The palm pressed the kidneys with 84 N at 0:12, where the limit is 60 N."
    double value = 0;
    double limit = 0;
    double moment_s = 0;
};

struct Score {
    double total = 0;                                      ///< 0..100
    std::array<std::optional<double>, group_count> groups; ///< nullopt = not measured by the drill
    bool passed = false;
    std::string grade;           ///< "fail", "pass", "merit", "distinction"
    std::vector<Reason> reasons; ///< most costly first
    std::vector<Critical> critical;
    std::string next_time;                  ///< the one sentence that would gain most
    std::map<std::string, double> measures; ///< every measure with its unit in the name
    std::string version; ///< rubric id and filter with its constants: old scores stay comparable (facts 7.3)
};

} // namespace tactus::scoring
