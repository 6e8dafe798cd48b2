#include "sim/replay/recorder.hpp"
#include "sim/replay/verify.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

using namespace tactus;

namespace {

/// A second and a half of a real run: a palm that lands and moves, a scapula in the other hand.
replay::Recording short_run() {
    const session::Setup setup = scenes::shipped_setup("effleurage");
    session::Session session(setup, 1);
    replay::Recorder recorder(session, replay::make_origin("test", "inferred"));
    for (int k = 0; k < 360; ++k) {
        session::InputFrame frame;
        frame.hands[1] =
            hands::HandInput{.u = 0.22F, .v = 0.9F - 0.0004F * static_cast<float>(k), .force_n = 25};
        frame.hands[0] = hands::HandInput{.u = 0.38F,
                                          .v = 0.2F,
                                          .force_n = 15,
                                          .angle_deg = 60,
                                          .lift = 0.6F,
                                          .hold = contact::Hold::scapula};
        session.step(frame);
        recorder.add(frame, session);
    }
    return recorder.finish(session, true, 1.0);
}

} // namespace

TEST_CASE("a recording is defended by running it again, and every forgery is named") {
    const replay::Recording recording = short_run();

    const replay::Verification honest = replay::verify(recording, 2);
    CHECK(honest.agrees);
    CHECK(honest.finding.empty());

    replay::Recording better_score = recording;
    better_score.ending.score_total += 10;
    const replay::Verification score = replay::verify(better_score, 1);
    CHECK_FALSE(score.agrees);
    CHECK(score.finding.find("is not the score of the run") != std::string::npos);

    replay::Recording other_hand = recording;
    other_hand.frames[200].hands[1]->force_n += 1.0F;
    const replay::Verification input = replay::verify(other_hand, 1);
    CHECK_FALSE(input.agrees);
    REQUIRE(input.first_diverging_step.has_value());
    CHECK(*input.first_diverging_step == 200);

    replay::Recording other_hold = recording;
    for (session::InputFrame& frame : other_hold.frames) {
        frame.hands[0]->hold = contact::Hold::shoulder;
    }
    CHECK_FALSE(replay::verify(other_hold, 1).agrees);

    replay::Recording other_client = recording;
    other_client.setup.client.body.bmi += 0.5F;
    CHECK(replay::verify(other_client, 1).first_diverging_step == 0);
}

TEST_CASE("a recording of two hands that press side by side verifies with one, two and four threads") {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    session::Session session(setup, 3);
    replay::Recorder recorder(session, replay::make_origin("test", "inferred"));
    bool both_touched = false;
    for (int k = 0; k < 96; ++k) {
        const float way = 0.0005F * static_cast<float>(k);
        session::InputFrame frame;
        frame.hands[0] = hands::HandInput{.u = -0.2F, .v = 0.9F - way, .force_n = 20};
        frame.hands[1] = hands::HandInput{.u = 0.2F, .v = 0.8F + way, .force_n = 25, .oil = 0.5F};
        session.step(frame);
        recorder.add(frame, session);
        session::Snapshot now;
        session.write(now);
        both_touched = both_touched || (now.hands[0].force_n > 10 && now.hands[1].force_n > 10);
    }
    REQUIRE(both_touched);
    const replay::Recording recording = recorder.finish(session, true, 1.0);
    for (const int threads : {1, 2, 4}) {
        CAPTURE(threads);
        const replay::Verification verification = replay::verify(recording, threads);
        CHECK(verification.agrees);
        CHECK(verification.finding.empty());
    }
}
