#include "engine/app/pages/recovery_page.hpp"

#include "engine/ui/screens/interrupted_screen.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/calendar.hpp"

#include <array>
#include <iostream>
#include <spawn.h>
#include <unistd.h>
#include <utility>

namespace tactus::app {

std::vector<std::string> RecoveryPage::look(std::span<const std::string> students) {
    InterruptedRuns found = find_interrupted(data_, students);
    for (const std::string& note : found.notes) {
        std::cerr << "tactus: " << note << '\n';
    }
    run_ = std::move(found.first);
    if (run_) {
        const replay::Recording& recording = run_->spool.recording;
        std::cout << "interrupted: " << recording.setup.drill.id << ", " << recording.duration_s() << " s\n"
                  << std::flush;
    }
    return std::move(found.notes);
}

void RecoveryPage::discard() {
    if (const std::optional<InterruptedRun> run = take()) {
        std::error_code ignored;
        std::filesystem::remove(run->file, ignored);
    }
}

bool RecoveryPage::draw(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) const {
    if (!crash_report_.empty()) {
        ui::draw_crash_screen(canvas, interaction, crash_report_.string(), ask);
        return true;
    }
    if (!run_) {
        return false;
    }
    const replay::Spool& spool = run_->spool;
    const replay::Recording& recording = spool.recording;
    const std::string when = records::local_words(recording.origin.started_at_unix_s, "%d %b, %H:%M");
    ui::draw_interrupted_screen(canvas, interaction,
                                {.drill = recording.setup.drill.name,
                                 .client = recording.setup.client.name,
                                 .student = spool.student,
                                 .when = when,
                                 .duration_s = static_cast<double>(recording.seconds.size()),
                                 .may_go_on = spool.mode.retry},
                                ask);
    return true;
}

void RecoveryPage::obey(const ui::OpenCrashReport&) {
    std::string program = "xdg-open";
    std::string file = crash_report_.string();
    std::array<char*, 3> arguments{program.data(), file.data(), nullptr};
    pid_t ignored = 0;
    if (posix_spawnp(&ignored, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
        throw UserError(Complaint{file, "cannot be opened from here: xdg-open is not installed",
                                  "open it with any program for texts"});
    }
    crash_report_.clear();
}

} // namespace tactus::app
