#include "sim/scoring/pass.hpp"
#include "tests/sim/scoring/fake_run.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::scoring;
using tactus::testing::FakeHand;
using tactus::testing::FakeRun;
using tactus::testing::smooth_way;
using tactus::testing::test_anatomy;

namespace {

const Rubric plain_rubric;

Task stroke_task() {
    Task task;
    task.force_n = Band{20, 45};
    task.return_force_n = Band{0.5F, 6};
    task.speed_m_s = Band{0.10F, 0.16F};
    task.direction = Direction::cephalad;
    task.zone = Zone{.u_low = 0.12F, .u_high = 0.40F, .v_low = 0, .v_high = 1.1F};
    return task;
}

/// A loaded stroke toward the head and a light way back, then a rest of half a second.
void add_stroke(FakeRun& run, float force_n, double up_s) {
    const auto samples = [](double seconds) { return static_cast<int>(seconds * 120); };
    for (int k = 0; k < samples(up_s); ++k) {
        const float way = smooth_way(static_cast<float>(k) / static_cast<float>(samples(up_s)));
        run.add({std::nullopt, FakeHand{0.25F, 1.0F - 0.9F * way, force_n}});
    }
    for (int k = 0; k < samples(2.5); ++k) {
        const float way = smooth_way(static_cast<float>(k) / static_cast<float>(samples(2.5)));
        run.add({std::nullopt, FakeHand{0.25F, 0.1F + 0.9F * way, 3}});
    }
    for (int k = 0; k < samples(0.5); ++k) {
        run.add({std::nullopt, FakeHand{0.25F, 1.0F, 3}});
    }
}

std::string fault_of_stroke(float force_n, double up_s) {
    FakeRun run;
    add_stroke(run, force_n, up_s);
    const auto pass = next_pass(test_anatomy(), run.trace, stroke_task(), 0, plain_rubric);
    REQUIRE(pass.has_value());
    return pass->fault;
}

Task hold_task() {
    Task task;
    task.force_n = Band{18, 28};
    task.trigger_point = "LS1 right";
    task.hold_s = 10;
    return task;
}

std::string fault_of_hold(float force_n, double seconds, float beside_m = 0) {
    const anatomy::TriggerPoint& point = test_anatomy().trigger_points.front();
    FakeRun run;
    const auto samples = static_cast<int>(seconds * 120);
    for (int k = 0; k < samples; ++k) {
        const int to_end = std::min(k, samples - k);
        const float ramp = std::min(1.0F, static_cast<float>(to_end) / 240);
        run.add({std::nullopt, FakeHand{point.u - beside_m / test_anatomy().skin.half_biacromial_m, point.v,
                                        0.5F + force_n * ramp, contact::ToolKind::thumb}});
    }
    for (int k = 0; k < 60; ++k) {
        run.add({});
    }
    const auto pass = next_pass(test_anatomy(), run.trace, hold_task(), 0, plain_rubric);
    REQUIRE(pass.has_value());
    return pass->fault;
}

} // namespace

TEST_CASE("a stroke in its band, at its pace and in its direction is a clean pass; else its fault is named") {
    CHECK(fault_of_stroke(30, 4) == "");
    CHECK(fault_of_stroke(60, 4) == "too hard");
    CHECK(fault_of_stroke(14, 4) == "too light");
    CHECK(fault_of_stroke(30, 2.2) == "too fast");
    CHECK(fault_of_stroke(30, 6.2) == "too slow");
}

TEST_CASE("each stroke is a pass of its own, told once it is over, and the light way back is none") {
    FakeRun run;
    add_stroke(run, 30, 4);
    strokes::ContactTrace half = run.trace;
    half.samples.resize(3 * 120);
    CHECK_FALSE(next_pass(test_anatomy(), half, stroke_task(), 0, plain_rubric).has_value());
    add_stroke(run, 60, 4);
    const auto first = next_pass(test_anatomy(), run.trace, stroke_task(), 0, plain_rubric);
    REQUIRE(first.has_value());
    CHECK(first->clean());
    CHECK(first->end_s == doctest::Approx(4).epsilon(0.1));
    const auto second = next_pass(test_anatomy(), run.trace, stroke_task(), first->end_s, plain_rubric);
    REQUIRE(second.has_value());
    CHECK(second->fault == "too hard");
    CHECK_FALSE(next_pass(test_anatomy(), run.trace, stroke_task(), second->end_s, plain_rubric).has_value());
}

TEST_CASE("two hands that go side by side make one pass") {
    FakeRun run;
    for (int stroke = 0; stroke < 3; ++stroke) {
        for (int k = 0; k < 7 * 120; ++k) {
            const auto place = [&](int late) {
                const float up = std::clamp(static_cast<float>(k - late) / 480, 0.0F, 1.0F);
                const float back = std::clamp(static_cast<float>(k - late - 480) / 300, 0.0F, 1.0F);
                return 1.0F - 0.9F * smooth_way(up) + 0.9F * smooth_way(back);
            };
            const float force_n = k < 480 ? 30.0F : 3.0F;
            run.add({FakeHand{-0.25F, place(12), force_n}, FakeHand{0.25F, place(0), force_n}});
        }
    }
    int passes = 0;
    for (double from_s = 0;; ++passes) {
        const auto pass = next_pass(test_anatomy(), run.trace, stroke_task(), from_s, plain_rubric);
        if (!pass) {
            break;
        }
        CHECK(pass->fault == "");
        from_s = pass->end_s;
    }
    CHECK(passes == 3);
}

TEST_CASE("a narrower band asks more of the same stroke") {
    FakeRun run;
    add_stroke(run, 42, 4);
    Task narrow = stroke_task();
    CHECK(next_pass(test_anatomy(), run.trace, narrow, 0, plain_rubric)->clean());
    narrow.force_n = Band{25, 36};
    CHECK(next_pass(test_anatomy(), run.trace, narrow, 0, plain_rubric)->fault == "too hard");
}

TEST_CASE("a hold is clean when it is long enough, at the point and in its band") {
    CHECK(fault_of_hold(23, 15) == "");
    CHECK(fault_of_hold(35, 15) == "too hard");
    CHECK(fault_of_hold(23, 8).starts_with("held "));
    CHECK(fault_of_hold(23, 15, 0.025F) == "beside the place");
}

TEST_CASE("eight beats are a pass, judged by their force and rate") {
    Task task;
    task.force_n = Band{10, 30};
    task.beat_hz = Band{0.8F, 1.2F};
    task.zone = Zone{.u_low = 0.12F, .u_high = 0.40F, .v_low = 0, .v_high = 1.1F};
    const auto fault = [&](double rate_hz, float force_n) {
        FakeRun run;
        for (int k = 0; k < 16 * 120; ++k) {
            const double phase = 2 * 3.14159265 * rate_hz * k / 120;
            run.add({std::nullopt, FakeHand{0.25F + 0.1F * static_cast<float>(std::cos(phase)),
                                            0.5F + 0.05F * static_cast<float>(std::sin(phase)), force_n}});
        }
        const auto pass = next_pass(test_anatomy(), run.trace, task, 0, plain_rubric);
        REQUIRE(pass.has_value());
        return pass->fault;
    };
    CHECK(fault(1.0, 20) == "");
    CHECK(fault(1.0, 40) == "too hard");
    CHECK(fault(1.5, 20) == "too fast");
}

TEST_CASE("words, searches and stretches come in no passes") {
    CHECK_FALSE(comes_in_passes(Task{}));
    Task stretch = hold_task();
    stretch.bone = contact::Hold::occiput;
    CHECK_FALSE(comes_in_passes(stretch));
    CHECK(comes_in_passes(stroke_task()));
    CHECK(comes_in_passes(hold_task()));
}
