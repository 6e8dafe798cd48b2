#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"
#include "tests/sim/drills/fake_attempt.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace tactus;
using namespace tactus::drills;
using tactus::testing::score_of;
using tactus::testing::shipped;
using tactus::testing::test_anatomy;

TEST_CASE("every shipped drill is performed step by step, in time, on the skin of its client") {
    for (const std::string& id : authoring::asset_ids("drills")) {
        CAPTURE(id);
        const Drill drill = shipped(id);
        const client::Client who = client::read_client(authoring::asset_named("clients", drill.client));
        const anatomy::Anatomy body = anatomy::make_anatomy(who.body, who.trigger_points);
        const std::vector<PerformedRow> rows = perform(drill, body, Quality::ideal, 1);
        REQUIRE(rows.empty() == (drill.cards > 0)); // cards are talk
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

TEST_CASE("who is to let a muscle go comes back no faster than it bears either") {
    Drill drill = shipped("slow-hands");
    drill.steps.front().task.tone_drop = 0.05F;
    const client::Client who = client::read_client(authoring::asset_named("clients", "jansen"));
    const anatomy::Anatomy body = anatomy::make_anatomy(who.body, who.trigger_points);
    const std::vector<PerformedRow> rows = perform(drill, body, Quality::ideal, 1);
    const double length_m = body.skin.spine_length_m;
    double fastest_m_s = 0;
    for (std::size_t k = 1; k < rows.size(); ++k) {
        const PerformedRow& row = rows[k];
        const bool follows = row.t_s < drill.steps.front().duration_s && row.force_n > 0 &&
                             rows[k - 1].force_n > 0 && row.t_s - rows[k - 1].t_s < 0.05;
        if (follows) {
            fastest_m_s = std::max(fastest_m_s, std::fabs(static_cast<double>(row.v - rows[k - 1].v)) *
                                                    length_m / (row.t_s - rows[k - 1].t_s));
        }
    }
    CHECK(fastest_m_s > 0.05);
    CHECK(fastest_m_s < 0.08); // facts 10, D18: v*
}
