#include "sim/client/phrases.hpp"
#include "sim/physiology/physiology.hpp"
#include "sim/physiology/physiology_data.hpp"
#include "sim/physiology/relaxation.hpp"
#include "tests/sim/physiology/press.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace tactus;
using contact::ToolKind;
using tests::Bench;
using tests::Press;

namespace {

/// A thumb on the knot of tests::with_knot().
Press on_knot(const Bench& bench, float force_n) {
    const anatomy::TriggerPoint& point = bench.body().trigger_points[0];
    return {.tool = ToolKind::thumb, .u = point.u, .v = point.v, .force_n = force_n};
}

} // namespace

TEST_CASE("calm lowers the heart rate as the reference values of facts 6.2 say") {
    // r_t = 0.25 + 0.35 C + 0.2 F + 0.2 W = 0.9 at a flow of 0.5.
    physiology::Relaxation calm;
    const physiology::Feeling good{.touched = true, .discomfort = 5, .flow = 0.5F};
    double minutes = 0;
    const std::array reference =
        std::to_array<std::pair<double, double>>({{5, -4.5}, {10, -6.9}, {20, -8.9}, {60, -9.7}});
    for (const auto& [until, drop] : reference) {
        for (; minutes < until; minutes += 1.0 / 240 / 60) {
            calm.step(good);
        }
        CHECK(calm.heart_rate_bpm() - 70 == doctest::Approx(drop).epsilon(0.012));
    }
    CHECK(calm.breaths_per_min() == doctest::Approx(15 - 4 * 0.9).epsilon(0.01));
}

TEST_CASE("the breath runs 15 times a minute, in over 40 % of it, and is held while the client guards") {
    physiology::Relaxation body;
    int rising = 0;
    int breaths = 0;
    float before = body.breath();
    bool was_rising = true;
    for (int k = 0; k < 60 * 240; ++k) {
        body.step({});
        const bool rises = body.breath() > before;
        rising += rises ? 1 : 0;
        breaths += rises && !was_rising ? 1 : 0;
        was_rising = rises;
        before = body.breath();
        CHECK(before >= 0);
        CHECK(before <= 1);
    }
    CHECK(breaths >= 14);
    CHECK(breaths <= 15);
    CHECK(rising / (60.0 * 240) == doctest::Approx(0.4).epsilon(0.02));
    body.step({.touched = true, .discomfort = 9});
    const float held = body.breath();
    body.step({.touched = true, .discomfort = 9});
    CHECK(body.breath_held());
    CHECK(body.breath() == held);
    CHECK(body.guard_events() == 1);
}

TEST_CASE("a guard event costs calm, and one long hurt is one event") {
    physiology::Relaxation calm;
    physiology::Relaxation hurt;
    for (int k = 0; k < 300 * 240; ++k) {
        const physiology::Feeling good{.touched = true, .discomfort = 5, .flow = 1};
        calm.step(good);
        hurt.step(k >= 240 * 100 && k < 240 * 103 ? physiology::Feeling{.touched = true, .discomfort = 8.5F}
                                                  : good);
    }
    CHECK(hurt.guard_events() == 1);
    CHECK(calm.guard_events() == 0);
    CHECK(hurt.relaxation() < calm.relaxation() - 0.02F);
}

TEST_CASE("a good hold eases the knot: half in fifteen seconds, and its tissue softens") {
    Bench bench(tests::with_knot());
    CHECK(bench.physiology.nodule_stiffness()[0] == doctest::Approx(3));
    bench.press(on_knot(bench, 18), 60);
    const physiology::TriggerPointState& knot = bench.physiology.state().trigger_points[0];
    CHECK(knot.found);
    CHECK(knot.released);
    CHECK(knot.tension == doctest::Approx(std::exp(-knot.hold_s / 22)).epsilon(0.02));
    CHECK(knot.hold_s > 55);
    CHECK(bench.physiology.nodule_stiffness()[0] == doctest::Approx(1 + 2 * knot.tension).epsilon(0.001));
    CHECK(bench.physiology.state().tension_now < bench.physiology.state().tension_start - 0.3F);
    CHECK(bench.said("that_is_the_spot"));
    CHECK(bench.said("easing"));
    CHECK(bench.said("released"));
    CHECK_FALSE(bench.said("too_much"));
    bench.rest(2);
    CHECK(bench.physiology.state().trigger_points[0].hold_s == 0);
    CHECK(bench.physiology.state().trigger_points[0].longest_hold_s > 55);
    // The pain of the same press falls by more than half within the hold (facts 4.2).
    Bench pain(tests::with_knot());
    pain.press(on_knot(pain, 18), 1.5F);
    const float first = pain.physiology.state().discomfort;
    pain.press(on_knot(pain, 18), 60);
    CHECK(pain.physiology.state().discomfort < 0.55F * first);
}

TEST_CASE("nothing eases beside the knot, under a light touch, under too much, or under a moving thumb") {
    const auto tension_after = [](auto change) {
        Bench bench(tests::with_knot());
        Press how = on_knot(bench, 18);
        change(how, bench);
        bench.press(how, 40);
        return bench.physiology.state().trigger_points[0].tension;
    };
    CHECK(tension_after([](Press&, Bench&) {}) < 0.25F);
    CHECK(tension_after([](Press& how, Bench& b) { how.u -= 0.02F / b.body().skin.half_biacromial_m; }) == 1);
    CHECK(tension_after([](Press& how, Bench&) { how.force_n = 4; }) == 1);
    CHECK(tension_after([](Press& how, Bench&) { how.force_n = 60; }) == 1);
    CHECK(tension_after([](Press& how, Bench&) { how.speed_m_s = 0.05F; }) == 1);
    CHECK(tension_after([](Press& how, Bench&) { how.tool = ToolKind::palm; }) == 1);
}

TEST_CASE("too much is said with its cause, again only after a pause, and counts as guarding") {
    Bench bench(tests::healthy());
    bench.press({.tool = ToolKind::thumb, .u = 0.3F, .v = 0.03F, .force_n = 85}, 5);
    REQUIRE(bench.said("too_much"));
    const auto first = *std::ranges::find(bench.utterances, "too_much", &physiology::Utterance::phrase);
    CHECK(first.state == "discomfort");
    CHECK(first.threshold == 8);
    CHECK(first.value >= 8);
    CHECK(std::ranges::count(bench.utterances, "too_much", &physiology::Utterance::phrase) == 1);
    CHECK(bench.physiology.state().guard_events == 1);
    CHECK(bench.physiology.state().guarding_s > 4);
    CHECK(bench.physiology.state().guarding > 0.05F);
    CHECK(bench.physiology.state().breath_held);
    CHECK(bench.physiology.state().complaint > 2.5F);
    bench.press({.tool = ToolKind::thumb, .u = 0.3F, .v = 0.03F, .force_n = 85}, 5);
    CHECK(std::ranges::count(bench.utterances, "too_much", &physiology::Utterance::phrase) == 2);
}

TEST_CASE("pain that goes on after it was told brings the stop word, once; pain that ends does not") {
    const Press harm{.tool = ToolKind::thumb, .u = 0.3F, .v = 0.03F, .force_n = 85};
    const auto stops = [](const Bench& bench) {
        return std::ranges::count(bench.utterances, "stop_word", &physiology::Utterance::phrase);
    };
    Bench brief(tests::healthy());
    brief.press(harm, 2.5F);
    brief.rest(3);
    CHECK(brief.said("too_much"));
    CHECK(stops(brief) == 0);
    Bench on(tests::healthy());
    on.press(harm, 5);
    REQUIRE(stops(on) == 1);
    const auto word = *std::ranges::find(on.utterances, "stop_word", &physiology::Utterance::phrase);
    CHECK(word.state == "discomfort");
    CHECK(word.value >= word.threshold);
}

TEST_CASE("the client speaks of bone, pace, jabs and light hands, each for its cause") {
    Bench bone(tests::healthy());
    bone.press({.tool = ToolKind::thumb, .u = 0, .v = 0.5F, .force_n = 20}, 1);
    CHECK(bone.said("on_the_bone"));
    Bench resting(tests::healthy());
    resting.press({.tool = ToolKind::palm, .u = 0, .v = 0.5F, .force_n = 10}, 5);
    CHECK_FALSE(resting.said("on_the_bone"));
    Bench fast(tests::healthy());
    fast.press({.force_n = 20, .speed_m_s = 0.8F}, 1);
    CHECK(fast.said("slower"));
    Bench light(tests::healthy());
    light.press({.force_n = 3}, 19);
    CHECK_FALSE(light.said("more_please"));
    light.press({.force_n = 3}, 5);
    CHECK(light.said("more_please"));
    Bench jab(tests::healthy());
    jab.press({.tool = ToolKind::thumb, .u = 0.3F, .v = 0.1F, .force_n = 10}, 1);
    jab.press({.tool = ToolKind::thumb, .u = 0.3F, .v = 0.1F, .force_n = 60}, 1);
    CHECK(jab.said("not_so_sudden"));
}

TEST_CASE("even, moderate work makes the client say nothing but thanks") {
    Bench bench(tests::healthy());
    for (int k = 0; k < 60; ++k) {
        bench.press({.u = 0.2F, .v = 0.3F + 0.01F * static_cast<float>(k), .force_n = 35, .speed_m_s = 0.1F},
                    2, 1);
    }
    for (const auto& one : bench.utterances) {
        CHECK(one.phrase == "relaxed");
    }
}

TEST_CASE("the spot is named when the thumb comes to it, not long after") {
    Bench bench(tests::with_knot());
    Press aside = on_knot(bench, 15);
    aside.u -= 0.04F / bench.body().skin.half_biacromial_m;
    bench.press(on_knot(bench, 15), 2);
    bench.press(aside, 2);
    bench.press(on_knot(bench, 15), 40);
    CHECK(std::ranges::count(bench.utterances, "that_is_the_spot", &physiology::Utterance::phrase) == 1);
    bench.press(aside, 2);
    bench.press(on_knot(bench, 15), 3);
    CHECK(std::ranges::count(bench.utterances, "that_is_the_spot", &physiology::Utterance::phrase) == 2);
    CHECK(std::ranges::count(bench.utterances, "released", &physiology::Utterance::phrase) == 1);
}

TEST_CASE("asked, the client answers with a number near what is felt") {
    Bench bench(tests::healthy());
    bench.physiology.check_in();
    bench.rest(0.1F);
    REQUIRE(bench.said("answer_resting"));
    CHECK(bench.utterances.back().value == doctest::Approx(2).epsilon(0.01));
    for (int k = 0; k < 20; ++k) {
        bench.press({.force_n = 60}, 1);
        bench.physiology.check_in();
        bench.press({.force_n = 60}, 0.1F);
        CHECK(bench.utterances.back().phrase.starts_with("answer_"));
        CHECK(std::fabs(bench.utterances.back().value - bench.physiology.state().discomfort) < 0.35F);
    }
}

TEST_CASE("a numb place says nothing of the hand, however fast or hard it is") {
    client::Client numb = tests::healthy();
    numb.condition.areas.push_back(
        {.id = "below", .name = "below", .u = 0.2F, .v = 0.9F, .half_u = 0.5F, .half_v = 0.5F, .feeling = 0});
    const Press fast{.tool = contact::ToolKind::thumb, .force_n = 60, .speed_m_s = 1.2F};
    Bench feels(tests::healthy());
    feels.press(fast, 5);
    CHECK(!feels.utterances.empty());
    Bench bench(numb);
    bench.press(fast, 5);
    CHECK(bench.utterances.empty());
}

TEST_CASE("everything that is said has a sentence") {
    const auto ids = client::phrase_ids();
    Bench bench(tests::with_knot());
    bench.press(on_knot(bench, 18), 40);
    bench.physiology.check_in();
    bench.press(on_knot(bench, 80), 5);
    CHECK(bench.utterances.size() >= 4);
    for (const auto& one : bench.utterances) {
        CAPTURE(one.phrase);
        CHECK(std::ranges::find(ids, one.phrase) != ids.end());
    }
}

TEST_CASE("muscle softens by 5 % in seven minutes of work and is back after three minutes of rest") {
    Bench bench(tests::healthy());
    bench.press({.force_n = 30}, 420);
    CHECK(bench.physiology.state().softening == doctest::Approx(0.054).epsilon(0.02));
    bench.rest(180);
    CHECK(bench.physiology.state().softening < 0.003F);
}

TEST_CASE("the same presses give the same client, to the last bit; other presses another") {
    Bench one(tests::with_knot());
    Bench two(tests::with_knot());
    Bench other(tests::with_knot());
    for (Bench* bench : {&one, &two, &other}) {
        bench->press(on_knot(*bench, 15), 3);
        bench->press({.force_n = bench == &other ? 30.1F : 30.0F, .speed_m_s = 0.1F}, 3);
    }
    CHECK(one.physiology.state_digest() == two.physiology.state_digest());
    CHECK(one.physiology.state_digest() != other.physiology.state_digest());
    CHECK(one.physiology.state().discomfort == two.physiology.state().discomfort);
}

TEST_CASE("an untouched client breathes and nothing else") {
    Bench bench(tests::with_knot());
    bench.rest(60);
    const physiology::ClientState& state = bench.physiology.state();
    CHECK(state.discomfort == 0);
    CHECK(state.guard_events == 0);
    CHECK(state.redness_mean == 0);
    CHECK(state.tension_now == doctest::Approx(state.tension_start).epsilon(0.01));
    CHECK_FALSE(state.trigger_points[0].found);
    CHECK(bench.utterances.empty());
    for (const float tone : bench.physiology.muscle_tone()) {
        CHECK(tone == doctest::Approx(0.10).epsilon(0.05));
    }
}
