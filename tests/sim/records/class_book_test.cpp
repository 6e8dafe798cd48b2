/// Classes and exams in the records: what is frozen, counted, said, taken back, merged and erased.

#include "sim/authoring/user_error.hpp"
#include "sim/records/class_book.hpp"
#include "sim/records/class_report_html.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"
#include "tests/sim/records/sql.hpp"

#include <doctest/doctest.h>

#include <ctime>
#include <fstream>
#include <sstream>

using namespace tactus;
using exams::MarkKind;
using records::Archive;
using records::Attempt;
using records::ClassBook;
using scenes::Folder;

namespace {

constexpr const char* teacher = "Ms. Fox";

records::ExamOrder order_for(const std::string& class_id) {
    const session::Setup setup = scenes::shipped_setup("effleurage");
    return {.class_id = class_id,
            .title = "Back A",
            .drill = setup.drill,
            .rubric = setup.rubric,
            .client = setup.client,
            .seen = {},
            .who = teacher};
}

replay::Recording run_at(std::int64_t second, double score) {
    replay::Recording recording = scenes::invented_recording(240);
    recording.origin.started_at_unix_s = std::time(nullptr) - 100 + second;
    recording.ending.score_total = score;
    recording.ending.graded = true;
    return recording;
}

/// A class of two with an exam open.
struct School {
    Folder folder;
    Archive archive;
    ClassBook book;
    records::Class morning;
    exams::Exam exam;

    explicit School(const std::string& name)
        : folder(name), archive(folder.path), book(folder.path), morning(book.make_class("2B")) {
        const std::vector<exams::RosterEntry> roster{{"Ana Cruz", "S-1"}, {"Ben Ode", ""}};
        book.enrol(morning.id, roster, teacher);
        exam = book.open_exam(order_for(morning.id));
    }

    [[nodiscard]] std::string id(const std::string& name) const { return *archive.profile_named(name); }

    Attempt take(const std::string& name, std::int64_t second, double score) {
        const records::Sitting sitting = book.sit_down(exam, id(name));
        const replay::Recording run = run_at(second, score);
        const Attempt attempt = archive.add(run, {.student = name});
        CHECK(book.hand_in(sitting, attempt, run.setup.client).empty());
        return attempt;
    }

    exams::Mark about(const std::string& name, MarkKind kind, double value = 0,
                      std::string words = {}) const {
        return {
            .exam = exam.id, .profile = id(name), .kind = kind, .value = value, .words = std::move(words)};
    }
};

} // namespace

TEST_CASE("a roster makes students and members once, and a number belongs to one of them") {
    School school("class-roster");
    CHECK(school.book.members(school.morning.id).size() == 2);
    CHECK(school.book.members(school.morning.id)[0].school_number == "S-1");
    const std::vector<exams::RosterEntry> again{{"Ben Ode", "S-2"}, {"Chi", "S-3"}};
    const records::RosterReport report = school.book.enrol(school.morning.id, again, teacher);
    CHECK(report.joined == 1);
    CHECK(report.known == 1);
    const std::vector<exams::RosterEntry> taken{{"Dee", ""}, {"Eve", "S-1"}};
    CHECK_THROWS_AS(school.book.enrol(school.morning.id, taken, teacher), UserError);
    CHECK_FALSE(school.archive.profile_named("Dee")); // all or nobody
    school.book.dismiss(school.morning.id, school.id("Chi"), teacher);
    CHECK(school.book.members(school.morning.id).size() == 2);
    CHECK(school.archive.class_of(school.id("Ana Cruz")) == "2B");
    school.archive.set_class(school.id("Ana Cruz"), "3C");
    CHECK(school.book.class_named("2B").members == 1);
    CHECK(school.book.class_named("3C").members == 1);
    CHECK_THROWS_AS(school.book.class_named("9Z"), UserError);
}

TEST_CASE("an exam carries drill, rubric and client by value and goes by its frozen hash") {
    School school("class-frozen");
    const exams::Exam kept = school.book.exam(school.exam.id);
    CHECK(drills::parse_drill(kept.drill_text, "frozen") == order_for("").drill);
    CHECK(scoring::parse_rubric(kept.rubric_text, "frozen") == order_for("").rubric);
    CHECK(kept.frozen_hash.size() == 32);
    CHECK(kept.pass.pass == 75);
    const Attempt attempt = school.take("Ana Cruz", 1, 80);
    CHECK(attempt.drill_hash == kept.drill_hash);
    CHECK(attempt.rubric_hash == kept.rubric_hash);
    records::ExamOrder talk = order_for(school.morning.id);
    talk.drill.interview = true;
    talk.seen_share = 0.5;
    talk.closes_at_unix_s = 1;
    CHECK_THROWS_AS(school.book.open_exam(talk), UserError);
    CHECK(school.book.exams(school.morning.id).size() == 1);
}

TEST_CASE("attempts are counted from sitting down, and only members of the class sit down") {
    School school("class-count");
    const std::string ana = school.id("Ana Cruz");
    CHECK(school.book.exams_for(ana, std::time(nullptr)).size() == 1);
    const records::Sitting left = school.book.sit_down(school.exam, ana); // and walks away
    CHECK(left.number == 1);
    CHECK_THROWS_AS(school.book.sit_down(school.exam, ana), UserError);
    CHECK_THROWS_AS(school.book.mark({school.about("Ana Cruz", MarkKind::grant)}, teacher), UserError);
    school.book.mark({school.about("Ana Cruz", MarkKind::grant, 1, "fire alarm")}, teacher);
    CHECK(school.book.sit_down(school.exam, ana).number == 2);
    const std::string other = school.archive.make_profile("Zoe");
    CHECK_THROWS_AS(school.book.sit_down(school.exam, other), UserError);
    school.book.set_open(school.exam.id, false, teacher, "time is up");
    CHECK_THROWS_AS(school.book.sit_down(school.exam, school.id("Ben Ode")), UserError);
    CHECK(school.book.exams_for(ana, std::time(nullptr)).empty());
    school.book.set_open(school.exam.id, true, teacher, "make-up");
    CHECK(school.book.sit_down(school.exam, school.id("Ben Ode")).left == 0);
}

TEST_CASE("a run that the station spoilt is no attempt, and one of another drill or client is refused") {
    School school("class-spoilt");
    const std::string ana = school.id("Ana Cruz");
    const records::Sitting sitting = school.book.sit_down(school.exam, ana);
    replay::Recording slow = run_at(1, 80);
    slow.ending.graded = false;
    slow.ending.sim_per_wall = 0.5;
    const Attempt attempt = school.archive.add(slow, {.student = "Ana Cruz"});
    CHECK(school.book.hand_in(sitting, attempt, slow.setup.client).find("slower") != std::string::npos);
    CHECK(school.book.standing(school.exam, ana).attempts.empty());
    const records::Sitting again = school.book.sit_down(school.exam, ana); // granted
    replay::Recording other = run_at(2, 80);
    other.setup.drill.steps.front().duration_s += 1;
    const client::Client& meant = other.setup.client;
    CHECK_THROWS_AS(school.book.hand_in(again, school.archive.add(other, {.student = "Ana Cruz"}), meant),
                    UserError);
    CHECK_THROWS_AS(
        school.book.hand_in(again, school.archive.add(run_at(3, 80), {.student = "Ben Ode"}), meant),
        UserError);
    client::Client hardier = meant;
    hardier.response.ppt_factor *= 1.5F;
    CHECK_THROWS_AS(
        school.book.hand_in(again, school.archive.add(run_at(4, 80), {.student = "Ana Cruz"}), hardier),
        UserError);
}

TEST_CASE("marks are rows with who, when and why; an act is taken back as one") {
    School school("class-marks");
    school.take("Ana Cruz", 1, 60);
    school.take("Ben Ode", 2, 90);
    CHECK_THROWS_AS(school.book.mark({school.about("Ana Cruz", MarkKind::override_grade, 80)}, teacher),
                    UserError);
    CHECK_THROWS_AS(school.book.mark({school.about("Ana Cruz", MarkKind::override_grade, 101, "x")}, teacher),
                    UserError);
    CHECK_THROWS_AS(school.book.mark({school.about("Ana Cruz", MarkKind::approve)}, ""), UserError);
    school.book.mark({school.about("Ana Cruz", MarkKind::override_grade, 80, "clock stood still")}, teacher);
    school.book.mark(
        {school.about("Ana Cruz", MarkKind::approve), school.about("Ben Ode", MarkKind::approve)}, teacher);
    exams::Gradebook book = school.book.gradebook(school.morning.id);
    CHECK(book.rows[0].standings[0].final_grade == 80.0);
    CHECK(book.rows[0].standings[0].raw == 60.0);
    CHECK(exams::done_of(book, 0).approved == 2);
    CHECK(school.book.undo(school.exam.id, teacher) == "approved, 2 marks");
    book = school.book.gradebook(school.morning.id);
    CHECK(exams::done_of(book, 0).approved == 0);
    CHECK(book.rows[0].standings[0].final_grade == 80.0);
    CHECK(school.book.undo(school.exam.id, teacher).starts_with("grade set to 80"));
    CHECK(school.book.undo(school.exam.id, teacher).empty());
    CHECK(school.book.gradebook(school.morning.id).rows[0].standings[0].final_grade == 60.0);
    CHECK(school.book.marks(school.exam.id, "").size() == 3); // nothing is gone
}

TEST_CASE("a student asks for another look once at a moment, and is answered once") {
    School school("class-review");
    const Attempt attempt = school.take("Ana Cruz", 1, 60);
    CHECK_THROWS_AS(school.book.ask_review(attempt, 0.5, ""), UserError);
    CHECK_THROWS_AS(school.book.ask_review(attempt, 99, "there"), UserError);
    school.book.ask_review(attempt, 0.5, "My hand did not leave the back");
    const auto waiting = school.book.reviews(true);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].moment_s == 0.5);
    CHECK(waiting[0].exam == school.exam.id);
    CHECK(school.book.standing(school.exam, school.id("Ana Cruz")).stage == exams::Stage::review_asked);
    school.book.answer_review(waiting[0].id, "It did, for 0.4 s", teacher);
    CHECK_THROWS_AS(school.book.answer_review(waiting[0].id, "again", teacher), UserError);
    CHECK(school.book.reviews(true).empty());
    CHECK(school.book.reviews_of(attempt.id)[0].answered_by == teacher);
}

TEST_CASE("exams and marks are append-only, whoever tries") {
    School school("class-append");
    const Attempt attempt = school.take("Ana Cruz", 1, 60);
    school.book.mark({school.about("Ana Cruz", MarkKind::approve)}, teacher);
    school.book.ask_review(attempt, 0, "look");
    for (const char* statement :
         {"update exam set drill_text = ''", "update mark set value = 100", "delete from mark",
          "update seen_row set marks = 9", "delete from sitting", "delete from exam",
          "update membership set joined = 0", "delete from review", "update handed_in set sitting = 'x'",
          "delete from handed_in", "delete from class"}) {
        CAPTURE(statement);
        const bool empty_table = std::string(statement).find("seen_row") != std::string::npos;
        CHECK(scenes::sql(school.folder.path / "records.db", statement).empty() == empty_table);
    }
}

TEST_CASE("another station's exams are taken once, by the names of classes and students") {
    School there("class-there");
    const Attempt attempt = there.take("Ana Cruz", 1, 60);
    there.book.mark({there.about("Ana Cruz", MarkKind::override_grade, 80, "why")}, teacher);
    there.book.ask_review(attempt, 0.5, "look");
    const Folder here("class-here");
    Archive station(here.path);
    station.make_profile("Ana Cruz"); // another id
    records::MergeReport report = station.merge(Archive(there.folder.path));
    CHECK(report.taken == 1);
    CHECK(report.exam_rows == 7); // 2 members, exam, sitting, handed in, mark, review; the class goes by name
    CHECK(report.differing.empty());
    ClassBook book(here.path);
    const exams::Gradebook grades = book.gradebook("2B");
    REQUIRE(grades.rows.size() == 2);
    CHECK(grades.rows[0].standings[0].final_grade == 80.0);
    CHECK(grades.rows[0].school_number == "S-1");
    CHECK(book.reviews(true).size() == 1);
    report = station.merge(Archive(there.folder.path));
    CHECK(report.exam_rows == 0);
    CHECK(report.differing.empty());
    there.book.mark({there.about("Ana Cruz", MarkKind::approve)}, teacher);
    CHECK(station.merge(Archive(there.folder.path)).exam_rows == 1);
}

TEST_CASE("an erased student leaves no exam behind, and none comes back") {
    School there("class-erase-there");
    const std::string name = "Zephyrine Quackenbush";
    const std::vector<exams::RosterEntry> roster{{name, "S-777333"}};
    there.book.enrol(there.morning.id, roster, teacher);
    const Attempt attempt = there.take(name, 1, 60);
    there.book.mark({there.about(name, MarkKind::comment, 0, "most peculiar wrists")}, teacher);
    there.book.ask_review(attempt, 0.5, "a peculiar plea");
    there.book.answer_review(there.book.reviews(true)[0].id, "a peculiar answer", teacher);
    const Folder here("class-erase-here");
    Archive station(here.path);
    station.merge(Archive(there.folder.path));
    CHECK(station.erase(name).attempts == 1);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(here.path)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        for (const std::string& trace : {name, std::string("S-777333"), std::string("peculiar")}) {
            CAPTURE(entry.path());
            CAPTURE(trace);
            CHECK(bytes.find(trace) == std::string::npos);
        }
    }
    CHECK(station.merge(Archive(there.folder.path)).exam_rows == 0);
    CHECK_FALSE(station.profile_named(name));
    CHECK(ClassBook(here.path).gradebook("2B").rows.size() == 2);
}

TEST_CASE("records of schemas 2 and 3 keep who is in which class, and a copy is laid aside") {
    for (const std::string schema : {"2", "3"}) {
        const Folder folder("class-schema-" + schema);
        {
            Archive archive(folder.path);
            archive.set_setting(archive.make_profile("Ana"), "class", "2B");
            archive.set_setting(archive.make_profile("Ben"), "class", "2B");
            archive.set_setting(archive.make_profile("Chi"), "class", "");
        }
        // As those versions left it: without what came after.
        const std::filesystem::path file = folder.path / "records.db";
        REQUIRE(scenes::sql(file, scenes::drop_exam_tables).empty());
        REQUIRE((schema == "3" || scenes::sql(file, "drop table delivery").empty()));
        REQUIRE(scenes::sql(file, "pragma user_version = " + schema).empty());
        const Archive archive(folder.path);
        CHECK(archive.class_of(*archive.profile_named("Ana")) == "2B");
        CHECK(archive.class_of(*archive.profile_named("Chi")).empty());
        CHECK(ClassBook(folder.path).class_named("2B").members == 2);
        CHECK_FALSE(archive.settings(*archive.profile_named("Ana")).contains("class"));
        CHECK(archive.outbox().waiting == 0);
        CHECK(std::distance(std::filesystem::directory_iterator(folder.path / "backups"), {}) == 1);
    }
}

TEST_CASE("the reports name figures, events and what the ratings bear") {
    School school("class-report");
    const Attempt ana = school.take("Ana Cruz", 1, 60);
    const Attempt ben = school.take("Ben Ode", 2, 90);
    exams::Mark fail = school.about("Ana Cruz", MarkKind::rating, 1, "<hasty>");
    fail.attempt = ana.id;
    exams::Mark pass = school.about("Ben Ode", MarkKind::rating, 3);
    pass.attempt = ben.id;
    school.book.mark({fail, pass}, teacher);
    school.book.mark({school.about("Ana Cruz", MarkKind::override_grade, 77, "clock stood still")}, teacher);
    std::ostringstream page;
    records::write_class_report(school.book, school.exam, page);
    CHECK(page.str().find("Pass mark by the line at borderline: <strong>75.0") != std::string::npos);
    CHECK(page.str().find("Nobody was rated borderline") != std::string::npos);
    CHECK(page.str().find("set by the instructor") != std::string::npos);
    CHECK(page.str().find("<script") == std::string::npos);
    std::ostringstream own;
    records::write_exam_report(school.book, school.archive, school.exam, "Ana Cruz", own);
    CHECK(own.str().find("clock stood still") != std::string::npos);
    CHECK(own.str().find("&lt;hasty&gt;") != std::string::npos);
    CHECK(own.str().find("Grade <strong>77.0") != std::string::npos);
    CHECK_THROWS_AS(records::write_exam_report(school.book, school.archive, school.exam, "Zoe", own),
                    UserError);
}
