/// Who practises here: the page an evening begins with, settings, the level reached, progress.

#include "engine/app/desks/student_desk.hpp"
#include "engine/app/pages/brief_choices.hpp"
#include "engine/app/pages/progress_page.hpp"
#include "engine/app/stores/settings_file.hpp"
#include "sim/authoring/user_error.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace tactus;
using app::StudentDesk;
using drills::Feedback;
using ui::Page;

namespace {

/// As a desk of the next evening.
StudentDesk desk_in(const scenes::Folder& folder) {
    std::filesystem::create_directories(folder.path);
    return {folder.path, folder.path / "config.toml"};
}

} // namespace

TEST_CASE("a newcomer is welcomed once, students are asked who they are, a guest goes home") {
    const scenes::Folder folder("desk-pages");
    StudentDesk desk = desk_in(folder);
    CHECK(desk.first_page(false) == Page::home);
    desk.expect_newcomer();
    CHECK(desk.first_page(false) == Page::welcome);
    desk.end_welcome(true);
    CHECK(desk.first_page(false) == Page::home);
    CHECK_FALSE(desk.students().new_here());
    desk.enrol("Ana");
    CHECK(desk.first_page(false) == Page::students);
    CHECK(desk.first_page(true) == Page::home); // the program was told who it is
    CHECK(desk.names() == std::vector<std::string>{"Ana"});
}

TEST_CASE("settings are the computer's for the guest and each student's own") {
    const scenes::Folder folder("desk-settings");
    StudentDesk desk = desk_in(folder);
    desk.greet();
    ui::Settings settings = desk.settings();
    settings.scale_percent = 125;
    desk.change(settings);
    CHECK(app::read_settings(folder.path / "config.toml").scale_percent == 125);
    desk.enrol("Ana");
    desk.greet();
    CHECK(desk.settings().scale_percent == 125); // until she sets her own
    settings.scale_percent = 150;
    desk.change(settings);
    desk.choose("");
    desk.greet();
    CHECK(desk.settings().scale_percent == 125);
    desk.choose("Ana");
    desk.greet();
    CHECK(desk.settings().scale_percent == 150);
    CHECK_THROWS_AS(desk.choose("Zoe"), UserError);
    CHECK(desk.chosen().name == "Ana");
}

TEST_CASE("a student who passes is shown less, a guest what the drill says") {
    const scenes::Folder folder("desk-level");
    StudentDesk desk = desk_in(folder);
    const drills::Drill drill = scenes::shipped_setup("effleurage").drill;
    REQUIRE(drill.feedback == Feedback::full);
    CHECK(desk.reached(drill) == Feedback::full);
    desk.enrol("Ana");
    CHECK(desk.reached(drill) == Feedback::full);
    records::Archive archive(folder.path);
    for (int run = 1; run <= 2; ++run) {
        replay::Recording recording = scenes::invented_recording(24);
        recording.origin.started_at_unix_s += run;
        recording.ending.graded = true;
        recording.ending.score_total = 90;
        archive.add(recording, {.student = "Ana"});
    }
    CHECK(drills::tells_more(Feedback::full, desk.reached(drill)));
    desk.choose("");
    CHECK(desk.reached(drill) == Feedback::full);
}

TEST_CASE("a change of the level is said once it differs from what the brief knew") {
    app::BriefChoices brief;
    brief.begin(Feedback::full);
    CHECK(brief.change_to(Feedback::full).empty());
    CHECK(brief.change_to(Feedback::none).find("Two passes in a row") == 0);
    brief.begin(Feedback::none);
    CHECK(brief.change_to(Feedback::full).find("A step back") == 0);
}

TEST_CASE("a look at the progress begins no records, and nothing is due") {
    const scenes::Folder folder("progress-look");
    app::ProgressPage page(folder.path);
    const std::vector<drills::Drill> drills{scenes::shipped_setup("effleurage").drill};
    page.read({}, drills);
    CHECK(page.due().empty());
    CHECK_FALSE(std::filesystem::exists(folder.path / "records.db"));
}

TEST_CASE("a report that cannot be written is said once, and another one may be asked for") {
    const scenes::Folder folder("progress-report");
    StudentDesk desk = desk_in(folder);
    desk.enrol("Ana");
    app::ProgressPage page(folder.path);
    const auto wait = [&] {
        for (int tries = 0; tries < 400; ++tries) {
            page.update();
            if (page.said().starts_with("Report: ")) {
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(25));
        }
    };
    page.write_report("Zoe");
    CHECK(page.said().starts_with("Writing"));
    CHECK_THROWS_AS(wait(), UserError);
    CHECK(page.said().empty());
    page.write_report("Ana");
    wait();
    CHECK(std::filesystem::exists(page.said().substr(std::string("Report: ").size())));
    page.forget_report();
    CHECK(page.said().empty());
}
