#pragma once
/// Whole runs of simulated students, several at a time.

#include "sim/drills/technique.hpp"
#include "sim/records/result.hpp"
#include "sim/session/session.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <ostream>
#include <span>
#include <string>

namespace tactus::cli {

/// A drill with its client's body, made once for all its runs.
struct BotDrill {
    session::Setup setup;
    std::shared_ptr<const anatomy::Anatomy> anatomy;
};

/// drill: id or file; "ID@CLIENT" for another client than its first. Throws UserError when it cannot be read,
/// or done on its client.
BotDrill bot_drill(const std::string& drill, tissue::Setting setting);

/// One student's run of one drill, which outlives it.
struct BotRun {
    const BotDrill* drill;
    std::string student; ///< as the user named the quality
    drills::Quality quality;
    std::uint64_t seed;
};

/// How long it takes, and who hears of it meanwhile.
struct Playing {
    int at_a_time = 1;      ///< each run on a thread of its own; changes the time, never a result
    std::ostream& progress; ///< "bots: 12 %, 7 of 60 runs", each percent a line
};

/// Plays all runs; hands each result on in the order of the runs, as soon as it and all before it are there.
/// `take` is called on the calling thread.
void play_runs(std::span<const BotRun> runs, const Playing& playing,
               const std::function<void(const BotRun&, const records::Result&)>& take);

} // namespace tactus::cli
