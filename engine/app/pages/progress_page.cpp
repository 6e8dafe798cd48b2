#include "engine/app/pages/progress_page.hpp"

#include "engine/app/pages/progress.hpp"
#include "engine/app/stores/report_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/records/calendar.hpp"

#include <chrono>
#include <ctime>
#include <iostream>

namespace tactus::app {

void ProgressPage::clear() {
    progress_ = {};
    screen_ = {};
}

void ProgressPage::read(const records::Profile& student, std::span<const drills::Drill> drills) {
    clear();
    std::error_code ignored;
    if (!std::filesystem::exists(data_ / "records.db", ignored)) {
        for (const drills::Drill& drill : drills) {
            if (!drill.kiosk) {
                progress_.drills.push_back({.drill = drill.id, .name = drill.name, .client = drill.client});
            }
        }
        return;
    }
    progress_ =
        read_progress(records::Archive(data_), student, drills, records::local_day(std::time(nullptr)));
}

std::vector<ui::DueTest> ProgressPage::due() const {
    std::vector<ui::DueTest> due;
    for (const ui::DrillProgress& drill : progress_.drills) {
        if (ui::is_due(drill, progress_.today)) {
            due.push_back({.drill = drill.drill,
                           .name = drill.name,
                           .client = drill.client,
                           .days_late = *ui::days_late(drill, progress_.today)});
        }
    }
    return due;
}

void ProgressPage::draw(ui::Canvas& canvas, ui::Interaction& interaction, const records::Profile& student,
                        ui::Commands& ask) {
    ui::draw_progress_screen(canvas, interaction,
                             {.student = student.name, .progress = progress_, .report = said_}, screen_, ask);
}

void ProgressPage::write_report(const std::string& student) {
    if (!writing_.valid()) {
        said_ = "Writing the report...";
        writing_ = std::async(std::launch::async, write_report_file, data_, student);
    }
}

void ProgressPage::update() {
    if (!writing_.valid() || writing_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return;
    }
    try {
        const std::string file = writing_.get().string();
        said_ = "Report: " + file;
        std::cout << "report: " << file << "\n" << std::flush;
    } catch (const UserError&) {
        said_.clear();
        throw;
    }
}

} // namespace tactus::app
