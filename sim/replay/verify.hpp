#pragma once
/// Re-runs a recording and compares every hash and the score.

#include "sim/replay/recording.hpp"

#include <optional>
#include <string>

namespace tactus::replay {

struct Verification {
    bool agrees = false;
    std::optional<std::uint64_t> first_diverging_step; ///< counted from 0
    std::string finding;                               ///< "" or one sentence: what differs first
    Ending again;                                      ///< what this machine got
    scoring::Score score;                              ///< of the re-run
};

/// threads: speed only. Runs a fresh session (a fresh Bullet world with it).
Verification verify(const Recording& recording, int threads);

} // namespace tactus::replay
