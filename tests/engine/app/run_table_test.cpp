/// Runs as they are asked for, and the table on which they begin.

#include "engine/app/run/run_table.hpp"
#include "engine/app/run/run_voice.hpp"
#include "engine/app/stores/library.hpp"
#include "sim/drills/ladder.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using app::RunOrder;
using app::RunTable;
using app::Source;
using tissue::Setting;

namespace {

RunOrder order_with(const app::RunPolicy& policy) {
    const session::Setup setup = scenes::shipped_setup("effleurage");
    return app::drill_order(setup.drill, setup.client, policy, Setting::half);
}

const session::Event on_the_side{.kind = session::EventKind::position_changed, .text = "side_lying"};

} // namespace

TEST_CASE("a recording says what feedback there was and which rung was practised") {
    const app::RunPolicy policy = app::practised(
        app::drill_policy(drills::Feedback::full, drills::Feedback::none), ui::Practice::ladder, 1);
    const RunOrder order = order_with(policy);
    CHECK(order.session.drill.feedback == drills::Feedback::none);
    CHECK(order.session.drill.steps == drills::looped(scenes::shipped_setup("effleurage").drill, 1).steps);
}

TEST_CASE("the client lies as the talk before said, or as the first step of what is done again says") {
    RunOrder order = order_with({});
    CHECK(app::first_lying(order).posture == render::Posture::prone);
    order.opening = {on_the_side};
    CHECK(app::first_lying(order).posture != render::Posture::prone);
    order.frames.resize(2);
    CHECK(app::first_lying(order).posture == render::Posture::prone);
    order.frames.front().events = {on_the_side};
    CHECK(app::first_lying(order).posture != render::Posture::prone);
}

TEST_CASE("only what a person does for the records is put down while it goes on") {
    const scenes::Folder folder("table-spool");
    CHECK(app::spool_for(order_with({}), folder.path, "Ana") != nullptr);
    CHECK(app::spool_for(order_with(app::practice_policy()), folder.path, "Ana") == nullptr);
    CHECK(app::spool_for(order_with(app::kiosk_policy({})), folder.path, "") == nullptr);
    CHECK(app::spool_for(order_with(app::replay_policy()), folder.path, "Ana") == nullptr);
}

TEST_CASE("a run that is taken up again goes on as it was, and is practice") {
    app::InterruptedRun run;
    run.file = "1.spool";
    run.spool.mode = {.speed = 0.5, .practice = 200, .retry = false, .aided = true}; // of a later version
    run.spool.recording = scenes::invented_recording(480);
    run.spool.recording.origin.device = "pen";
    run.spool.recording.origin.started_at_unix_s = 77;
    const RunOrder order = app::taken_up(run, false);
    CHECK(order.frames.size() == 480);
    CHECK(order.session.drill.id == run.spool.recording.setup.drill.id);
    CHECK_FALSE(order.policy.counts);
    CHECK(order.policy.interrupted);
    CHECK(order.policy.practice == ui::Practice::wait);
    CHECK_FALSE(order.policy.retry);
    const auto interruption = app::interruption_of(order);
    REQUIRE(interruption);
    CHECK(interruption->done_by.device == "pen");
    CHECK(interruption->begun_unix_s == 77);
    CHECK_FALSE(interruption->goes_on);
    CHECK_FALSE(app::interruption_of(order_with({})));
}

TEST_CASE("a live run waits for its client and the speed of the computer, a replay for its client alone") {
    const scenes::Folder folder("table-run");
    const session::Setup setup = scenes::shipped_setup("effleurage");
    app::ClientStore clients(render::Tier::low, {});
    const app::MachineSpeed known(Setting::half);
    const app::MachineSpeed untried(std::nullopt);
    devices::DeviceSet mouse;
    const client::Phrases phrases;
    const ui::Settings settings;
    const std::string guest;
    const auto terms = [&](const app::MachineSpeed& speed) {
        return app::TableTerms{.clients = clients,
                               .speed = speed,
                               .devices = mouse,
                               .phrases = phrases,
                               .settings = settings,
                               .student = guest};
    };
    const RunOrder practice =
        app::drill_order(app::practice_drill(), setup.client, app::practice_policy(), Setting::half);
    RunTable table(folder.path, 1, std::nullopt);
    CHECK(table.empty());
    table.obey(ui::PauseRun{}); // nobody is there
    table.await(practice);
    table.begin(terms(known));
    CHECK(table.run() == nullptr);
    CHECK(table.awaited() != nullptr);
    CHECK_FALSE(table.source());
    clients.wait(setup.client);
    table.begin(terms(untried));
    CHECK(table.run() == nullptr);

    RunOrder replay = order_with(app::replay_policy());
    replay.frames.resize(240);
    table.await(std::move(replay));
    table.begin(terms(untried));
    REQUIRE(table.run() != nullptr);
    CHECK(table.awaited() == nullptr);
    CHECK(table.source() == Source::recording);
    table.obey(ui::SetReplaySpeed{2});
    CHECK(table.run()->runner().speed() == 2);

    table.await(practice);
    CHECK(table.source() == Source::recording); // until the other begins
    table.begin(terms(known));
    CHECK(table.source() == Source::live);
    CHECK_FALSE(table.on_trial());
    CHECK_FALSE(table.reached(1));
    CHECK_FALSE(table.finish()); // a practice has no outcome
    CHECK_FALSE(table.has_result());
    CHECK(table.trouble().empty());
    table.await(order_with(app::trial_policy(drills::Feedback::full)));
    CHECK(table.on_trial());
    table.end_run();
    CHECK_FALSE(table.source());
    CHECK_FALSE(table.empty());
    table.clear();
    CHECK(table.empty());
}

TEST_CASE("nothing is heard of an empty table, and a muted program says why") {
    const scenes::Folder folder("table-voice");
    const RunTable table(folder.path, 1, std::nullopt);
    app::RunVoice voice(false);
    voice.set_trouble("No sound card was found.");
    CHECK(voice.trouble() == "No sound card was found.");
    voice.update(table, {});
    voice.tell(table, client::Phrases());
    CHECK(voice.plan().caption.empty());
    app::RunVoice muted(true);
    muted.set_trouble("No sound card was found.");
    CHECK(muted.trouble().find("--mute") != std::string_view::npos);
}
