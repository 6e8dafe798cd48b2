#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/statistics.hpp"
#include "sim/strokes/stroke.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::strokes;

namespace {

/// A trace of one right hand, built from legs of constant velocity and force.
class Trace {
public:
    Trace& leg(double duration_s, Vec2 velocity_m_s, float force_n,
               contact::ToolKind tool = contact::ToolKind::palm) {
        for (int i = 0; i < static_cast<int>(std::lround(duration_s * 120)); ++i) {
            TraceSample sample{.t_s = static_cast<double>(samples.size()) * trace_interval_s, .hands = {}};
            HandSample& hand = sample.hands[1];
            hand.present = true;
            hand.touching = force_n > 0;
            hand.tool = tool;
            hand.force_n = force_n;
            hand.velocity_m_s = velocity_m_s;
            samples.push_back(sample);
        }
        return *this;
    }

    std::vector<TraceSample> samples;
};

constexpr auto right = contact::Side::right;

} // namespace

TEST_CASE("an up stroke and its return are two strokes, each with its own force") {
    Trace trace;
    trace.leg(4, {0, -0.12F}, 30).leg(3, {0, 0.16F}, 4).leg(4, {0, -0.12F}, 30);
    const std::vector<Stroke> found = segment(trace.samples, right);
    REQUIRE(found.size() == 3);
    CHECK(found[0].travel_m.y == doctest::Approx(-0.48).epsilon(0.01));
    CHECK(found[0].mean_force_n == doctest::Approx(30));
    CHECK(found[1].travel_m.y == doctest::Approx(0.48).epsilon(0.01));
    CHECK(found[1].mean_force_n == doctest::Approx(4));
    CHECK(found[2].begin_s == doctest::Approx(7));
    CHECK(found[2].mean_speed_m_s() == doctest::Approx(0.12).epsilon(0.01));
    CHECK(segment(trace.samples, contact::Side::left).empty());
}

TEST_CASE("a pause over 0.3 s cuts a stroke, a shorter one does not") {
    CHECK(segment(Trace().leg(1, {0, -0.1F}, 20).leg(0.25, {0, 0}, 20).leg(1, {0, -0.1F}, 20).samples, right)
              .size() == 1);
    CHECK(segment(Trace().leg(1, {0, -0.1F}, 20).leg(0.4, {0, 0}, 20).leg(1, {0, -0.1F}, 20).samples, right)
              .size() == 2);
}

TEST_CASE("lifting the hand for more than 0.3 s cuts a stroke") {
    CHECK(
        segment(Trace().leg(1, {0, -0.1F}, 20).leg(0.4, {0, -0.1F}, 0).leg(1, {0, -0.1F}, 20).samples, right)
            .size() == 2);
}

TEST_CASE("a change of tool cuts a stroke") {
    const auto found = segment(
        Trace().leg(1, {0, -0.1F}, 20).leg(1, {0, -0.1F}, 20, contact::ToolKind::thumb).samples, right);
    REQUIRE(found.size() == 2);
    CHECK(found[1].tool == contact::ToolKind::thumb);
}

TEST_CASE("a hand that hovers or holds still makes no stroke") {
    CHECK(segment(Trace().leg(5, {0, -0.1F}, 0).samples, right).empty());
    CHECK(segment(Trace().leg(5, {0, 0}, 30).samples, right).empty());
}

TEST_CASE("a stroke that rounds the shoulder stays one stroke, and is less straight than its way") {
    const auto found = segment(Trace().leg(2, {0, -0.1F}, 20).leg(0.5, {0.1F, 0}, 20).samples, right);
    REQUIRE(found.size() == 1);
    CHECK(found[0].straightness() == doctest::Approx(0.825).epsilon(0.01));
}

TEST_CASE("the plateau leaves the rise and the fade of a stroke out") {
    const auto found = segment(
        Trace().leg(0.5, {0, -0.1F}, 5).leg(2, {0, -0.1F}, 30).leg(0.5, {0, -0.1F}, 5).samples, right);
    REQUIRE(found.size() == 1);
    CHECK(found[0].plateau_force_n == doctest::Approx(30));
    CHECK(found[0].mean_force_n < 23);
}

TEST_CASE("contact is broken where neither hand touches for more than 0.3 s") {
    Trace trace;
    trace.leg(1, {0, -0.1F}, 20).leg(0.25, {0, 0}, 0).leg(1, {0, -0.1F}, 20).leg(0.5, {0, 0}, 0);
    const std::vector<Interval> found = breaks(trace.samples, 0.3);
    REQUIRE(found.size() == 1);
    CHECK(found[0].begin_s == doctest::Approx(2.25));
    CHECK(found[0].duration_s() == doctest::Approx(0.5));
    for (TraceSample& sample : trace.samples) {
        sample.hands[0] = {.present = true, .touching = true, .force_n = 5}; // the other hand stays on
    }
    CHECK(breaks(trace.samples, 0.3).empty());
}

TEST_CASE("contacts bridge a flicker and keep a real lift apart") {
    Trace trace;
    trace.leg(1, {0, 0}, 20).leg(0.1, {0, 0}, 0).leg(1, {0, 0}, 20).leg(1, {0, 0}, 0).leg(1, {0, 0}, 20);
    const auto found = contacts(trace.samples, right, 0.3);
    REQUIRE(found.size() == 2);
    CHECK(found[0].end == 252);
    CHECK(part(trace.samples, 1, 2).size() == 120);
    CHECK(part(trace.samples, 100, 200).empty());
}

TEST_CASE("statistics of repeated strokes are those of the textbook") {
    const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
    CHECK(mean(values) == 5);
    CHECK(deviation(values) == doctest::Approx(2.13809).epsilon(1e-5));
    CHECK(variation(values) == doctest::Approx(0.427618).epsilon(1e-5));
    CHECK(median(values) == 4.5);
    CHECK(symmetry_index(3, 1) == 1);
    CHECK(symmetry_index(0, 0) == 0);
    CHECK(variation({}) == 0);
}
