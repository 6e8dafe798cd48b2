/// The part of Stage that sees to it that no run is lost: runs that were interrupted, runs that cannot be
/// saved.

#include "engine/app/stage/stage.hpp"
#include "engine/ui/screens/interrupted_screen.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/calendar.hpp"

#include <array>
#include <iostream>
#include <spawn.h>
#include <unistd.h>

namespace tactus::app {

void Stage::offer_interrupted() {
    InterruptedRuns found = find_interrupted(setup_.data, students_.names());
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
    start(taken_up(std::move(run), asked.how == ui::TakeUpInterrupted::How::go_on));
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
    const std::string spooling = table_.trouble();
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
    if (run() != nullptr && run()->catching_up()) {
        ui::draw_catching_up(canvas, run()->now().t_s, run()->caught_up_at_s());
        return true;
    }
    if (!table_.empty() || kiosk_.on()) {
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
