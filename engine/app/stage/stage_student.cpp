/// The part of Stage that knows who practises: settings, feedback, progress.

#include "engine/app/pages/progress.hpp"
#include "engine/app/stage/stage.hpp"
#include "engine/app/stores/report_file.hpp"
#include "engine/app/stores/settings_file.hpp"
#include "engine/ui/feedback_words.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/calendar.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>

namespace tactus::app {

void Stage::open_home() {
    const bool asks = setup_.student.empty() && !students_.all().empty();
    show(first_run_ ? ui::Page::welcome : asks ? ui::Page::students : ui::Page::home);
}

/// Turns to a page, which reads what it shows once.
void Stage::show(ui::Page page) {
    page_ = page;
    if (page == ui::Page::replays) {
        replays_.open_list(keeper_.kept().list());
    } else if (page == ui::Page::atlas) {
        atlas_.open();
    } else if (page == ui::Page::editor_list) {
        editor_.open_list(catalogue_);
    } else if (page == ui::Page::plan) {
        plan_page_.open(static_cast<std::uint64_t>(std::time(nullptr)));
    } else if (ClassDesk::owns(page)) {
        desk_.open(page);
    } else if (page == ui::Page::home || page == ui::Page::progress) {
        read_progress_of_student();
        exam_.look(students_, std::time(nullptr));
    }
}

void Stage::read_progress_of_student() {
    progress_ = {};
    progress_screen_ = {};
    std::error_code ignored;
    const bool shows_guest = page_ == ui::Page::progress; // home has nothing to say of them
    if (students_.chosen().id.empty() && !shows_guest) {
        return;
    }
    if (!std::filesystem::exists(setup_.data / "records.db", ignored)) { // a look begins no records
        for (const drills::Drill& drill : catalogue_.drills) {
            if (!drill.kiosk) {
                progress_.drills.push_back({.drill = drill.id, .name = drill.name, .client = drill.client});
            }
        }
        return;
    }
    try {
        progress_ = read_progress(records::Archive(setup_.data), students_.chosen(), catalogue_.drills,
                                  records::local_day(std::time(nullptr)));
    } catch (const UserError& error) {
        report(error.what());
    }
}

void Stage::end_welcome(bool skipped) {
    first_run_ = false;
    std::cout << "welcome: " << (skipped ? "skipped" : "done") << "\n" << std::flush;
    show(ui::Page::home);
    students_.end_welcome(skipped);
}

void Stage::draw_welcome(ui::Canvas& canvas, ui::Interaction& interaction) {
    std::string device;
    for (const devices::DeviceState& state : devices_->devices()) {
        if (device.empty() && state.connected && state.kind != devices::DeviceKind::mouse) {
            device = state.name;
        }
    }
    const auto drill = std::ranges::find_if(catalogue_.drills, &drills::Drill::kiosk);
    ui::WelcomeView view{.device = device};
    if (drill != catalogue_.drills.end()) {
        view.drill = drill->id;
        view.client = drill->client;
    }
    ui::draw_welcome_screen(canvas, interaction, view, welcome_screen_, commands_);
}

void Stage::draw_home(ui::Canvas& canvas, ui::Interaction& interaction) {
    std::vector<ui::DueTest> due;
    for (const ui::DrillProgress& drill : progress_.drills) {
        if (ui::is_due(drill, progress_.today)) {
            due.push_back({.drill = drill.drill,
                           .name = drill.name,
                           .client = drill.client,
                           .days_late = *ui::days_late(drill, progress_.today)});
        }
    }
    ui::draw_home_screen(
        canvas, interaction,
        {.student = students_.chosen().name, .exams = exam_.open_exams(), .due = due, .notes = setup_.facts},
        commands_);
}

void Stage::draw_progress(ui::Canvas& canvas, ui::Interaction& interaction) {
    ui::draw_progress_screen(
        canvas, interaction,
        {.student = students_.chosen().name, .progress = progress_, .report = report_words_},
        progress_screen_, commands_);
}

/// On a thread of its own: the force of every run is read from its recording.
void Stage::write_report() {
    if (!reporting_.valid()) {
        report_words_ = "Writing the report...";
        reporting_ = std::async(std::launch::async, write_report_file, setup_.data, students_.chosen().name);
    }
}

void Stage::await_report() {
    if (!reporting_.valid() || reporting_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return;
    }
    try {
        const std::string file = reporting_.get().string();
        report_words_ = "Report: " + file;
        std::cout << "report: " << file << "\n" << std::flush;
    } catch (const UserError& error) {
        report_words_.clear();
        report(error.what());
    }
}

/// Sets the screen as the one who practises now has it.
void Stage::greet() {
    settings_ = read_settings(setup_.settings_file);
    if (const auto own = students_.settings()) {
        settings_ = *own;
    }
    const records::Profile& student = students_.chosen();
    if (!student.id.empty()) {
        std::cout << "student: " << student.name << "\n" << std::flush;
    }
}

void Stage::change_student() {
    students_screen_ = {};
    report_words_.clear();
    show(ui::Page::home);
    greet();
}

void Stage::change_settings(const ui::Settings& settings) {
    settings_ = settings;
    if (students_.chosen().id.empty()) {
        write_settings(setup_.settings_file, settings_);
    } else {
        students_.keep(settings_);
    }
}

/// The level that the student has reached at a drill; the drill's own where the records cannot say.
drills::Feedback Stage::reached_level(const drills::Drill& drill) {
    if (students_.chosen().id.empty()) {
        return drill.feedback;
    }
    try {
        return read_progress(records::Archive(setup_.data), students_.chosen(), drill).reached;
    } catch (const UserError& error) {
        report(error.what());
        return drill.feedback;
    }
}

RunPolicy Stage::policy_for(const drills::Drill& drill) {
    if (kiosk_.on()) {
        return kiosk_policy(drill);
    }
    RunPolicy policy = exam_policy();
    if (!setup_.exam) {
        brief_.set_reached(reached_level(drill));
        policy = brief_.policy();
    }
    policy.aided = settings_.aided_press();
    policy.counts = policy.counts && (!policy.aided || setup_.accommodate);
    return policy;
}

/// What a run has changed for the next one at its drill, in a sentence; empty = nothing.
std::string Stage::level_change(const drills::Drill& drill) {
    const drills::Feedback now = reached_level(drill);
    if (kiosk_.on() || examined() || now == brief_.reached()) {
        return {};
    }
    const std::string level = "feedback from the next run on: " + std::string(ui::feedback_title(now)) + ".";
    return (drills::tells_more(now, brief_.reached()) ? "A step back, " : "Two passes in a row, ") + level;
}

} // namespace tactus::app
