#include "engine/app/session/live_summary.hpp"

#include <doctest/doctest.h>

using namespace tactus;

namespace {

drills::Drill two_steps() {
    drills::Drill drill;
    drill.name = "Long effleurage";
    drill.steps.resize(2);
    return drill;
}

} // namespace

TEST_CASE("the wall hears of a run's step and marks, and is alarmed by severe pain alone") {
    session::Snapshot now;
    now.progress.step = 1;
    now.live_score[0] = 81.4;
    now.client.discomfort = 6.9F;
    school::Live live = app::live_of_run("Ana", two_steps(), now, false);
    CHECK(live.student == "Ana");
    CHECK(live.drill == "Long effleurage");
    CHECK(live.step == 2);
    CHECK(live.steps == 2);
    CHECK(live.pressure == 81.4);
    CHECK_FALSE(live.flow.has_value());
    CHECK(live.state.empty());
    CHECK(live.alarm.empty());
    now.client.discomfort = 7.6F;
    live = app::live_of_run("Ana", two_steps(), now, true);
    CHECK(live.alarm == "pain 8");
    CHECK(live.state == "paused");
    now.client.broken = true;
    CHECK(app::live_of_run("Ana", two_steps(), now, false).alarm == "a bone gave");
}

TEST_CASE("a card on the screen says how the run went") {
    const school::Live live = app::live_of_result("Ben", two_steps(), 90.6, "merit");
    CHECK(live.drill == "Long effleurage");
    CHECK(live.state == "done: 91, merit");
    CHECK(live.steps == 0);
}
