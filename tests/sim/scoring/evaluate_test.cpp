#include "sim/math/random.hpp"
#include "sim/scoring/evaluate.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <string>

using namespace tactus;
using namespace tactus::scoring;
using tactus::testing::FakeHand;
using tactus::testing::FakeRun;
using tactus::testing::smooth_way;
using tactus::testing::test_anatomy;

namespace {

constexpr std::array<double, group_count> effleurage_weights{25, 40, 15, 5, 0, 15};

Task effleurage_step(Band force) {
    Task task;
    task.force_n = force;
    task.return_force_n = Band{0.5F, 6};
    task.speed_m_s = Band{.10F, .16F};
    task.strokes_per_min = Band{8, 12};
    task.direction = Direction::cephalad;
    task.zone = Zone{.12F, .35F, 0, 1.2F, Zone::Sides::both};
    task.dose_min_pa_s = 3000;
    task.tools = {contact::ToolKind::palm};
    return task;
}

std::vector<TimedTask> effleurage() {
    return {{0, 21, effleurage_step({8, 20})},
            {21, 42, effleurage_step({20, 45})},
            {42, 60, effleurage_step({8, 20})}};
}

Rubric default_rubric() {
    return read_rubric(std::string(TACTUS_SOURCE_DIR) + "/assets/rubrics/default.toml");
}

Score score_of(const FakeRun& run, const std::vector<TimedTask>& tasks = effleurage(),
               const std::array<double, group_count>& weights = effleurage_weights) {
    return evaluate(test_anatomy(), run.trace, tasks, {default_rubric(), weights}, {});
}

/// How the two palms of an effleurage move, as a function of time; the defaults are a good student's.
struct Stroking {
    double cycle_s = 7;
    double up_share = 4.6 / 7;
    float lane_u = 0.235F;
    std::function<float(double)> force_n = [](double t) { return t < 21 || t >= 42 ? 14.0F : 30.0F; };
    float return_n = 3;

    [[nodiscard]] FakeHand at(double t, float sign) const {
        const double phase = std::fmod(t, cycle_s) / cycle_s;
        const bool up = phase < up_share;
        const auto along = static_cast<float>(up ? phase / up_share : (phase - up_share) / (1 - up_share));
        const float way = smooth_way(along);
        const float loaded = force_n(t);
        const float blend = up ? std::min(1.0F, 8 * std::min(along, 1 - along)) : 0;
        const float bulge = up ? 0 : 0.25F * std::sin(3.14159F * along);
        return {sign * (lane_u + bulge), up ? 1.15F - 1.1F * way : 0.05F + 1.1F * way,
                return_n + (loaded - return_n) * blend, contact::ToolKind::palm};
    }
};

FakeRun stroke_run(const Stroking& stroking) {
    FakeRun run;
    while (run.now_s() < 60) {
        run.add({stroking.at(run.now_s(), -1), stroking.at(run.now_s(), 1)});
    }
    return run;
}

const Reason* reason(const Score& score, const std::string& measure) {
    const auto found = std::ranges::find(score.reasons, measure, &Reason::measure);
    return found == score.reasons.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a calm effleurage in the bands scores like an expert's") {
    const Score score = score_of(stroke_run({}));
    CAPTURE(score.total);
    CHECK(score.total >= 85);
    CHECK(score.passed);
    CHECK(score.critical.empty());
    for (const Group group :
         {Group::pressure, Group::flow, Group::targeting, Group::safety, Group::sequence}) {
        CAPTURE(group_name(group));
        REQUIRE(score.groups[static_cast<std::size_t>(group)]);
        CHECK(*score.groups[static_cast<std::size_t>(group)] >= 75);
    }
    CHECK(!score.groups[static_cast<std::size_t>(Group::communication)]); // weight 0: not measured
}

TEST_CASE("marks lost over all reasons are what the total lacks, and each says what to do") {
    Stroking hard;
    hard.force_n = [](double) { return 55.0F; };
    const Score score = score_of(stroke_run(hard));
    double lost = 0;
    for (const Reason& r : score.reasons) {
        lost += r.marks_lost;
        CHECK(!r.what.empty());
        CHECK(!r.advice.empty());
    }
    CHECK(lost == doctest::Approx(100 - score.total).epsilon(0.02));
    REQUIRE(reason(score, "time_in_band") != nullptr);
    CHECK(reason(score, "time_in_band")->what.find("too hard") != std::string::npos);
    CHECK(reason(score, "time_in_band")->moment_s >= 0);
    CHECK(score.next_time == score.reasons.front().advice);
}

TEST_CASE("gaming by no contact: hovering earns no pressure, no flow and no targeting") {
    Stroking hover;
    hover.force_n = [](double) { return 0.0F; };
    hover.return_n = 0;
    const Score score = score_of(stroke_run(hover));
    CHECK(score.total < 25);
    CHECK(*score.groups[0] == 0);
    CHECK(*score.groups[1] == 0);
    CHECK(*score.groups[2] == 0);
}

TEST_CASE("doing nothing at all does not pass") {
    FakeRun run;
    while (run.now_s() < 60) {
        run.add({std::nullopt, std::nullopt});
    }
    const Score score = score_of(run);
    CHECK(score.total < 25);
    CHECK(*score.groups[0] == 0);
    CHECK(*score.groups[1] == 0);
    CHECK(*score.groups[2] == 0);
    CHECK(score_of(FakeRun()).total < 25); // not even a sample
}

TEST_CASE("gaming by resting still: holding in the band is no effleurage") {
    FakeRun run;
    while (run.now_s() < 60) {
        const double t = run.now_s();
        const float force = t < 21 || t >= 42 ? 14.0F : 30.0F;
        run.add({FakeHand{-0.235F, 0.6F, force}, FakeHand{0.235F, 0.6F, force}});
    }
    const Score score = score_of(run);
    CAPTURE(score.total);
    CHECK(score.total < 30);
    CHECK(*score.groups[1] == 0);
}

TEST_CASE("gaming by scribbling: within the band it does not reach a good score") {
    FakeRun run;
    FakeHand left{-0.235F, 0.6F, 14};
    FakeHand right{0.235F, 0.6F, 14};
    std::array<Vec2, 2> heading{};
    while (run.now_s() < 60) {
        const auto i = run.trace.samples.size();
        for (std::uint64_t side = 0; side < 2; ++side) {
            FakeHand& hand = side == 0 ? left : right;
            if (i % 20 == 0) {
                heading[side] = {math::random_normal(1, side, i), math::random_normal(2, side, i)};
            }
            hand.u += heading[side].x * 0.02F;
            hand.v += heading[side].y * 0.01F;
            const float sign = side == 0 ? -1.0F : 1.0F;
            hand.u = sign * std::clamp(sign * hand.u, 0.12F, 0.35F);
            hand.v = std::clamp(hand.v, 0.0F, 1.2F);
            hand.force_n = run.now_s() < 21 || run.now_s() >= 42 ? 14.0F : 30.0F;
        }
        run.add({left, right});
    }
    const Score score = score_of(run);
    CAPTURE(score.total);
    CHECK(score.total < 60);
    CHECK(*score.groups[1] < 30);
}

TEST_CASE("long strokes at five times the pace do not reach a good score") {
    Stroking hurried;
    hurried.cycle_s = 1.4;
    const Score score = score_of(stroke_run(hurried));
    CAPTURE(score.total);
    CHECK(score.total < 60);
    CHECK(!score.passed);
    REQUIRE(reason(score, "stroke_time") != nullptr);
    CHECK(reason(score, "stroke_time")->what.find("fast") != std::string::npos);
}

TEST_CASE("one good stroke is not a good drill") {
    FakeRun run;
    const Stroking stroking;
    while (run.now_s() < 60) {
        const bool on = run.now_s() < 7;
        run.add({on ? std::optional(stroking.at(run.now_s(), -1)) : std::nullopt,
                 on ? std::optional(stroking.at(run.now_s(), 1)) : std::nullopt});
    }
    const Score score = score_of(run);
    CAPTURE(score.total);
    CHECK(score.total < 40);
}

TEST_CASE("a good start that stops loses marks for what was not done, never for what was right") {
    FakeRun run = stroke_run({});
    for (strokes::TraceSample& sample : run.trace.samples) {
        if (sample.t_s > 20) {
            sample.hands = {};
        }
    }
    const Score score = score_of(run);
    CHECK(score.total < 60);
    double lost = 0;
    for (const Reason& r : score.reasons) {
        CAPTURE(r.what);
        CHECK(r.measure != "direction"); // all of the way that was stroked was right
        CHECK((r.measure != "stray" || r.value > r.target));
        lost += r.marks_lost;
    }
    CHECK(lost == doctest::Approx(100 - score.total).epsilon(0.02));
    CHECK(reason(score, "stroke_time") != nullptr);
}

TEST_CASE("pressing on the spine with a thumb fails the drill and names the moment") {
    Stroking stroking;
    FakeRun run;
    while (run.now_s() < 60) {
        FakeHand right = stroking.at(run.now_s(), 1);
        if (run.now_s() > 30 && run.now_s() < 34) {
            right = {0.01F, right.v, 65, contact::ToolKind::thumb};
        }
        run.add({stroking.at(run.now_s(), -1), right});
    }
    const Score score = score_of(run);
    CHECK(!score.passed);
    CHECK(score.total <= 49);
    REQUIRE(!score.critical.empty());
    CHECK(score.critical[0].id == "spine_load");
    CHECK(score.critical[0].value > 30);
    CHECK(score.critical[0].moment_s == doctest::Approx(30).epsilon(0.02));
    CHECK(score.grade == "fail");
}

TEST_CASE("pain of nine and a thrust are critical") {
    FakeRun run;
    const Stroking stroking;
    while (run.now_s() < 60) {
        const double t = run.now_s();
        FakeHand right = stroking.at(t, 1);
        right.force_n = t > 40 && t < 40.4 ? 100 : right.force_n;
        run.add({stroking.at(t, -1), right}, t > 20 && t < 20.5 ? 9.2F : 3.0F);
    }
    const Score score = score_of(run);
    REQUIRE(score.critical.size() == 2);
    CHECK(score.critical[0].id == "pain");
    CHECK(score.critical[1].id == "thrust");
}

TEST_CASE("penalties of safety grow with the excess and its duration") {
    const auto safety_with = [](float force_n, double seconds) {
        FakeRun run;
        while (run.now_s() < 60) { // a thumb over the kidney beside the erector: 15 N at most
            const bool on = run.now_s() > 30 && run.now_s() < 30 + seconds;
            run.add(
                {std::nullopt, on ? std::optional(FakeHand{0.38F, 0.70F, force_n, contact::ToolKind::thumb})
                                  : std::nullopt});
        }
        Rubric rubric = default_rubric();
        std::erase_if(rubric.caps, [](const LoadCap& cap) { return cap.region != "KID"; });
        rubric.warm_up_s = 0;
        return *evaluate(test_anatomy(), run.trace, effleurage(), {rubric, effleurage_weights}, {}).groups[3];
    };
    CHECK(safety_with(14, 3) == 100);
    CHECK(safety_with(17, 3) == 95);
    CHECK(safety_with(25, 0.5) == 95);
    CHECK(safety_with(20, 3) == 85);
    CHECK(safety_with(25, 3) == 60);
}

TEST_CASE("ignoring a client who tightens costs safety, easing at once does not") {
    const auto safety_with = [](double eases_after_s) {
        FakeRun run;
        while (run.now_s() < 20) {
            const double t = run.now_s();
            const bool eased = t > 5 + eases_after_s;
            run.add({std::nullopt, FakeHand{0.235F, 0.4F, eased ? 10.0F : 20.0F}},
                    t > 5 && !eased ? 8.2F : 5.0F);
        }
        Rubric rubric = default_rubric();
        rubric.moderate = 0; // the pain itself is not the question here
        return *evaluate(test_anatomy(), run.trace, effleurage(), {rubric, effleurage_weights}, {}).groups[3];
    };
    CHECK(safety_with(1) == 100);
    CHECK(safety_with(8) == 60);
}

TEST_CASE("weights renormalise over the groups that a drill measures") {
    const FakeRun run = stroke_run({});
    const Score all = score_of(run);
    const Score alone = score_of(run, effleurage(), {50, 0, 0, 0, 0, 0});
    CHECK(alone.total == doctest::Approx(*all.groups[0]));
    CHECK(!alone.groups[1]);
}

/// Marks for contact, of a good student who leaves the skin so many times for half a second.
double contact_marks(int breaks, const std::vector<TimedTask>& tasks) {
    FakeRun run;
    const Stroking stroking;
    while (run.now_s() < 60) {
        const double t = run.now_s();
        bool off = false;
        for (int k = 0; k < breaks; ++k) {
            off = off || (t > 6 + 7 * k && t < 6.5 + 7 * k);
        }
        run.add({off ? std::nullopt : std::optional(stroking.at(t, -1)),
                 off ? std::nullopt : std::optional(stroking.at(t, 1))});
    }
    const Score score = score_of(run, tasks);
    const Reason* lost = reason(score, "contact");
    return lost == nullptr ? 100.0 : 100 - lost->marks_lost / (0.25 * 0.40);
}

TEST_CASE("contact breaks cost as the rubric's table says") {
    CHECK(contact_marks(1, effleurage()) == doctest::Approx(100));
    CHECK(contact_marks(2, effleurage()) == doctest::Approx(67).epsilon(0.01));
    CHECK(contact_marks(3, effleurage()) == doctest::Approx(33).epsilon(0.02));
    CHECK(contact_marks(4, effleurage()) == doctest::Approx(22).epsilon(0.03));
}

TEST_CASE(
    "contact breaks are counted region by region: the table is one of a region, not of a long routine") {
    std::vector<TimedTask> regions = effleurage();
    regions[1].task.zone->v_high = 1.15F; // breaks at 6, 13 and 20 s, then 27, 34 and 41 s, then 48 s
    CHECK(contact_marks(3, regions) == doctest::Approx(33 * 21. / 60 + 100 * 39. / 60).epsilon(0.02));
    CHECK(contact_marks(7, regions) == doctest::Approx(33 * 42. / 60 + 100 * 18. / 60).epsilon(0.02));
}

TEST_CASE("working one side alone costs symmetry and coverage") {
    FakeRun run;
    const Stroking stroking;
    while (run.now_s() < 60) {
        run.add({std::nullopt, stroking.at(run.now_s(), 1)});
    }
    const Score score = score_of(run);
    REQUIRE(reason(score, "symmetry") != nullptr);
    REQUIRE(reason(score, "coverage") != nullptr);
    CHECK(reason(score, "coverage")->what.find("left") != std::string::npos);
    CHECK(score.measures.at("coverage_percent") < 60);
}

TEST_CASE("live marks agree with the final ones on pressure and need no finished run") {
    const FakeRun run = stroke_run({});
    const auto tasks = effleurage();
    const LiveMarks live =
        evaluate_live(test_anatomy(), run.trace, tasks, {default_rubric(), effleurage_weights}, {});
    REQUIRE(live.groups[0]);
    CHECK(*live.groups[0] == doctest::Approx(*score_of(run).groups[0]).epsilon(0.1));
    CHECK(live.band_share > 0.8);
    strokes::ContactTrace early;
    early.samples.assign(run.trace.samples.begin(), run.trace.samples.begin() + 1200);
    early.dose_pa_s = run.trace.dose_pa_s;
    CHECK(evaluate_live(test_anatomy(), early, tasks, {default_rubric(), effleurage_weights}, {}).total > 50);
    CHECK(evaluate_live(test_anatomy(), {}, tasks, {default_rubric(), effleurage_weights}, {}).total == 0);
}

TEST_CASE("live marks of a long session are those of its last three minutes") {
    const Stroking stroking;
    FakeRun run;
    while (run.now_s() < 400) { // hovers for half of it, then strokes
        const bool works = run.now_s() > 210;
        run.add({works ? std::optional(stroking.at(run.now_s(), -1)) : std::nullopt,
                 works ? std::optional(stroking.at(run.now_s(), 1)) : std::nullopt});
    }
    Task task = effleurage().front().task;
    const std::vector<TimedTask> tasks{{0, 200, task}, {200, 400, task}};
    const Marking marking{default_rubric(), effleurage_weights};
    const LiveMarks live = evaluate_live(test_anatomy(), run.trace, tasks, marking, {});
    const Score whole = evaluate(test_anatomy(), run.trace, tasks, marking, {});
    REQUIRE(live.groups[1]);
    CHECK(*live.groups[1] > *whole.groups[1] + 20);
}

TEST_CASE("gaming by constant maximal force: it fails and is told so") {
    const Score hard = score_of(stroke_run({.force_n = [](double) { return 95.0F; }, .return_n = 95}));
    CHECK_FALSE(hard.passed);
    CHECK(hard.total < 60);
    CHECK(reason(hard, "load_cap") != nullptr);
}

TEST_CASE("gaming by replaying a shortened expert: a third of the time does not pass") {
    const Stroking expert;
    FakeRun cut;
    while (cut.now_s() < 60) {
        const bool works = cut.now_s() < 20;
        cut.add({works ? std::optional(expert.at(cut.now_s(), -1)) : std::nullopt,
                 works ? std::optional(expert.at(cut.now_s(), 1)) : std::nullopt});
    }
    const Score shortened = score_of(cut);
    CHECK_FALSE(shortened.passed);
    CHECK(shortened.total < 60);
}
