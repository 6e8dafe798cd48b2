/// The part of Stage that sees to it that no run is lost: runs that were interrupted, runs that cannot be
/// saved.

#include "engine/app/stage/stage.hpp"
#include "engine/ui/screens/interrupted_screen.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/calendar.hpp"

#include <array>
#include <chrono>
#include <ctime>
#include <iostream>
#include <spawn.h>
#include <unistd.h>

namespace tactus::app {

namespace {

/// How a run was done, from what its spool says of it. It counts as practice whatever it was.
RunPolicy policy_of(const replay::Spool& spool) {
    const auto known = static_cast<std::uint8_t>(ui::Practice::wait);
    RunPolicy policy{.aided = spool.mode.aided,
                     .counts = false,
                     .feedback = spool.recording.setup.drill.feedback,
                     .interrupted = true,
                     .speed = spool.mode.speed,
                     .retry = spool.mode.retry,
                     .countdown = false};
    policy.practice = static_cast<ui::Practice>(std::min(spool.mode.practice, known));
    policy.ladder_step = spool.mode.ladder_step;
    return policy;
}

/// Names sort by time.
std::filesystem::path new_spool_file(const std::filesystem::path& data) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    return running_folder(data) / (std::to_string(ms) + "-" + std::to_string(getpid()) + ".spool");
}

} // namespace

void Stage::offer_interrupted() {
    std::vector<std::string> names;
    for (const records::Profile& student : students_.all()) {
        names.push_back(student.name);
    }
    InterruptedRuns found = find_interrupted(setup_.data, names);
    for (const std::string& note : found.notes) {
        std::cerr << "tactus: " << note << '\n';
        report(note);
    }
    interrupted_ = std::move(found.first);
    if (interrupted_) {
        std::cout << "interrupted: " << interrupted_->spool.recording.setup.drill.id << ", "
                  << interrupted_->spool.recording.duration_s() << " s\n"
                  << std::flush;
    }
}

bool Stage::resume_interrupted() {
    offer_interrupted();
    if (!interrupted_) {
        return false;
    }
    commands_(ui::TakeUpInterrupted{ui::TakeUpInterrupted::How::go_on});
    return true;
}

void Stage::take_up(const ui::TakeUpInterrupted& asked) {
    if (!interrupted_) {
        return;
    }
    InterruptedRun run = std::move(*interrupted_);
    interrupted_.reset();
    if (asked.how == ui::TakeUpInterrupted::How::discard) {
        std::error_code ignored;
        std::filesystem::remove(run.file, ignored);
        offer_interrupted(); // there may be another
        return;
    }
    students_.choose(run.spool.student);
    change_student();
    session::Setup session = std::move(run.spool.recording.setup);
    prepare(session.client);
    std::vector<client::Wording> wordings;
    if (session.drill.interview) {
        wordings = client::read_wordings(authoring::resource("assets/intake/wordings.toml"));
    }
    const RunPolicy policy = policy_of(run.spool);
    std::vector<session::InputFrame> frames = std::move(run.spool.recording.frames);
    pending_ = Pending{.session = std::move(session),
                       .policy = policy,
                       .frames = std::move(frames),
                       .interrupted = std::move(run),
                       .goes_on = asked.how == ui::TakeUpInterrupted::How::go_on,
                       .wordings = std::move(wordings)};
    card_.put_away();
}

std::optional<Interruption> Stage::Pending::interruption() const {
    if (!interrupted) {
        return std::nullopt;
    }
    const replay::Origin& origin = interrupted->spool.recording.origin;
    return Interruption{
        .done_by = {.device = origin.device, .source = devices::force_source_named(origin.force_source)},
        .begun_unix_s = origin.started_at_unix_s,
        .goes_on = goes_on};
}

/// Runs that are recorded are put down while they go on; those of visitors of a stand are nobody's.
std::shared_ptr<RunSpool> Stage::spool_for(const Pending& pending) const {
    const RunPolicy& policy = pending.policy;
    if (policy.source != Source::live || !policy.graded || policy.idle) {
        return nullptr;
    }
    if (pending.interrupted) {
        return std::make_shared<RunSpool>(pending.interrupted->file, pending.interrupted->spool.whole_bytes);
    }
    replay::Spool start{.student = students_.chosen().name,
                        .mode = {.speed = policy.speed,
                                 .practice = static_cast<std::uint8_t>(policy.practice),
                                 .ladder_step = policy.ladder_step,
                                 .retry = policy.retry,
                                 .aided = policy.aided}};
    start.recording.origin = replay::make_origin({}, {});
    start.recording.origin.started_at_unix_s = std::time(nullptr);
    start.recording.setup = pending.session;
    auto spool = std::make_shared<RunSpool>(new_spool_file(setup_.data), 0);
    spool->add(replay::spool_start(start));
    return spool;
}

void Stage::leave_interrupted() {
    if (run_ && run_->spool() && !run_->finished()) {
        const std::shared_ptr<RunSpool> spool = run_->spool();
        run_.reset(); // its last second is handed over when its thread has ended
        spool->leave();
    }
}

void Stage::set_picture_health(const PictureHealth& health) {
    if (health.made_anew != picture_.made_anew) {
        report(health.words);
        setup_.facts.push_back(health.words);
    }
    picture_ = health;
}

/// What is wrong for now outweighs what was wrong with the last command.
std::string Stage::standing_problem() const {
    if (const std::string unsaved = keeper_.trouble(); !unsaved.empty()) {
        return unsaved;
    }
    const std::string spooling = run_ && run_->spool() ? run_->spool()->trouble() : std::string();
    return spooling.empty() ? problem_ : spooling;
}

void Stage::open_crash_report() {
    std::string program = "xdg-open";
    std::string file = setup_.crash_report.string();
    std::array<char*, 3> arguments{program.data(), file.data(), nullptr};
    pid_t ignored = 0;
    if (posix_spawnp(&ignored, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
        throw UserError(Complaint{file, "cannot be opened from here: xdg-open is not installed",
                                  "open it with any program for texts"});
    }
    setup_.crash_report.clear();
}

/// True when a question about the past, or the way back to it, has the screen.
bool Stage::draw_interruption(ui::Canvas& canvas, ui::Interaction& interaction) {
    if (run_ && run_->catching_up()) {
        ui::draw_catching_up(canvas, run_->now().t_s, run_->caught_up_at_s());
        return true;
    }
    if (run_ || pending_ || kiosk_.on()) {
        return false;
    }
    if (!setup_.crash_report.empty()) {
        ui::draw_crash_screen(canvas, interaction, setup_.crash_report.string(), commands_);
        return true;
    }
    if (interrupted_) {
        const replay::Recording& recording = interrupted_->spool.recording;
        const std::string when = records::local_words(recording.origin.started_at_unix_s, "%d %b, %H:%M");
        ui::draw_interrupted_screen(
            canvas, interaction,
            {.drill = recording.setup.drill.name,
             .client = recording.setup.client.name,
             .student = interrupted_->spool.student,
             .when = when,
             .duration_s = static_cast<double>(interrupted_->spool.recording.seconds.size()),
             .may_go_on = interrupted_->spool.mode.retry},
            commands_);
        return true;
    }
    return false;
}

} // namespace tactus::app
