#pragma once
/// One run as the records keep it, without its recording.

#include "sim/replay/recording.hpp"
#include "sim/scoring/score.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tactus::records {

struct Attempt {
    std::string id;      ///< UUIDv7
    std::string digest;  ///< of the recording's bytes: the same file twice is the same attempt
    std::string profile; ///< the student's id; "" = guest
    std::string student; ///< display name; "" = guest
    std::string drill;
    std::string drill_name;
    std::string drill_hash;  ///< of the drill as text with full feedback: how much there was is `feedback`
    std::string rubric;      ///< its id
    std::string rubric_hash; ///< of the rubric as text with the filter's version (facts/grading.md 7.3)
    std::string client;
    std::string client_name;
    std::int64_t started_at_unix_s = 0;
    double duration_s = 0;
    double score = 0;
    std::array<std::optional<double>, scoring::group_count> groups; ///< nullopt = not measured
    bool passed = false;
    std::string grade; ///< "fail", "pass", "merit", "distinction"; "" = taken from a file that does not say
    bool graded = false;
    std::string practice; ///< why it is not graded: "practice", "speed", "ladder", "wait", "slow machine",
                          ///< "interrupted"; "" = graded
    std::string feedback; ///< "full", "band_only", "terminal", "none"
    std::string force_source; ///< "inferred", "mapped", "measured"
    std::string setting;      ///< of the solver: "fine", "standard", "half"
    std::string sim_version;
    std::string state_hash; ///< digest of the full state at the end, 16 hexadecimal digits
};

/// What the program that ran it knows beyond the recording.
struct RunFacts {
    std::string student; ///< display name; "" = guest
    std::string grade;
    std::string practice; ///< "" = as the recording tells
    std::string result;   ///< records::result_json; "" = none
};

/// The row of a recording. id and profile are left empty; digest is that of its bytes.
Attempt attempt_of(const replay::Recording& recording, std::string digest, const RunFacts& facts);

/// "full", "band_only", "terminal", "none", and back; a word that is none of them is "full".
std::string feedback_name(drills::Feedback feedback);
drills::Feedback feedback_named(std::string_view name);

/// File name of the recording within a station's `replays` folder.
std::string recording_name(const Attempt& attempt);

} // namespace tactus::records
