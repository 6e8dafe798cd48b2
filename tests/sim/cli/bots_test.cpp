/// A rubric must tell students apart, and the whole simulation must not hide who they are (facts 10).

#include "sim/cli/bot_runs.hpp"
#include "sim/cli/run_bots.hpp"
#include "tests/sim/cli/brief_drill.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <sstream>

using namespace tactus;
using tactus::testing::BriefDrill;
using tactus::testing::each_step_times;

namespace {

/// Novice, middle and expert, a run each, at a shipped drill that was made shorter.
std::string table_of(const std::string& drill, const std::function<void(drills::Drill&)>& shorten,
                     int& code) {
    const BriefDrill brief(drill, shorten);
    std::ostringstream out;
    code = cli::run_bots({.drills = {brief.path()}}, out);
    return out.str();
}

} // namespace

TEST_CASE("runs side by side come in their order, each as if it were alone, and say how far they are") {
    cli::BotDrill brief = cli::bot_drill("effleurage", tissue::Setting::half);
    cli::BotDrill briefer = brief;
    brief.setup.drill.steps.resize(1);
    brief.setup.drill.steps.front().duration_s = 2.5;
    briefer.setup.drill.steps.resize(1);
    briefer.setup.drill.steps.front().duration_s = 0.5;
    const std::vector<cli::BotRun> runs{{&brief, "novice", drills::Quality::novice, 4},
                                        {&briefer, "novice", drills::Quality::novice, 4},
                                        {&briefer, "expert", drills::Quality::expert, 5}};
    const auto play = [&](int at_a_time, std::ostream& progress) {
        std::vector<std::pair<const cli::BotRun*, std::uint64_t>> seen;
        cli::play_runs(runs, {.at_a_time = at_a_time, .progress = progress},
                       [&](const cli::BotRun& run, const records::Result& result) {
                           seen.emplace_back(&run, result.state_hash);
                       });
        return seen;
    };
    std::ostringstream alone;
    std::ostringstream beside;
    const auto seen = play(1, alone);
    REQUIRE(seen.size() == runs.size());
    for (std::size_t k = 0; k < runs.size(); ++k) {
        CHECK(seen[k].first == &runs[k]);
    }
    CHECK(play(3, beside) == seen);
    CHECK(alone.str().find("bots: 50 %, 0 of 3 runs\n") != std::string::npos);
    CHECK(beside.str().find("bots: 100 %, 3 of 3 runs\n") != std::string::npos);
}

TEST_CASE("novice < 60 < middle < 85 < expert at long lines, through the whole simulation") {
    int code = 1;
    const std::string table = table_of("long-lines", each_step_times(0.3), code);
    INFO(table);
    CHECK(code == 0);
}

TEST_CASE("novice < 60 < middle < 85 < expert at a trigger-point release, through the whole simulation") {
    int code = 1;
    const std::string table = table_of(
        "point-release",
        [](drills::Drill& drill) { // one point of the two, and no stretch
            std::erase_if(drill.steps, [](const drills::Step& step) {
                return step.task.trigger_point == "IS1 right" || step.task.bone != contact::Hold::none;
            });
        },
        code);
    INFO(table);
    CHECK(code == 0);
}
