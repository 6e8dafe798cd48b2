#include "sim/drills/drill_file.hpp"
#include "sim/drills/technique.hpp"
#include "sim/scoring/evaluate.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace tactus;
using namespace tactus::drills;
using tactus::testing::FakeHand;
using tactus::testing::FakeRun;
using tactus::testing::test_anatomy;

namespace {

/// What an ideal tissue and a content client would report of a performance: each row at 60 Hz gives two
/// samples, the second half-way to the next row. The client feels 0.38 a newton under a thumb near the point.
scoring::Score score_of(std::string_view name, Quality quality, std::uint64_t seed) {
    const Technique& technique = *technique_named(name);
    const Drill drill = read_drill(std::string(TACTUS_SOURCE_DIR) + "/assets/drills/" +
                                   std::string(technique.drill) + ".toml");
    const scoring::Rubric rubric =
        scoring::read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
    const std::vector<PerformedRow> rows = perform(technique, quality, seed);
    int check_ins = 0;
    std::array<std::vector<PerformedRow>, 2> of_hand;
    for (const PerformedRow& row : rows) {
        of_hand[static_cast<std::size_t>(row.hand)].push_back(row);
        check_ins += row.event == "check_in" ? 1 : 0;
    }
    FakeRun run;
    std::array<std::size_t, 2> next{0, 0};
    while (run.now_s() < drill.duration_s()) {
        std::array<std::optional<FakeHand>, 2> hands;
        float discomfort = 0;
        for (std::size_t side = 0; side < 2; ++side) {
            const auto& track = of_hand[side];
            while (next[side] + 1 < track.size() && track[next[side] + 1].t_s <= run.now_s()) {
                ++next[side];
            }
            if (next[side] + 1 >= track.size() || track[next[side]].t_s > run.now_s()) {
                continue;
            }
            const PerformedRow& a = track[next[side]];
            const PerformedRow& b = track[next[side] + 1];
            if (b.t_s - a.t_s > 0.1) {
                continue;
            }
            const auto s = static_cast<float>((run.now_s() - a.t_s) / (b.t_s - a.t_s));
            hands[side] = {a.u + s * (b.u - a.u), a.v + s * (b.v - a.v),
                           a.force_n + s * (b.force_n - a.force_n), a.tool};
            discomfort = std::max(discomfort,
                                  (a.tool == contact::ToolKind::thumb ? 0.38F : 0.1F) * hands[side]->force_n);
        }
        run.add(hands, std::min(10.0F, discomfort));
    }
    std::vector<scoring::TimedTask> tasks;
    double begin_s = 0;
    for (const Step& step : drill.steps) {
        tasks.push_back({begin_s, begin_s + step.duration_s, step.task});
        begin_s += step.duration_s;
    }
    return scoring::evaluate(test_anatomy(), run.trace, tasks, {rubric, drill.weights},
                             {.check_ins = check_ins});
}

} // namespace

TEST_CASE("the better the hand, the better the score, in every drill") {
    for (const char* name : {"effleurage", "trigger-release", "kiosk"}) {
        CAPTURE(name);
        const double ideal = score_of(name, Quality::ideal, 1).total;
        const double good = score_of(name, Quality::good, 1).total;
        const double fair = score_of(name, Quality::fair, 1).total;
        const double poor = score_of(name, Quality::poor, 1).total;
        CHECK(ideal >= 85);
        CHECK(good >= 80);
        CHECK(fair < good);
        CHECK(poor < fair);
        CHECK(poor < 60);
    }
}

TEST_CASE("driving a thumb along the spine fails at any skill") {
    const scoring::Score score = score_of("spine-pressing", Quality::ideal, 1);
    CHECK(!score.passed);
    CHECK(std::ranges::find(score.critical, "spine_load", &scoring::Critical::id) != score.critical.end());
}

TEST_CASE("a performance depends on its seed and on nothing else") {
    const Technique& technique = *technique_named("effleurage");
    const auto csv = [&](std::uint64_t seed) {
        return write_strokes(perform(technique, Quality::fair, seed), "test");
    };
    CHECK(csv(3) == csv(3));
    CHECK(csv(3) != csv(4));
}

TEST_CASE("names of techniques and qualities are found, with dash or underscore") {
    CHECK(technique_named("trigger_release") == technique_named("trigger-release"));
    CHECK(technique_named("shiatsu") == nullptr);
    CHECK(quality_named("fair") == Quality::fair);
    CHECK(!quality_named("superb"));
}
