#include "engine/app/stores/students.hpp"

#include "engine/app/stores/settings_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/exams/student_name.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

namespace tactus::app {

namespace {

constexpr const char* screen_key = "screen"; ///< of the archive's settings: config.toml's text

} // namespace

Students::Students(std::filesystem::path data) : data_(std::move(data)) {
    if (new_here()) {
        return; // the first student or the first run begins them
    }
    try {
        read_names();
    } catch (const UserError& error) {
        std::cerr << "tactus: " << error.what() << '\n';
    }
}

bool Students::new_here() const {
    std::error_code ignored;
    return !std::filesystem::exists(data_ / "records.db", ignored);
}

void Students::end_welcome(bool skipped) const {
    records::Archive(data_).set_setting("", "welcome", skipped ? "skipped" : "done");
}

void Students::read_names() { all_ = records::Archive(data_).profiles(); }

void Students::choose(const std::string& name) {
    if (name.empty()) {
        chosen_ = {};
        return;
    }
    const auto found = std::ranges::find(all_, name, &records::Profile::name);
    if (found == all_.end()) {
        throw UserError(Complaint{name, "nobody of that name is in the records", "enter a new student"});
    }
    chosen_ = *found;
}

void Students::enrol(const std::string& typed) {
    const std::string name = exams::tidy_name(typed);
    if (exams::means_guest(name)) {
        choose("");
        return;
    }
    records::Archive(data_).make_profile(name);
    read_names();
    choose(name);
}

std::optional<ui::Settings> Students::settings() const {
    if (chosen_.id.empty()) {
        return std::nullopt;
    }
    const auto kept = records::Archive(data_).settings(chosen_.id);
    const auto screen = kept.find(screen_key);
    if (screen == kept.end()) {
        return std::nullopt;
    }
    return parse_settings(screen->second, "settings of " + chosen_.name);
}

void Students::keep(const ui::Settings& settings) const {
    records::Archive(data_).set_setting(chosen_.id, screen_key, settings_text(settings));
}

} // namespace tactus::app
