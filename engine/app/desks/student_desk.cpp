#include "engine/app/desks/student_desk.hpp"

#include "engine/app/pages/progress.hpp"
#include "engine/app/stores/settings_file.hpp"

#include <algorithm>
#include <iostream>

namespace tactus::app {

std::vector<std::string> StudentDesk::names() const {
    std::vector<std::string> names;
    for (const records::Profile& student : students_.all()) {
        names.push_back(student.name);
    }
    return names;
}

void StudentDesk::choose(const std::string& name) {
    students_.choose(name);
    screen_ = {};
}

void StudentDesk::enrol(const std::string& typed) {
    students_.enrol(typed);
    screen_ = {};
}

void StudentDesk::greet() {
    settings_ = read_settings(settings_file_);
    if (const auto own = students_.settings()) {
        settings_ = *own;
    }
    if (!chosen().id.empty()) {
        std::cout << "student: " << chosen().name << "\n" << std::flush;
    }
}

void StudentDesk::change(const ui::Settings& settings) {
    settings_ = settings;
    if (chosen().id.empty()) {
        write_settings(settings_file_, settings_);
    } else {
        students_.keep(settings_);
    }
}

drills::Feedback StudentDesk::reached(const drills::Drill& drill) const {
    return chosen().id.empty() ? drill.feedback
                               : read_progress(records::Archive(data_), chosen(), drill).reached;
}

ui::Page StudentDesk::first_page(bool named) const {
    const bool asks = !named && !students_.all().empty();
    return newcomer_ ? ui::Page::welcome : asks ? ui::Page::students : ui::Page::home;
}

void StudentDesk::end_welcome(bool skipped) {
    newcomer_ = false;
    std::cout << "welcome: " << (skipped ? "skipped" : "done") << "\n" << std::flush;
    students_.end_welcome(skipped);
}

void StudentDesk::draw_welcome(ui::Canvas& canvas, ui::Interaction& interaction,
                               const devices::DeviceSet& devices, const ui::Catalogue& catalogue,
                               ui::Commands& ask) {
    std::string device;
    for (const devices::DeviceState& state : devices.devices()) {
        if (device.empty() && state.connected && state.kind != devices::DeviceKind::mouse) {
            device = state.name;
        }
    }
    ui::WelcomeView view{.device = device};
    const auto drill = std::ranges::find_if(catalogue.drills, &drills::Drill::kiosk);
    if (drill != catalogue.drills.end()) {
        view.drill = drill->id;
        view.client = drill->client;
    }
    ui::draw_welcome_screen(canvas, interaction, view, welcome_, ask);
}

void StudentDesk::draw_students(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    ui::draw_students_screen(canvas, interaction, {.students = students_.all(), .chosen = chosen().name},
                             screen_, ask);
}

void StudentDesk::draw_new_student(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask) {
    ui::draw_new_student_screen(canvas, interaction, screen_, ask);
}

} // namespace tactus::app
