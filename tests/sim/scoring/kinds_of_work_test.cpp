/// Kinds of work beside strokes, beats and points: holds at places, stretches, palpation, and what a step
/// asks besides.

#include "sim/scoring/evaluate.hpp"
#include "sim/scoring/rubric.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>

using namespace tactus;
using namespace tactus::scoring;
using tactus::testing::FakeHand;
using tactus::testing::FakeRun;
using tactus::testing::test_anatomy;

namespace {

const Rubric rubric = read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");

Score marked(const FakeRun& run, const std::vector<Task>& tasks,
             const std::array<double, group_count>& weights, double step_s) {
    std::vector<TimedTask> timed;
    for (const Task& task : tasks) {
        const double begin_s = step_s * static_cast<double>(timed.size());
        timed.push_back({begin_s, begin_s + step_s, task});
    }
    return evaluate(test_anatomy(), run.trace, timed, {rubric, weights}, {});
}

constexpr std::array<double, group_count> aim{0, 0, 100, 0, 0, 0};
constexpr std::array<double, group_count> safe{0, 0, 50, 50, 0, 0};

const Reason* reason_for(const Score& score, std::string_view measure) {
    const auto found = std::ranges::find(score.reasons, measure, &Reason::measure);
    return found == score.reasons.end() ? nullptr : &*found;
}

Task resting() {
    Task task;
    task.force_n = Band{2, 8};
    task.place = HoldPlace{0, 0.25F, 0.025F};
    task.hold_s = 10;
    task.hold_max_s = 14;
    return task;
}

/// A palm that comes to rest at (u, v) for so long.
FakeRun rest_at(float u, float v, double seconds, double in_all_s) {
    FakeRun run;
    while (run.now_s() < in_all_s) {
        const auto t = static_cast<float>(run.now_s());
        const bool on = t > 1 && t < 1 + static_cast<float>(seconds);
        run.add({std::nullopt, on ? std::optional(FakeHand{u, v, 5}) : std::nullopt});
    }
    return run;
}

} // namespace

TEST_CASE("a hold at a place counts where it is, for as long as it is asked") {
    CHECK(*marked(rest_at(0, 0.25F, 12, 15), {resting()}, aim, 15).groups[2] > 99);
    CHECK(*marked(rest_at(0.08F, 0.25F, 12, 15), {resting()}, aim, 15).groups[2] > 95); // inside its edge
    const Score aside = marked(rest_at(0.30F, 0.25F, 12, 15), {resting()}, aim, 15);
    CHECK(*aside.groups[2] < 40);
    REQUIRE(reason_for(aside, "location") != nullptr);
    CHECK(reason_for(aside, "location")->what.find("outside the place") != std::string::npos);
    CHECK(*marked(rest_at(0, 0.25F, 4, 15), {resting()}, aim, 15).groups[2] < 80); // too short
    const Score never = marked(rest_at(0, 0.25F, 0, 15), {resting()}, aim, 15);
    CHECK(*never.groups[2] == 0);
    CHECK(never.next_time == "Lay the hand where the ring is and let it rest there.");
}

namespace {

Task neck_to_left() {
    Task task;
    task.force_n = Band{10, 25};
    task.bone = contact::Hold::occiput;
    task.bend_rad_s = Band{0.035F, 0.087F};
    task.bend_right = false;
    task.hold_s = 15;
    task.hold_max_s = 30;
    task.hold_discomfort = Band{0, 5};
    return task;
}

/// A head led by `deg` at `deg_s`, held for so long with 14 N, and led back at the same speed.
FakeRun stretch(float deg, float deg_s, double hold_s, double in_all_s, float discomfort = 3) {
    FakeRun run;
    const double way_s = std::fabs(deg) / deg_s;
    while (run.now_s() < in_all_s) {
        const double t = run.now_s() - 1;
        const double there = std::clamp(t / way_s, 0.0, 1.0);
        const double back = std::clamp((t - way_s - hold_s) / way_s, 0.0, 1.0);
        run.add({}, discomfort);
        strokes::TraceSample& sample = run.trace.samples.back();
        sample.body.neck_rad = static_cast<float>((there - back) * deg * 3.14159265 / 180);
        strokes::HandSample& hand = sample.hands[1];
        hand.present = hand.holding = hand.touching = there > 0 && back < 1;
        hand.force_n = hand.holding ? static_cast<float>(14 * std::max(0.05, there - back)) : 0;
    }
    return run;
}

constexpr std::array<double, group_count> stretch_weights{20, 30, 30, 20, 0, 0};

} // namespace

TEST_CASE("a stretch is marked by its pace, its barrier, its wait and what it feels like") {
    const Score good = marked(stretch(-30, 3.5F, 20, 42), {neck_to_left()}, stretch_weights, 42);
    CHECK(good.total > 97);
    CHECK(good.measures.at("stretch_deg") == doctest::Approx(30).epsilon(0.02));
    CHECK(good.measures.at("stretch_deg_s") == doctest::Approx(3.5).epsilon(0.05));
    CHECK(good.measures.at("stretch_hold_s") == doctest::Approx(20 + 2 * 0.15 * 30 / 3.5).epsilon(0.03));

    const Score quick = marked(stretch(-30, 7.5F, 20, 42), {neck_to_left()}, stretch_weights, 42);
    CHECK(*quick.groups[1] < 50);
    CHECK(quick.critical.empty());
    const Score jerked = marked(stretch(-30, 15, 20, 42), {neck_to_left()}, stretch_weights, 42);
    REQUIRE(jerked.critical.size() == 1);
    CHECK(jerked.critical[0].id == "fast_stretch");
    CHECK(jerked.total <= 49);

    CHECK(*marked(stretch(-30, 3.5F, 3, 42), {neck_to_left()}, stretch_weights, 42).groups[2] < 80);
    CHECK(*marked(stretch(30, 3.5F, 20, 42), {neck_to_left()}, stretch_weights, 42).groups[2] == 0);
    const Score painful = marked(stretch(-30, 3.5F, 20, 42, 6), {neck_to_left()}, stretch_weights, 42);
    REQUIRE(reason_for(painful, "stretch_comfort") != nullptr);
    CHECK(*marked(stretch(-2, 3.5F, 20, 42), {neck_to_left()}, stretch_weights, 42).groups[2] == 0);
}

namespace {

Task hunt() {
    Task task;
    task.zone = Zone{0.2F, 0.6F, 0, 0.3F, Zone::Sides::both};
    task.points_to_mark = 1;
    return task;
}

/// A thumb that strums so many millimetres beside LS1 and marks what it takes for the point, and other
/// places.
FakeRun hunted(float off_mm, int guesses, bool touches = true) {
    FakeRun run;
    const anatomy::TriggerPoint& point = test_anatomy().trigger_points.front();
    const float u = point.u + off_mm / 1000 / test_anatomy().skin.half_biacromial_m;
    while (run.now_s() < 10) {
        const auto swing = 0.05F * std::sin(2 * static_cast<float>(run.now_s()));
        const FakeHand thumb{u + swing, point.v, 12, contact::ToolKind::thumb};
        run.add({std::nullopt, touches ? std::optional(thumb) : std::nullopt});
    }
    run.trace.marks.push_back({8, u, point.v});
    for (int k = 0; k < guesses; ++k) {
        run.trace.marks.push_back({8.5 + 0.1 * k, -0.3F, 0.2F});
    }
    return run;
}

} // namespace

TEST_CASE("a point counts as found when it is felt and marked near, and guesses cost") {
    CHECK(*marked(hunted(5, 0), {hunt()}, aim, 10).groups[2] == doctest::Approx(100));
    CHECK(*marked(hunted(20, 0), {hunt()}, aim, 10).groups[2] == doctest::Approx(50).epsilon(0.02));
    CHECK(*marked(hunted(40, 0), {hunt()}, aim, 10).groups[2] == 0);
    CHECK(*marked(hunted(5, 3), {hunt()}, aim, 10).groups[2] == doctest::Approx(70));
    const Score unfelt = marked(hunted(5, 0, false), {hunt()}, aim, 10);
    CHECK(*unfelt.groups[2] == 0);
    CHECK(unfelt.measures.at("false_marks") == 1);
}

namespace {

/// A palm on the right of the loin that comes down so often, for 0.1 s each.
FakeRun blows(float v, double per_s) {
    FakeRun run;
    while (run.now_s() < 8) {
        const double phase = run.now_s() * per_s - std::floor(run.now_s() * per_s);
        const bool down = phase < 0.1 * per_s;
        run.add({std::nullopt, down ? std::optional(FakeHand{0.3F, v, 10}) : std::nullopt});
    }
    return run;
}

} // namespace

TEST_CASE("blows over the kidney are a major fault; a palm that presses there, or blows above it, are none") {
    Task any;
    any.force_n = Band{1, 20};
    any.zone = Zone{0.1F, 0.6F, 0, 1.2F, Zone::Sides::right};
    const auto safety = [&](const FakeRun& run) { return marked(run, {any}, safe, 8); };
    const Score struck = safety(blows(0.75F, 4));
    REQUIRE(reason_for(struck, "kidney_blows") != nullptr);
    CHECK(*struck.groups[3] <= 60);
    CHECK(reason_for(safety(blows(0.3F, 4)), "kidney_blows") == nullptr);
    CHECK(reason_for(safety(rest_at(0.3F, 0.75F, 6, 8)), "kidney_blows") == nullptr);
}

TEST_CASE("a step may raise the cap of broad tools for itself alone") {
    FakeRun run;
    while (run.now_s() < 40) {
        const auto ramp = static_cast<float>(std::min(1.0, run.now_s() / 2));
        run.add({std::nullopt,
                 FakeHand{0.22F, 0.4F, run.now_s() < 30 ? 40 * ramp : 105, contact::ToolKind::palm}});
        run.trace.samples.back().step = run.now_s() < 30 ? 0 : 1;
    }
    Task light;
    light.force_n = Band{20, 60};
    light.zone = Zone{0.1F, 0.4F, 0, 1, Zone::Sides::right};
    Task heavy = light;
    const auto total = [&](float cap_n) {
        heavy.load_cap_n = cap_n;
        const std::vector<TimedTask> timed{{0, 30, light}, {30, 40, heavy}};
        return *evaluate(test_anatomy(), run.trace, timed, {rubric, safe}, {}).groups[3];
    };
    CHECK(total(130) == 100);
    CHECK(total(0) < 100);
}

TEST_CASE("working with the wrong product, and leaving a region out, cost marks of sequence") {
    Task right;
    right.zone = Zone{0.1F, 0.4F, 0.1F, 0.5F, Zone::Sides::right};
    right.dose_min_pa_s = 10;
    right.products = {contact::Product::dry};
    Task left = right;
    left.zone->sides = Zone::Sides::left;
    FakeRun run;
    while (run.now_s() < 20) {
        const auto along = static_cast<float>(std::fmod(run.now_s(), 4.0) / 4);
        run.add({std::nullopt, FakeHand{0.25F, 0.5F - 0.4F * along, 12}});
        run.trace.samples.back().product = contact::Product::oil;
    }
    constexpr std::array<double, group_count> order{0, 0, 0, 0, 0, 100};
    const Score score = marked(run, {right, left}, order, 10);
    REQUIRE(reason_for(score, "product") != nullptr);
    CHECK(reason_for(score, "product")->value == 0);
    REQUIRE(reason_for(score, "cover") != nullptr);
    CHECK(reason_for(score, "cover")->value == 1);
    CHECK(score.measures.at("regions_left_out") == 1);
    CHECK(reason_for(score, "timing") == nullptr); // the hand worked all the time
}
