/// What is played again, where it leads back to, and what a run can be laid beside.

#include "engine/app/desks/replay_desk.hpp"
#include "engine/app/run/rival_runs.hpp"
#include "engine/app/run/run_keeper.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using app::FinishedRun;
using app::ReplayDesk;
using app::RunOrder;

namespace {

FinishedRun run_with_a_moment() {
    FinishedRun run;
    run.outcome.recording = scenes::invented_recording(240);
    run.outcome.trace.emplace();
    run.outcome.trace->moments = {{.t_s = 0.5}};
    return run;
}

/// Of the drill of invented recordings.
records::Attempt add_run(records::Archive& archive, const std::string& student, std::int64_t second,
                         double score) {
    replay::Recording recording = scenes::invented_recording(240);
    recording.origin.started_at_unix_s += second;
    recording.ending.score_total = score;
    recording.ending.graded = true;
    return archive.add(recording, {.student = student});
}

} // namespace

TEST_CASE("the run just done is played out of memory and leads back to its card once") {
    const scenes::Folder folder("replay-card");
    std::filesystem::create_directories(folder.path);
    ReplayDesk desk(folder.path);
    CHECK_FALSE(desk.back_to_card());
    const RunOrder order = desk.watch(run_with_a_moment(), 0.25);
    CHECK(order.policy.source == app::Source::recording);
    CHECK(order.frames.size() == 240);
    CHECK(order.from_s == 0.25);
    CHECK(order.moments.size() == 1);
    CHECK(order.beside == nullptr);
    CHECK_FALSE(desk.back_to_compare());
    CHECK(desk.back_to_card());
    CHECK_FALSE(desk.back_to_card());
}

TEST_CASE("a recording is played from its file with the moments that lie beside it, and leads nowhere") {
    const scenes::Folder folder("replay-file");
    app::RunKeeper keeper(folder.path);
    FinishedRun run = run_with_a_moment();
    keeper.keep(run, "Ana", nullptr);
    ReplayDesk desk(folder.path);
    const RunOrder order = desk.watch(run.file, 0);
    CHECK(order.session.drill.id == "effleurage");
    CHECK(order.frames.size() == 240);
    CHECK(order.moments.size() == 1);
    CHECK_FALSE(desk.back_to_card());
    CHECK_THROWS_AS(desk.watch(folder.path / "none.tactus", 0), UserError);
}

TEST_CASE("without two runs there is nothing to be played beside, and without a replay nothing to wind") {
    const scenes::Folder folder("replay-none");
    std::filesystem::create_directories(folder.path);
    ReplayDesk desk(folder.path);
    const app::RunTable table(folder.path, 1, std::nullopt);
    CHECK_FALSE(desk.watch_beside());
    CHECK_FALSE(desk.seek(table, 3));
    desk.update(table);
    CHECK_FALSE(desk.back_to_compare());
}

TEST_CASE("a run is laid beside the student's best and the best of the class, never beside itself") {
    const scenes::Folder folder("replay-rivals");
    records::Archive archive(folder.path);
    const records::Attempt weak = add_run(archive, "Ana", 1, 60);
    const records::Attempt good = add_run(archive, "Ana", 2, 80);
    const records::Attempt bens = add_run(archive, "Ben", 3, 90);
    const std::string ana = *archive.profile_named("Ana");
    const std::string ben = *archive.profile_named("Ben");
    app::RivalRuns rivals = app::rival_runs(folder.path, ana, "effleurage", archive.unpack(weak));
    CHECK(rivals.best == archive.unpack(good));
    CHECK_FALSE(rivals.in_class);
    archive.set_class(ana, "2B");
    archive.set_class(ben, "2B");
    rivals = app::rival_runs(folder.path, ana, "effleurage", archive.unpack(good));
    CHECK(rivals.best.empty()); // it is the run itself
    CHECK(rivals.in_class);
    CHECK(rivals.class_best == archive.unpack(bens));
    CHECK_FALSE(rivals.best_of_class);
    rivals = app::rival_runs(folder.path, ben, "effleurage", archive.unpack(bens));
    CHECK(rivals.best_of_class);
    CHECK(rivals.class_best.empty());
    CHECK(app::rival_runs(folder.path, ana, "kneading", archive.unpack(weak)).best.empty());
}
