#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/drill_performance.hpp"
#include "sim/scoring/evaluate.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace tactus;
using namespace tactus::drills;
using tactus::testing::FakeHand;
using tactus::testing::FakeRun;
using tactus::testing::test_anatomy;

namespace {

Drill shipped(const std::string& id) { return read_drill(authoring::asset_named("drills", id)); }

/// The hand of one side as its rows have it; a gap over 0.1 s is a lifted hand.
class Followed {
public:
    Followed(const std::vector<PerformedRow>& rows, contact::Side side) {
        std::ranges::copy_if(rows, std::back_inserter(rows_),
                             [&](const PerformedRow& row) { return row.hand == side; });
    }

    std::optional<FakeHand> at(double t_s) {
        while (next_ + 1 < rows_.size() && rows_[next_ + 1].t_s <= t_s) {
            ++next_;
        }
        if (next_ >= rows_.size() || rows_[next_].t_s > t_s || t_s - rows_[next_].t_s > 0.1) {
            return std::nullopt;
        }
        const PerformedRow& row = rows_[next_];
        const auto late = static_cast<float>(t_s - row.t_s);
        const bool joined = next_ + 1 < rows_.size() && rows_[next_ + 1].t_s - row.t_s < 0.1;
        const PerformedRow& then = joined ? rows_[next_ + 1] : row;
        const float share = joined ? late / static_cast<float>(then.t_s - row.t_s) : 0;
        return FakeHand{row.u + share * (then.u - row.u), row.v + share * (then.v - row.v),
                        row.force_n + share * (then.force_n - row.force_n), row.tool};
    }

private:
    std::vector<PerformedRow> rows_;
    std::size_t next_ = 0;
};

/// Marks of a performance on an ideal tissue and a content client.
scoring::Score score_of(const Drill& drill, Quality quality, std::uint64_t seed) {
    const std::vector<PerformedRow> rows = perform(drill, test_anatomy(), quality, seed);
    std::array followed{Followed(rows, contact::Side::left), Followed(rows, contact::Side::right)};
    FakeRun run;
    std::vector<scoring::TimedTask> tasks;
    for (const Step& step : drill.steps) {
        const double begin_s = tasks.empty() ? 0 : tasks.back().end_s;
        tasks.push_back({begin_s, begin_s + step.duration_s, step.task});
        while (run.now_s() < tasks.back().end_s) {
            run.add({followed[0].at(run.now_s()), followed[1].at(run.now_s())}, 3);
            run.trace.samples.back().step = static_cast<int>(tasks.size()) - 1;
        }
    }
    scoring::ClientOutcome client;
    client.check_ins = static_cast<int>(std::ranges::count(rows, "check_in", &PerformedRow::event));
    const scoring::Rubric rubric = scoring::read_rubric(authoring::asset_named("rubrics", drill.rubric));
    return scoring::evaluate(test_anatomy(), run.trace, tasks, {rubric, drill.weights}, client);
}

} // namespace

TEST_CASE("every shipped drill is performed step by step, in time, on the skin of its client") {
    for (const std::string& id : authoring::asset_ids("drills")) {
        CAPTURE(id);
        const Drill drill = shipped(id);
        const client::Client who = client::read_client(authoring::asset_named("clients", drill.client));
        const anatomy::Anatomy body = anatomy::make_anatomy(who.body, who.trigger_points);
        const std::vector<PerformedRow> rows = perform(drill, body, Quality::ideal, 1);
        REQUIRE_FALSE(rows.empty());
        CHECK(std::ranges::is_sorted(rows, {}, &PerformedRow::t_s));
        for (const PerformedRow& row : rows) {
            REQUIRE(row.force_n >= 0);
            REQUIRE(row.force_n < 120);
            const bool on_skin = row.hold != contact::Hold::none || anatomy::on_skin(body.skin, row.u, row.v);
            REQUIRE_MESSAGE(on_skin, row.t_s);
        }
        double begin_s = 0;
        for (const Step& step : drill.steps) {
            CAPTURE(step.name);
            const auto worked = std::ranges::count_if(rows, [&](const PerformedRow& row) {
                return row.t_s >= begin_s && row.t_s < begin_s + step.duration_s;
            });
            const bool asked = scoring::work_of(step.task) != scoring::Work::nothing;
            CHECK((static_cast<double>(worked) > 30 * step.duration_s) == asked);
            begin_s += step.duration_s;
        }
    }
}

TEST_CASE("the same drill, skill and seed give the same rows; another seed gives others") {
    const Drill drill = shipped("kneading");
    const auto forces = [&](std::uint64_t seed) {
        std::vector<float> all;
        for (const PerformedRow& row : perform(drill, test_anatomy(), Quality::good, seed)) {
            all.push_back(row.force_n);
        }
        return all;
    };
    CHECK(forces(1) == forces(1));
    CHECK(forces(1) != forces(2));
}

TEST_CASE("a student who misses the lane is off it on the same side of it, left and right of the spine") {
    std::array<double, 2> from_spine{};
    std::array<int, 2> count{};
    for (const PerformedRow& row : perform(shipped("deep-strip"), test_anatomy(), Quality::middle, 1)) {
        if (row.tool == contact::ToolKind::thumb && row.force_n > 15) {
            const std::size_t right = row.u > 0 ? 1 : 0;
            from_spine[right] += std::fabs(static_cast<double>(row.u));
            ++count[right];
        }
    }
    REQUIRE(count[0] > 100);
    REQUIRE(count[1] > 100);
    CHECK(from_spine[0] / count[0] == doctest::Approx(from_spine[1] / count[1]).epsilon(0.2));
}

TEST_CASE(
    "a thumb follows a line as well as this student finds a point (facts 10: 8, 15 and 24 mm beside it)") {
    const Drill drill = shipped("deep-strip");
    const Step& strip = drill.steps[1];
    REQUIRE(strip.task.line_u);
    const double begin_s = drill.steps[0].duration_s;
    for (const auto& [quality, off_mm] : {std::pair(Quality::expert, 8.0), std::pair(Quality::middle, 15.0),
                                          std::pair(Quality::novice, 24.0)}) {
        CAPTURE(off_mm);
        double from_line_u = 0;
        int rows = 0;
        for (const PerformedRow& row : perform(drill, test_anatomy(), quality, 1)) {
            if (row.t_s > begin_s && row.t_s < begin_s + strip.duration_s) {
                from_line_u += std::fabs(row.u) - *strip.task.line_u;
                ++rows;
            }
        }
        const double metres_a_u = test_anatomy().skin.half_biacromial_m;
        CHECK(1000 * metres_a_u * from_line_u / rows == doctest::Approx(off_mm).epsilon(0.3));
    }
}

TEST_CASE("on an ideal tissue the ideal student earns nearly all, safely, and the bots come in their order") {
    for (const std::string id : {"long-lines", "pressure-ladder", "first-touch"}) {
        CAPTURE(id);
        const scoring::Score ideal = score_of(shipped(id), Quality::ideal, 1);
        for (const scoring::Reason& reason : ideal.reasons) {
            INFO(reason.what);
        }
        CHECK(ideal.total > 90);
        CHECK(*ideal.groups[static_cast<std::size_t>(scoring::Group::safety)] == 100);
    }
    const Drill lines = shipped("long-lines");
    const double novice = score_of(lines, Quality::novice, 3).total;
    const double middle = score_of(lines, Quality::middle, 3).total;
    const double expert = score_of(lines, Quality::expert, 3).total;
    CAPTURE(novice);
    CAPTURE(middle);
    CAPTURE(expert);
    CHECK(novice < 60);
    CHECK(middle > 60);
    CHECK(middle < 85);
    CHECK(expert > 85);
}
