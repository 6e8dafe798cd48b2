#include "sim/scoring/evaluate.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tactus;
using namespace tactus::scoring;
using tactus::testing::FakeHand;
using tactus::testing::FakeRun;
using tactus::testing::test_anatomy;

namespace {

constexpr std::array<double, group_count> weights{20, 0, 60, 10, 10, 0};

std::vector<TimedTask> release() {
    Task find;
    find.force_n = Band{5, 20};
    find.trigger_point = "LS1 right";
    find.tools = {contact::ToolKind::thumb};
    Task hold = find;
    hold.force_n = Band{18, 28};
    hold.hold_s = 28;
    hold.hold_max_s = 40;
    hold.hold_discomfort = Band{5.5F, 7.5F};
    hold.ramp_limit_n_s = 15;
    return {{0, 7, find}, {7, 50, hold}};
}

/// A release as a good student does it; the fields are what a student may get wrong.
struct Release {
    float off_m = 0; ///< beside the point
    double hold_s = 32;
    double unload_s = 4;
    bool search = true;
    float tremor = 0; ///< share of the force, at 3 Hz
    float force_n = 23;
    float discomfort = 6.5F;

    [[nodiscard]] FakeRun run() const {
        const anatomy::TriggerPoint& point = test_anatomy().trigger_points.at(0);
        const anatomy::SkinGrid& skin = test_anatomy().skin;
        FakeRun made;
        while (made.now_s() < 50) {
            const double t = made.now_s();
            FakeHand thumb{point.u + off_m / skin.half_biacromial_m, point.v, 0, contact::ToolKind::thumb};
            const double end = 11 + hold_s;
            if (t < 6 && search) {
                thumb.u += 0.06F * std::sin(static_cast<float>(t) * 2.0F);
                thumb.force_n = 12;
            } else if (t >= 7 && t < end + unload_s) {
                const double rise = std::min({1.0, (t - 7) / 4, (end + unload_s - t) / unload_s});
                thumb.force_n = force_n * static_cast<float>(rise) *
                                (1 + tremor * std::sin(2 * 3.14159F * 3 * static_cast<float>(t)));
            }
            const bool on = thumb.force_n > 0;
            made.add({std::nullopt, on ? std::optional(thumb) : std::nullopt}, on ? discomfort : 0);
        }
        return made;
    }

    [[nodiscard]] Score score() const {
        const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
        return evaluate(test_anatomy(), run().trace, release(), {rubric, weights},
                        {.trigger_point_tension = {0.4F}, .check_ins = 1});
    }

    [[nodiscard]] double targeting() const { return *score().groups[2]; }
};

} // namespace

TEST_CASE("a found, steady hold of half a minute that is let go slowly gets nearly all marks") {
    const Score score = Release{}.score();
    CAPTURE(score.total);
    CHECK(*score.groups[2] > 90);
    CHECK(*score.groups[0] > 85);
    CHECK(score.measures.at("hold_s") == doctest::Approx(32).epsilon(0.1));
    CHECK(score.measures.at("unload_s") == doctest::Approx(3.4).epsilon(0.2));
    CHECK(score.measures.at("point_distance_mm") < 3);
    CHECK(score.measures.at("tension_LS1_right") == doctest::Approx(0.4));
}

TEST_CASE("missing the point fades from ten to thirty millimetres") {
    const double near = Release{.off_m = 0.009F}.targeting();
    const double off = Release{.off_m = 0.020F}.targeting();
    const double far = Release{.off_m = 0.050F}.targeting();
    CHECK(near > 90);
    CHECK(off < near - 15);
    CHECK(far < 5);
    CHECK(Release{.off_m = 0.020F}.score().measures.at("point_distance_mm") ==
          doctest::Approx(20).epsilon(0.05));
}

TEST_CASE("a good hold beside the point is blamed for the place alone") {
    const Score score = Release{.off_m = 0.020F}.score();
    double lost = 0;
    bool place = false;
    for (const Reason& r : score.reasons) {
        CAPTURE(r.what);
        place = place || r.measure == "location";
        CHECK(r.measure != "search"); // it was as long as asked
        CHECK((r.measure != "hold" || r.marks_lost < 3));
        lost += r.marks_lost;
    }
    CHECK(place);
    CHECK(lost == doctest::Approx(100 - score.total).epsilon(0.03));
}

TEST_CASE("a short hold, a trembling hold and a jerked release each cost targeting") {
    const double good = Release{}.targeting();
    CHECK(Release{.hold_s = 10}.targeting() < good - 15);
    CHECK(Release{.tremor = 0.5F}.targeting() < good - 10);
    CHECK(Release{.unload_s = 0.5}.targeting() < good - 3);
    CHECK(Release{.search = false}.targeting() < good - 5);
    CHECK(Release{.discomfort = 3}.targeting() < good - 10);
}

TEST_CASE("a hold that eases the client below the band is still a deep enough hold") {
    const anatomy::TriggerPoint& point = test_anatomy().trigger_points.at(0);
    FakeRun run;
    while (run.now_s() < 50) {
        const double t = run.now_s();
        const auto eased = static_cast<float>(std::max(3.0, 6.8 - 0.1 * std::max(0.0, t - 11)));
        run.add({std::nullopt, t > 7 ? std::optional(FakeHand{point.u, point.v, 23, contact::ToolKind::thumb})
                                     : std::nullopt},
                t > 7 ? eased : 0);
    }
    const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
    const Score score = evaluate(test_anatomy(), run.trace, release(), {rubric, weights}, {});
    CHECK(score.measures.at("hold_depth_percent") > 95);
}

TEST_CASE("hovering over the point, or never coming, gets no targeting marks") {
    CHECK(Release{.search = false, .force_n = 0}.targeting() == 0);
    const Score score = Release{.search = false, .force_n = 0}.score();
    CHECK(score.total < 30);
    CHECK(*score.groups[0] == 0);
}

TEST_CASE("live figures give the distance to the point and the hold so far") {
    const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
    strokes::ContactTrace trace = Release{.off_m = 0.015F}.run().trace;
    trace.samples.resize(std::size_t{30} * 120);
    const LiveMarks live = evaluate_live(test_anatomy(), trace, release(), {rubric, weights}, {});
    CHECK(live.target_distance_m == doctest::Approx(0.015).epsilon(0.05));
    CHECK(live.hold_s == doctest::Approx(19.5).epsilon(0.1));
}

TEST_CASE("asking once is enough for a short drill, asking five times is nagging") {
    const auto communication = [](int check_ins) {
        const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
        return *evaluate(test_anatomy(), Release{}.run().trace, release(), {rubric, weights},
                         {.check_ins = check_ins})
                    .groups[4];
    };
    CHECK(communication(0) == 0);
    CHECK(communication(2) == 100); // one, and one at the deepening
    CHECK(communication(6) == doctest::Approx(60));
}

TEST_CASE("gaming by tapping the target: it is no release, however often and however exactly") {
    const anatomy::TriggerPoint& point = test_anatomy().trigger_points.at(0);
    const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
    for (const double taps_per_s : {0.5, 1.0, 3.0}) {
        CAPTURE(taps_per_s);
        FakeRun run;
        while (run.now_s() < 50) {
            const double phase = run.now_s() * taps_per_s - std::floor(run.now_s() * taps_per_s);
            const bool down = phase < 0.6;
            const FakeHand thumb{point.u, point.v, 23, contact::ToolKind::thumb};
            run.add({std::nullopt, down ? std::optional(thumb) : std::nullopt}, down ? 6.5F : 2);
        }
        const Score score = evaluate(test_anatomy(), run.trace, release(), {rubric, weights},
                                     {.trigger_point_tension = {1}, .check_ins = 1});
        CHECK_FALSE(score.passed);
        CHECK(score.total < 60);
    }
}
