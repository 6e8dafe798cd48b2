/// What a run is worth, by how it was done and how it ended.

#include "engine/app/hands/live_input.hpp"
#include "engine/app/session/run_core.hpp"
#include "engine/app/session/session_runner.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace tactus;
using drills::Feedback;

namespace {

/// The outcome of a tenth of a second of a drill with nobody's hands, ended early or to its end.
app::RunOutcome outcome(const app::RunPolicy& policy, bool ended_early, double sim_per_wall = 1) {
    static const session::Setup setup = scenes::shipped_setup("effleurage");
    static const auto anatomy = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(setup.client.body, setup.client.trigger_points));
    session::Setup session = setup;
    session.setting = tissue::Setting::half;
    session.drill.steps.resize(1);
    session.drill.steps.front().duration_s = 0.1;
    session.drill.feedback = policy.feedback;
    app::RunCore core({.session = session, .anatomy = anatomy, .policy = policy},
                      std::make_shared<app::LiveInput>());
    if (ended_early) {
        core.step();
        core.stop();
    }
    core.advance_to(1);
    CHECK(core.finished());
    return core.outcome(sim_per_wall);
}

/// A right palm that presses and stands.
class Pressing final : public app::InputSource {
public:
    explicit Pressing(float force_n) : force_n_(force_n) {}

    session::InputFrame next(double) override {
        session::InputFrame frame;
        frame.hands[1] =
            hands::HandInput{.tool = contact::ToolKind::palm, .u = 0.24F, .v = 0.8F, .force_n = force_n_};
        return frame;
    }

private:
    float force_n_;
};

app::RunCore practised_core(ui::Practice practice, float force_n) {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    setup.drill.steps.resize(1);
    setup.drill.steps.front().duration_s = 2;
    setup.drill.steps.front().task.force_n = scoring::Band{20, 45};
    const auto anatomy = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(setup.client.body, setup.client.trigger_points));
    const app::RunPolicy policy =
        app::practised(app::drill_policy(Feedback::full, Feedback::full), practice, 0);
    return {{.session = setup, .anatomy = anatomy, .policy = policy}, std::make_shared<Pressing>(force_n)};
}

} // namespace

TEST_CASE("in wait mode the clock stands until the force is right, the recording replays it, and no grade "
          "comes of it") {
    app::RunCore light = practised_core(ui::Practice::wait, 8);
    light.advance_to(4);
    CHECK_FALSE(light.finished());
    CHECK(light.practice().clock_waits);
    CHECK(light.practice().lack == drills::Lack::harder);
    light.stop();
    light.step();
    const app::RunOutcome outcome = light.outcome(1);
    CHECK_FALSE(outcome.graded);
    REQUIRE(outcome.recording.has_value());
    session::Session again(outcome.recording->setup, 1);
    for (const session::InputFrame& frame : outcome.recording->frames) {
        again.step(frame);
    }
    CHECK(again.chain_hash() == light.session().chain_hash());
    CHECK(again.time_s() == light.session().time_s());

    app::RunCore right = practised_core(ui::Practice::wait, 30);
    right.advance_to(4);
    CHECK(right.finished());
    CHECK(right.session().time_s() < 3.5);
}

TEST_CASE("a ladder is practice and says where it stands") {
    app::RunCore ladder = practised_core(ui::Practice::ladder, 30);
    ladder.advance_to(0.5);
    REQUIRE(ladder.practice().ladder.has_value());
    CHECK(ladder.practice().ladder->rung == 0);
    CHECK_FALSE(ladder.outcome(1).graded);
    CHECK(ladder.outcome(1).practice.ladder.has_value());
}

TEST_CASE(
    "a drill done to its end with the feedback of its level is graded, and the recording says with which") {
    const app::RunOutcome done = outcome(app::drill_policy(Feedback::terminal, Feedback::terminal), false);
    CHECK(done.graded);
    REQUIRE(done.recording.has_value());
    CHECK(done.recording->ending.graded);
    CHECK(done.recording->setup.drill.feedback == Feedback::terminal);
}

TEST_CASE("more feedback than was reached, a slow machine, and giving up make practice of it") {
    const app::RunPolicy usual = app::drill_policy(Feedback::full, Feedback::full);
    CHECK_FALSE(outcome(app::drill_policy(Feedback::terminal, Feedback::full), false).graded);
    CHECK_FALSE(outcome(usual, false, 0.9).graded);
    const app::RunOutcome given_up = outcome(usual, true);
    CHECK(given_up.ended_early);
    CHECK_FALSE(given_up.graded);
    CHECK_FALSE(given_up.recording->ending.graded);
}

TEST_CASE("practice at a quarter of the speed takes four times as long and is not taken for a slow machine") {
    const app::RunPolicy slow = app::drill_policy(Feedback::full, Feedback::full, 0.25);
    CHECK_FALSE(slow.counts);
    session::Setup session = scenes::shipped_setup("effleurage");
    session.setting = tissue::Setting::half;
    session.drill.steps.resize(1);
    session.drill.steps.front().duration_s = 0.5;
    const auto anatomy = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(session.client.body, session.client.trigger_points));
    app::SessionRunner runner({.session = session, .anatomy = anatomy, .policy = slow},
                              std::make_shared<app::LiveInput>());
    while (!runner.ready()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    const auto begin = std::chrono::steady_clock::now();
    runner.go();
    while (!runner.finished()) {
        CHECK(runner.pace().speed == 0.25);
        CHECK_FALSE(runner.pace().graded);
        CHECK(runner.pace().sim_per_wall <= 1);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    CHECK(wall.count() > 1.9); // at most its pace, on however slow a machine
    CHECK_FALSE(runner.outcome().graded);
    CHECK(runner.outcome().duration_s == doctest::Approx(0.5).epsilon(0.05));
}

TEST_CASE("an exam that is given up stays graded") { CHECK(outcome(app::exam_policy(), true).graded); }
