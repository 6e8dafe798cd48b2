/// Runs in the middle of which the program ended: put down, found again, taken up.

#include "engine/app/pages/recovery_page.hpp"
#include "engine/app/run/interrupted_runs.hpp"
#include "engine/app/session/run_core.hpp"
#include "engine/app/session/run_spool.hpp"
#include "sim/replay/frame_block.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tactus;
namespace fs = std::filesystem;

namespace {

replay::Spool start_of(const std::string& student) {
    replay::Spool start{.student = student};
    start.recording = scenes::invented_recording(0);
    start.recording.ending = {};
    return start;
}

/// A spool of one second in DATA/running.
fs::path lay_spool(const fs::path& data, const std::string& name, const replay::Spool& start) {
    const fs::path file = app::running_folder(data) / (name + ".spool");
    app::RunSpool spool(file, 0);
    spool.add(replay::spool_start(start));
    replay::Recording second = start.recording;
    const replay::Recording invented = scenes::invented_recording(replay::frames_a_block);
    second.frames = invented.frames;
    second.step_marks = invented.step_marks;
    second.seconds = invented.seconds;
    spool.add(replay::spool_second(second, {"mouse", "inferred"}));
    spool.leave();
    return file;
}

const std::vector<std::string> students{"Ana"};

/// A right palm that presses harder and harder.
class PressingAgain final : public app::InputSource {
public:
    session::InputFrame next(double) override {
        session::InputFrame frame;
        const float force_n = 8 + 0.02F * static_cast<float>(steps_++);
        frame.hands[1] =
            hands::HandInput{.tool = contact::ToolKind::palm, .u = 0.24F, .v = 0.8F, .force_n = force_n};
        return frame;
    }

    int steps_ = 0;
};

} // namespace

TEST_CASE("a run of somebody who is known is found, and one under way in another process is not") {
    const scenes::Folder folder("interrupted");
    const fs::path file = lay_spool(folder.path, "2", start_of("Ana"));
    const auto found = app::find_interrupted(folder.path, students);
    REQUIRE(found.first);
    CHECK(found.first->file == file);
    CHECK(found.first->spool.recording.frames.size() == replay::frames_a_block);
    CHECK(found.notes.empty());
    platform::AppendedFile other;
    REQUIRE(other.open(file, found.first->spool.whole_bytes));
    CHECK_FALSE(app::find_interrupted(folder.path, students).first);
}

TEST_CASE("what cannot be taken up is said in a sentence each and is out of the way") {
    const scenes::Folder folder("unusable");
    const fs::path erased = lay_spool(folder.path, "1", start_of("Somebody who was erased"));
    const fs::path damaged = app::running_folder(folder.path) / "2.spool";
    std::ofstream(damaged) << "TACTUSPOOL 1\r\nand then nothing";
    replay::Spool old = start_of("Ana");
    old.recording.origin.sim_version = "0.0.9";
    const fs::path other_version = lay_spool(folder.path, "3", old);
    const fs::path good = lay_spool(folder.path, "4", start_of(""));
    const auto found = app::find_interrupted(folder.path, students);
    REQUIRE(found.first);
    CHECK(found.first->file == good);
    REQUIRE(found.notes.size() == 3);
    CHECK(found.notes[0].find("not in the records any more") != std::string::npos);
    CHECK(found.notes[1].find("damaged") != std::string::npos);
    CHECK(found.notes[2].find("Tactus 0.0.9") != std::string::npos);
    CHECK_FALSE(fs::exists(erased));
    CHECK(fs::exists(damaged.string() + ".aside"));
    CHECK(fs::exists(other_version.string() + ".aside"));
    CHECK(app::find_interrupted(folder.path, students).notes.empty());
}

TEST_CASE("kill -9 at 30 random moments leaves every second that was on the disk") {
    const scenes::Folder folder("spool-kill");
    fs::create_directories(folder.path);
    replay::Recording run = scenes::invented_recording(replay::frames_a_block);
    const std::vector<std::uint8_t> start = replay::spool_start(start_of("Ana"));
    const std::vector<std::uint8_t> second = replay::spool_second(run, {"mouse", "inferred"});
    std::mt19937 chance(3);
    int most = 0;
    for (int round = 0; round < 30; ++round) {
        const fs::path file = folder.path / (std::to_string(round) + ".spool");
        std::array<int, 2> ends{};
        REQUIRE(pipe(ends.data()) == 0);
        const pid_t writer = fork();
        if (writer == 0) {
            platform::AppendedFile spool;
            spool.open(file, 0);
            for (bool written = spool.append(start); written; written = spool.append(second)) {
                static_cast<void>(!write(ends[1], "+", 1)); // acknowledged
            }
            _exit(1);
        }
        close(ends[1]);
        usleep(std::uniform_int_distribution<useconds_t>(2'000, 60'000)(chance));
        kill(writer, SIGKILL);
        int acknowledged = -1; // the first is the start
        for (char each = 0; read(ends[0], &each, 1) == 1;) {
            ++acknowledged;
        }
        close(ends[0]);
        waitpid(writer, nullptr, 0);
        if (acknowledged >= 0) {
            CHECK(static_cast<int>(replay::read_spool(file).recording.seconds.size()) >= acknowledged);
        }
        most = std::max(most, acknowledged);
    }
    CHECK(most > 3);
}

TEST_CASE("while the disk takes nothing the run is kept in memory, and is put down when it does") {
    const scenes::Folder folder("spool");
    const fs::path file = folder.path / "not" / "there" / "yet.spool";
    app::RunSpool spool(file, 0);
    spool.add(replay::spool_start(start_of("Ana")));
    const auto wait_until = [](const auto& done) {
        for (int tries = 0; tries < 50 && !done(); ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return done();
    };
    CHECK(wait_until([&] { return !spool.trouble().empty(); }));
    CHECK(spool.trouble().find("kept in memory") != std::string::npos);
    fs::create_directories(file.parent_path());
    CHECK(wait_until([&] { return spool.trouble().empty() && fs::exists(file); }));
    spool.leave();
    CHECK(replay::read_spool(file).student == "Ana");
    { const app::RunSpool again(file, replay::read_spool(file).whole_bytes); }
    CHECK_FALSE(fs::exists(file)); // its run was given up
}

TEST_CASE("a run taken up from its spool ends as it would have without the interruption, but is practice") {
    const scenes::Folder folder("resumed");
    fs::create_directories(folder.path);
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    setup.drill.steps.resize(1);
    setup.drill.steps.front().duration_s = 2.5;
    const auto anatomy = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(setup.client.body, setup.client.trigger_points));
    const fs::path file = folder.path / "1.spool";
    auto spool = std::make_shared<app::RunSpool>(file, 0);
    replay::Spool start{.student = ""};
    start.recording.origin = replay::make_origin({}, {});
    start.recording.setup = setup;
    spool->add(replay::spool_start(start));
    app::RunCore whole({.session = setup, .anatomy = anatomy, .policy = {}, .spool = spool},
                       std::make_shared<PressingAgain>());
    whole.advance_to(10);
    const app::RunOutcome expected = whole.outcome(1);
    spool->leave();

    replay::Spool left = replay::read_spool(file);
    REQUIRE(left.recording.seconds.size() == 2);
    auto device = std::make_shared<PressingAgain>();
    device->steps_ = static_cast<int>(left.recording.frames.size());
    auto input = std::make_shared<app::ResumedInput>(left.recording.frames, app::ForceOrigin{}, device);
    app::RunCore resumed(
        {.session = left.recording.setup, .anatomy = anatomy, .policy = {.interrupted = true}}, input);
    CHECK(resumed.catching_up());
    resumed.advance_to(10);
    const app::RunOutcome outcome = resumed.outcome(1);
    CHECK_FALSE(resumed.catching_up());
    REQUIRE((outcome.recording && expected.recording));
    CHECK(outcome.recording->frames == expected.recording->frames);
    CHECK(outcome.recording->seconds == expected.recording->seconds);
    CHECK(outcome.score.total == expected.score.total);
    CHECK(expected.graded);
    CHECK(outcome.interrupted);
    CHECK_FALSE(outcome.graded);
}

TEST_CASE("what was interrupted is asked about until it is taken up or discarded") {
    const scenes::Folder folder("recovery");
    const fs::path first = lay_spool(folder.path, "1", start_of("Ana"));
    lay_spool(folder.path, "2", start_of("Somebody who was erased"));
    app::RecoveryPage page(folder.path, {});
    CHECK_FALSE(page.found());
    CHECK(page.look(students).empty());
    REQUIRE(page.found());
    page.discard();
    CHECK_FALSE(page.found());
    CHECK_FALSE(page.take());
    CHECK_FALSE(fs::exists(first));
    CHECK(page.look(students).size() == 1); // the second cannot be taken up
    CHECK_FALSE(page.found());
    const fs::path third = lay_spool(folder.path, "3", start_of("Ana"));
    page.look(students);
    const std::optional<app::InterruptedRun> taken = page.take();
    REQUIRE(taken);
    CHECK(taken->file == third);
    CHECK(fs::exists(third));
    CHECK_FALSE(page.found());
}
