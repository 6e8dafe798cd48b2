#include "sim/authoring/user_error.hpp"
#include "sim/replay/stroke_comparison.hpp"
#include "sim/replay/traced_run.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::replay;

namespace {

/// Half a metre toward the head beside the spine, five seconds long, of that force.
strokes::StrokeTrace stroke(double begin_s, float force_n, contact::Side hand = contact::Side::right,
                            int step = 0, float direction = -1) {
    strokes::StrokeTrace made{
        .hand = hand, .step = step, .travel_m = Vec2(0, 0.5F * direction), .points = {}};
    for (std::size_t index = 0; index < strokes::stroke_points; ++index) {
        const float share = static_cast<float>(index) / (strokes::stroke_points - 1);
        made.points.push_back({.t_s = static_cast<float>(begin_s) + 5 * share,
                               .way_m = 0.5F * share,
                               .force_n = force_n * (1 + 0.2F * share),
                               .speed_m_s = 0.1F,
                               .place_m = Vec2(hand == contact::Side::right ? 0.05F : -0.05F,
                                               0.5F + 0.5F * direction * share)});
    }
    return made;
}

drills::Drill drill() {
    drills::Drill made;
    made.steps.resize(2);
    made.steps.front().task.force_n = scoring::Band{20, 40};
    return made;
}

} // namespace

TEST_CASE("a run laid on itself matches wholly, stroke by stroke") {
    const RunTrace run{.strokes = {stroke(0, 20), stroke(6, 30, contact::Side::left),
                                   stroke(12, 30, contact::Side::right, 1)}};
    const Comparison comparison = compare(drill(), run, run);
    REQUIRE(comparison.pairs.size() == 3);
    CHECK(comparison.unpaired == 0);
    for (const StrokePair& pair : comparison.pairs) {
        CHECK(pair.own == pair.other);
        CHECK(pair.distance == doctest::Approx(0));
        CHECK(pair.force_match == doctest::Approx(100));
    }
}

TEST_CASE("a stroke is laid on one of its own step, way and hand, and otherwise on the nearest kin") {
    const RunTrace other{.strokes = {stroke(0, 60), stroke(6, 21, contact::Side::right, 1),
                                     stroke(12, 20, contact::Side::right, 0, 1)}};
    const RunTrace own{.strokes = {stroke(0, 20), stroke(6, 20, contact::Side::right, 7),
                                   stroke(12, 20, contact::Side::left),
                                   stroke(18, 20, contact::Side::left, 0, 1)}};
    const Comparison comparison = compare(drill(), own, other);
    REQUIRE(comparison.pairs.size() == 4);
    CHECK(comparison.of(0)->other == 0); // the same step, though another has its force
    CHECK(comparison.of(1)->other == 1); // no such step: the nearest in force
    CHECK(comparison.of(2)->other == 1); // no left hand: the right one in the mirror
    CHECK(comparison.of(3)->other == 2);
    CHECK(comparison.of(1)->force_match > comparison.of(0)->force_match);
    RunTrace short_one = own;
    short_one.strokes.resize(1);
    for (strokes::StrokePoint& point : short_one.strokes.front().points) {
        point.way_m *= 0.2F;
    }
    CHECK(compare(drill(), short_one, other).unpaired == 1);
    CHECK_FALSE(compare(drill(), short_one, other).force_match().has_value());
}

TEST_CASE("a trace comes back from its bytes, and other bytes are refused in one sentence") {
    RunTrace trace{.drill = "effleurage", .duration_s = 60, .score_total = 78.5, .strokes = {stroke(0, 20)}};
    trace.moments = {{12.5, MomentKind::pain, "pain 8 of 10"}};
    trace.coverage = {0, 128, 255};
    std::vector<std::uint8_t> bytes = trace_bytes(trace);
    CHECK(parse_trace(bytes, "t") == trace);
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
        CHECK_THROWS_AS(parse_trace(std::span(bytes).first(size), "t"), UserError);
    }
    bytes.front() ^= 1U;
    CHECK_THROWS_AS(parse_trace(bytes, "t"), UserError);
}

TEST_CASE("a run played again has the strokes and moments of the run, and an expert's becomes a recording "
          "that verifies") {
    const session::Setup setup = [] {
        session::Setup made = scenes::shipped_setup("effleurage");
        made.setting = tissue::Setting::half;
        made.drill.steps.resize(1);
        made.drill.steps.front().duration_s = 3.2;
        return made;
    }();
    std::string csv = "t,hand,tool,u,v,force\n";
    for (int row = 0; row <= 180; ++row) { // down on the skin, 18 cm toward the head, off again
        const double t_s = row / 60.0;
        const double share = std::clamp((t_s - 0.6) / 1.6, 0.0, 1.0);
        csv += std::to_string(t_s) + ",right,palm,0.2," + std::to_string(0.9 - 0.4 * share) + "," +
               std::to_string(t_s < 2.6 ? std::min(18.0, 30 * t_s) : 1.0) + "\n";
    }
    const hands::StrokeTrack strokes = hands::parse_strokes(csv, "expert");
    TracedRun expert(setup, strokes, "expert", 2);
    while (!expert.finished()) {
        expert.step();
    }
    CHECK(expert.progress() == doctest::Approx(1).epsilon(0.01));
    const RunTrace trace = expert.trace();
    REQUIRE_FALSE(trace.strokes.empty());
    CHECK(trace.strokes.front().length_m() == doctest::Approx(0.4 * 0.45).epsilon(0.25));
    CHECK(trace.coverage.size() == 97 * 129);
    const Recording recording = expert.recording();
    CHECK_FALSE(recording.ending.graded);
    TracedRun again(recording, 1);
    while (!again.finished()) {
        again.step();
    }
    CHECK(again.trace() == trace);
}
