/// `tactus-sim class` on a folder of records.

#include "sim/authoring/user_error.hpp"
#include "sim/cli/exam_words.hpp"
#include "sim/cli/run_class.hpp"
#include "sim/records/class_book.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;
using Action = cli::ClassOptions::Action;

namespace {

struct Station {
    scenes::Folder folder{"cli-class"};

    [[nodiscard]] cli::ClassOptions options(Action action) const {
        cli::ClassOptions options;
        options.action = action;
        options.data = folder.path / "data";
        options.class_name = "2B";
        options.by = "Ms. Fox";
        return options;
    }

    static std::string run(const cli::ClassOptions& options) {
        std::ostringstream out;
        const int code = cli::run_class(options, out);
        return code == 0 ? out.str() : "code " + std::to_string(code);
    }

    /// A class of two with an exam open; its id.
    std::string begin() {
        cli::ClassOptions roster = options(Action::roster);
        roster.file = folder.path / "class.csv";
        std::filesystem::create_directories(folder.path);
        std::ofstream(roster.file) << "Ana Cruz,S-1\nBen Ode,S-2\n";
        CHECK(run(roster) == "2 joined 2B, 0 were in it\n");
        cli::ClassOptions open = options(Action::open);
        open.drill = "effleurage";
        open.title = "Back A";
        open.sheet = "practical";
        open.closes = "2200-01-31 10:00";
        open.json = true;
        return nlohmann::json::parse(run(open))["id"];
    }
};

} // namespace

TEST_CASE("a class is entered, an exam opened, a grade set with its reason, the gradebook written") {
    Station station;
    const std::string exam = station.begin();
    cli::ClassOptions set = station.options(Action::override_grade);
    set.exam = exam.substr(0, 18);
    set.student = "Ana Cruz";
    set.grade = 82;
    CHECK_THROWS_AS(Station::run(set), UserError); // no reason
    set.why = "Seen on the mannequin";
    CHECK(Station::run(set) == "Ana Cruz: 82 of 100, passed\n");
    const std::string table = Station::run(station.options(Action::gradebook));
    CHECK(table.find("S-1,Ana Cruz,2B,82.00,,,0,") != std::string::npos);
    CHECK(table.find("S-2,Ben Ode,2B,,,,0,not started") != std::string::npos);
    cli::ClassOptions trail = station.options(Action::trail);
    trail.exam = "Back A";
    CHECK(Station::run(trail).find("Ms. Fox  grade set to 82: Seen on the mannequin") != std::string::npos);
    cli::ClassOptions undo = station.options(Action::undo);
    undo.exam = exam;
    CHECK(Station::run(undo).starts_with("taken back: grade set to 82"));
    std::ostringstream out;
    CHECK(cli::run_class(undo, out) == 1);
    cli::ClassOptions report = station.options(Action::report);
    report.exam = exam;
    report.file = station.folder.path / "report.html";
    Station::run(report);
    CHECK(std::filesystem::file_size(report.file) > 1000);
}

TEST_CASE("an exam closes and opens again, and every list is JSON when that is asked for") {
    Station station;
    const std::string exam = station.begin();
    cli::ClassOptions close = station.options(Action::close);
    close.exam = exam;
    close.json = true;
    CHECK(nlohmann::json::parse(Station::run(close))["state"] == "closed");
    close.action = Action::reopen;
    const auto again = nlohmann::json::parse(Station::run(close));
    CHECK(again["state"] == "open");
    CHECK(again["seen"].size() == 8);
    CHECK(again["seen_share"] == 0.4);
    for (const Action action : {Action::list, Action::exams, Action::gradebook, Action::reviews}) {
        cli::ClassOptions list = station.options(action);
        list.json = true;
        CHECK(nlohmann::json::parse(Station::run(list)).is_object());
    }
    cli::ClassOptions wrong = station.options(Action::open);
    wrong.drill = "effleurage";
    wrong.opens = "tomorrow";
    CHECK_THROWS_AS(Station::run(wrong), UserError);
    wrong.opens.clear();
    wrong.title = "  ";
    CHECK_THROWS_AS(Station::run(wrong), UserError);
    wrong.drill = "strain"; // begins with a talk, or is no drill
    CHECK_THROWS_AS(Station::run(wrong), UserError);
    CHECK(cli::moment_text(cli::moment_of("2026-01-31 10:00", "--opens")) == "2026-01-31 10:00");
}
