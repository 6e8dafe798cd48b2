/// Classes, exams, marks and erasures between stations and their school: a desk where an instructor works and
/// a room where students practise.

#include "sim/authoring/user_error.hpp"
#include "sim/records/class_book.hpp"
#include "sim/school/class_sync.hpp"
#include "sim/school/class_wire.hpp"
#include "sim/server/class_log.hpp"
#include "tests/scenes/online_school.hpp"
#include "tests/sim/records/folder.hpp"
#include "tests/sim/records/sql.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace tactus;
using exams::MarkKind;
using nlohmann::json;

namespace {

constexpr const char* fox = "Ms. Fox";

/// A station with its records and its way to the school.
struct Station {
    scenes::Folder folder;
    records::Archive archive;
    records::ClassBook book;
    records::ClassExchange exchange;
    school::SchoolClient client;

    Station(const std::string& name, const scenes::OnlineSchool& school, const std::string& token)
        : folder(name), archive(folder.path), book(folder.path), exchange(folder.path),
          client({.server = school.address(), .token = token}) {}

    school::PushReport push() { return school::push(archive, client); }

    school::ClassPull pull() {
        return school::pull_class_rows(archive, exchange, client, school::ask_who_i_am(client),
                                       [] { return true; });
    }

    [[nodiscard]] std::string id(const std::string& name) const { return *archive.profile_named(name); }
};

records::ExamOrder order_for(const std::string& class_id) {
    const session::Setup setup = scenes::shipped_setup("effleurage");
    return {.class_id = class_id,
            .title = "Back A",
            .drill = setup.drill,
            .rubric = setup.rubric,
            .client = setup.client,
            .seen = {{.words = "Asks before touching", .marks = 2},
                     {.words = "Hurts", .marks = 0, .critical = true}},
            .seen_share = 0.25,
            .attempts_allowed = 2,
            .who = fox};
}

/// A school with a desk and a room; an exam is open for a class of two.
struct Exam : scenes::OnlineSchool {
    std::string desk_token = server::add_station(owner, id, "desk", true);
    Station desk{"class-desk", *this, desk_token};
    Station room{"class-room", *this, first_token};
    exams::Exam exam;

    Exam() {
        const records::Class morning = desk.book.make_class("2B");
        const std::vector<exams::RosterEntry> roster{{"Ana Cruz", "S-1"}, {"Ben Ode", ""}};
        desk.book.enrol(morning.id, roster, fox);
        exam = desk.book.open_exam(order_for(morning.id));
        CHECK(desk.push().noticed.empty());
    }

    /// In the room: sits down, runs, hands in.
    records::Attempt take(const std::string& name, int at_s) {
        const records::Sitting sitting = room.book.sit_down(room.book.exam(exam.id), room.id(name));
        replay::Recording recording = scenes::invented_recording(240);
        recording.origin.started_at_unix_s = std::time(nullptr) - 100 + at_s;
        recording.ending.score_total = 80;
        recording.ending.graded = true;
        const records::Attempt attempt = room.archive.add(recording, {.student = name, .result = "{}"});
        CHECK(room.book.hand_in(sitting, attempt, recording.setup.client).empty());
        return attempt;
    }

    [[nodiscard]] exams::Mark about(const std::string& name, MarkKind kind, double value,
                                    const std::string& words) {
        return {.exam = exam.id, .profile = desk.id(name), .kind = kind, .value = value, .words = words};
    }

    /// What a row's station answers for it.
    school::Fate tells(const server::Scope& station, const records::ClassRow& row) {
        return server::take_class_rows(pool, station, {row})[0].fate;
    }
};

records::ClassRow row_of(const std::string& kind, json body) {
    const std::string id = server::new_id();
    body[kind == "mark_undo" ? "act" : kind == "handed_in" ? "attempt" : "id"] = id;
    return {.kind = kind, .id = id, .student = "Ana Cruz", .body = body.dump()};
}

} // namespace

TEST_CASE(
    "an exam goes from the desk to the room, is taken there, marked at the desk, and the marks come back") {
    Exam school;
    const school::ClassPull came = school.room.pull();
    CHECK(came.rows > 0);
    CHECK(came.differing.empty());
    const exams::Exam there = school.room.book.exam(school.exam.id);
    CHECK(there.drill_text == school.exam.drill_text);
    CHECK(there.frozen_hash == school.exam.frozen_hash);
    CHECK(there.seen == school.exam.seen);
    CHECK(school.room.book.exams_for(school.room.id("Ana Cruz"), std::time(nullptr)).size() == 1);
    const records::Class morning = school.room.book.class_named("2B");
    CHECK(morning.members == 2);
    for (const records::Member& member : school.room.book.members(morning.id)) {
        CHECK(member.school_number == (member.profile.name == "Ana Cruz" ? "S-1" : ""));
    }

    const records::Attempt anas = school.take("Ana Cruz", 1);
    school.room.book.ask_review(anas, 1, "My hand did not leave the back");
    CHECK(school.room.push().noticed.empty());
    const school::ClassPull handed_in = school.desk.pull();
    CHECK(handed_in.attempts == 1);
    CHECK(school.desk.archive.find(anas.id)->digest == anas.digest);
    CHECK(school.desk.archive.recording_bytes(anas) == school.room.archive.recording_bytes(anas));
    CHECK(school.desk.book.attempts(school.exam.id, school.desk.id("Ana Cruz")).size() == 1);
    const auto reviews = school.desk.book.reviews(true);
    REQUIRE(reviews.size() == 1);
    CHECK(reviews[0].words == "My hand did not leave the back");

    school.desk.book.answer_review(reviews[0].id, "It did", fox);
    school.desk.book.mark({school.about("Ana Cruz", MarkKind::override_grade, 82, "the clock stood still")},
                          fox);
    school.desk.book.mark({school.about("Ben Ode", MarkKind::comment, 0, "was ill")}, fox);
    CHECK(school.desk.book.undo(school.exam.id, fox) != "");
    CHECK(school.desk.push().noticed.empty());
    school.room.pull();
    const exams::Standing standing =
        school.room.book.standing(school.room.book.exam(school.exam.id), school.room.id("Ana Cruz"));
    CHECK(standing.final_grade == 82);
    CHECK(standing.overridden);
    CHECK(school.room.book.reviews_of(anas.id)[0].answer == "It did");
    const auto comments = school.room.book.marks(school.exam.id, school.room.id("Ben Ode"));
    REQUIRE(comments.size() == 1);
    CHECK(comments[0].undone);
    CHECK(school.truth("select count(*) from attempt") == "1"); // the desk pushed nobody's run as its own
    CHECK(school.truth("select count(*) from flag") == "0");
}

TEST_CASE("pushing and pulling classes again changes nothing on either side") {
    Exam school;
    school.room.pull();
    school.take("Ana Cruz", 1);
    school.room.push();
    school.desk.pull();
    const std::string rows = school.truth("select count(*) from class_row");
    for (Station* station : {&school.desk, &school.room}) {
        station->archive.forget_deliveries();
        const school::PushReport again = station->push();
        CHECK(again.taken == 0);
        CHECK(again.known > 0);
        CHECK(again.noticed.empty());
        const school::ClassPull back = station->pull();
        CHECK(back.rows == 0);
        CHECK(back.differing.empty());
        CHECK(station->archive.outbox().rows_waiting == 0);
        CHECK(station->push().taken == 0);
    }
    CHECK(school.truth("select count(*) from class_row") == rows);
    CHECK(school.truth("select count(*) from flag") == "0");
}

TEST_CASE("a row that differs from the one of its id is flagged and the first kept") {
    Exam school;
    const server::Scope desk = server::bearer(school.pool, school.desk_token).value();
    records::ClassRow row = row_of("class", {{"name", "3C"}, {"made_at", 1}});
    CHECK(school.tells(desk, row) == school::Fate::taken);
    CHECK(school.tells(desk, row) == school::Fate::known);
    json other = json::parse(row.body);
    other["name"] = "4D";
    row.body = other.dump();
    CHECK(school.tells(desk, row) == school::Fate::differs);
    CHECK(school.truth("select body->>'name' from class_row where id = '" + row.id + "'") == "3C");
    CHECK(school.truth("select kind from flag where attempt = '" + row.id + "'") == "differs");
}

TEST_CASE("a room says who sat down and what was handed in; only a desk says what a class and a grade is") {
    Exam school;
    school.room.pull();
    const std::string ana = school.room.id("Ana Cruz");
    const json mark{{"exam", school.exam.id}, {"profile", ana}, {"attempt", nullptr},
                    {"kind", "override"},     {"value", 100},   {"who", "Ana"}};
    CHECK(school.tells(school.first, row_of("mark", mark)) == school::Fate::refused);
    CHECK(school.tells(school.first, row_of("class", {{"name", "mine"}})) == school::Fate::refused);
    CHECK(school.tells(school.first, row_of("grade", {{"value", 100}})) == school::Fate::refused);
    json grant = mark;
    grant["kind"] = "grant";
    CHECK(school.tells(school.first, row_of("mark", grant)) == school::Fate::refused);
    grant["who"] = "this station";
    CHECK(school.tells(school.first, row_of("mark", grant)) == school::Fate::taken);
    CHECK(school.tells(school.first, row_of("sitting", {{"exam", school.exam.id}, {"profile", ana}})) ==
          school::Fate::taken);
    CHECK(school.tells(school.first, row_of("handed_in", json::object())) ==
          school::Fate::refused); // of nothing
    // The database says the same to whoever gets past the program.
    const auto insert = [&](const server::Scope& who, const std::string& kind) {
        school.pool.transact(who, [&](server::Transaction& t) {
            t.run("insert into class_row values ($1, $2, $3, null, null, $4, '{}', now())",
                  {school.id, kind, server::new_id(), who.station});
        });
    };
    CHECK_THROWS_AS(insert(school.first, "mark"), server::DatabaseError);
    CHECK_THROWS_AS(insert(school.first, "exam"), server::DatabaseError);
    CHECK_NOTHROW(insert(school.first, "sitting"));
}

TEST_CASE("a student sees what was done about them and no marks; another school sees nothing") {
    Exam school;
    school.room.pull();
    const records::Attempt anas = school.take("Ana Cruz", 1);
    school.take("Ben Ode", 2);
    school.room.push();
    school.desk.pull();
    school.desk.book.mark({school.about("Ana Cruz", MarkKind::override_grade, 82, "the clock")}, fox);
    school.desk.push();
    school.link(anas.profile, school.ana);
    CHECK(school.sees(school.ana, "select string_agg(distinct kind, ' ' order by kind) from class_row") ==
          "handed_in membership sitting");
    CHECK(school.sees(school.ana, "select count(*) from class_row where kind = 'handed_in'") == "1");
    CHECK(school.sees(school.teacher, "select count(*) from class_row where kind = 'mark'") == "1");
    CHECK(school.sees({}, "select count(*) from class_row") == "0");
    const std::string other = server::school_named(school.owner, "Other School");
    const server::Scope far =
        server::bearer(school.pool, server::add_station(school.owner, other, "far", true)).value();
    CHECK(school.sees(far, "select count(*) from class_row") == "0");
    CHECK(school.sees(far, "select count(*) from tombstone") == "0");
    // A room has no business with the recordings of others, a desk has.
    CHECK(school.sees(school.second, "select count(*) from recording") == "0");
    CHECK(school.sees(server::bearer(school.pool, school.desk_token).value(),
                      "select count(*) from recording") == "2");
    for (const char* sql : {"update class_row set body = '{}'", "update station set desk = true",
                            "update class_row set station = station"}) {
        CAPTURE(sql);
        CHECK_THROWS_AS(school.sees(school.head, sql), server::DatabaseError);
    }
}

TEST_CASE(
    "a student erased in the room is gone at the school and at the desk, name and all, and stays away") {
    Exam school;
    school.room.pull();
    const records::Attempt anas = school.take("Ana Cruz", 1);
    const records::Attempt bens = school.take("Ben Ode", 2);
    school.room.push();
    school.desk.pull();
    REQUIRE(school.desk.archive.find(anas.id).has_value());
    const std::string profile = school.room.id("Ana Cruz");

    school.room.archive.erase("Ana Cruz");
    school.room.push();
    CHECK(school.truth("select count(*) from attempt") == "1");
    CHECK(school.truth("select count(*) from class_row where attempt = '" + anas.id + "'") == "0");
    CHECK(school.truth("select count(*) from class_row where kind = 'sitting'") == "1");
    CHECK(school.desk.pull().erased > 0);
    CHECK_FALSE(school.desk.archive.find(anas.id).has_value());
    CHECK(school.desk.archive.find(bens.id).has_value());
    CHECK(school.desk.pull().erased == 0); // once
    school.desk.archive.forget_deliveries();
    school.desk.push();
    school.desk.pull();
    CHECK_FALSE(school.desk.archive.find(anas.id).has_value());
    CHECK(school.truth("select count(*) from attempt") == "1");
    // Whom the desk had entered goes when the desk erases them, and no name is left at the school.
    school.desk.archive.erase("Ana Cruz");
    school.desk.push();
    CHECK(school.truth("select count(*) from profile where name = 'Ana Cruz'") == "0");
    CHECK(school.truth("select count(*) from profile where name = 'Ben Ode'") != "0");
    const records::ClassRow back{.kind = "sitting",
                                 .id = server::new_id(),
                                 .student = "Ana Cruz",
                                 .body = json{{"profile", profile}}.dump()};
    CHECK(school.tells(school.first, back) == school::Fate::erased);
}

TEST_CASE("what was recorded here is erased here alone, whatever a school says") {
    Exam school;
    school.room.pull();
    const records::Attempt anas = school.take("Ana Cruz", 1);
    school.room.push();
    const std::vector<records::Tombstone> wrong{{.id = anas.id, .digest = anas.digest}};
    CHECK(school.room.archive.bury_pulled(wrong) == 0);
    CHECK(school.room.archive.find(anas.id).has_value());
}

TEST_CASE("rows that make no sense are taken by nobody and shut nobody out") {
    Exam school;
    const auto refuses = [&](records::ClassRow row) {
        CHECK_THROWS_AS(school.room.exchange.take(std::vector{std::move(row)}), UserError);
    };
    refuses(row_of("class", {{"name", "no date"}}));
    refuses(row_of("profile", {{"name", "x"}}));
    refuses(row_of("class", {{"name", json::array()}, {"made_at", 1}}));
    refuses({.kind = "class", .id = server::new_id(), .student = {}, .body = "[]"});
    refuses({.kind = "class; drop table class", .id = server::new_id(), .student = {}, .body = "{}"});
    json exam = json::parse(school.desk.exchange.undelivered(1).empty() ? "{}" : "{}");
    for (const records::ClassRow& row : school::parse_rows(school.room.client.get("/v1/class"), "page")) {
        exam = row.kind == "exam" ? json::parse(row.body) : exam;
    }
    exam["policy"] = "whatever";
    refuses({.kind = "exam", .id = exam["id"], .student = {}, .body = exam.dump()});
    CHECK(school.room.book.classes().empty());
    school.room.pull();
    CHECK(school.room.book.exams("").size() == 1);

    const auto posted = [&](const std::string& body) {
        CHECK_THROWS_AS(school.room.client.post("/v1/class", body), UserError);
    };
    posted(R"({"rows": [{"kind": "class", "id": "x", "body": {}}]})");
    posted(R"({"rows": [{"kind": "class", "body": 1}]})");
    posted(R"({"rows": {}})");
    posted(json{{"rows", json::array_t(201, json::object())}}.dump());
    CHECK_THROWS_AS(school.room.client.get("/v1/class?after=nonsense"), UserError);
}
