#pragma once
/// Where an evening begins: who practises, how they have set the screen, and the pages on which a newcomer is
/// welcomed and a student is chosen.

#include "engine/app/stores/students.hpp"
#include "engine/devices/device_set.hpp"
#include "engine/ui/catalogue.hpp"
#include "engine/ui/commands.hpp"
#include "engine/ui/screens/students_screen.hpp"
#include "engine/ui/screens/welcome_screen.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tactus::app {

class StudentDesk {
public:
    /// data: the folder of the records; settings_file: of the computer, which are the guest's. The guest is
    /// chosen, with the usual settings until greet().
    StudentDesk(const std::filesystem::path& data, std::filesystem::path settings_file)
        : data_(data), settings_file_(std::move(settings_file)), students_(data) {}

    [[nodiscard]] const Students& students() const { return students_; }

    /// The guest has an empty id and name.
    [[nodiscard]] const records::Profile& chosen() const { return students_.chosen(); }

    [[nodiscard]] std::vector<std::string> names() const;

    /// Of who practises.
    [[nodiscard]] const ui::Settings& settings() const { return settings_; }

    /// Some students may have been entered from elsewhere. Throws UserError.
    void look_again() { students_.look_again(); }

    /// By name, "" = guest. Throws UserError when nobody has it.
    void choose(const std::string& name);

    /// The same for a student who may be new. Throws UserError.
    void enrol(const std::string& typed);

    /// Sets the screen as the one who practises now has it, and says on standard output who that is. Throws
    /// UserError: the settings cannot be read.
    void greet();

    /// Of who practises, from now on. Throws UserError when they cannot be kept.
    void change(const ui::Settings& settings);

    /// The level of feedback that the student has reached at a drill; the guest stays at the drill's own.
    /// Throws UserError.
    [[nodiscard]] drills::Feedback reached(const drills::Drill& drill) const;

    /// Nobody has practised here yet, nor skipped the welcome.
    void expect_newcomer() { newcomer_ = true; }

    /// With which the program opens. named: it was told who practises.
    [[nodiscard]] ui::Page first_page(bool named) const;

    /// For good. Throws UserError when that cannot be kept.
    void end_welcome(bool skipped);

    void draw_welcome(ui::Canvas& canvas, ui::Interaction& interaction, const devices::DeviceSet& devices,
                      const ui::Catalogue& catalogue, ui::Commands& ask);

    void draw_students(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

    void draw_new_student(ui::Canvas& canvas, ui::Interaction& interaction, ui::Commands& ask);

private:
    std::filesystem::path data_;
    std::filesystem::path settings_file_;
    Students students_;
    ui::Settings settings_;
    bool newcomer_ = false;
    ui::WelcomeScreen welcome_;
    ui::StudentsScreen screen_;
};

} // namespace tactus::app
