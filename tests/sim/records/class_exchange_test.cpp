/// Rows of classes and exams on their way from one station's records into another's, without a school
/// between.

#include "sim/authoring/user_error.hpp"
#include "sim/records/class_book.hpp"
#include "sim/records/class_exchange.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"
#include "tests/sim/records/sql.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using records::Archive;
using records::ClassBook;
using records::ClassExchange;
using scenes::Folder;

namespace {

void make_class(ClassBook& book) {
    const records::Class morning = book.make_class("2B");
    const std::vector<exams::RosterEntry> roster{{"Ana Cruz", ""}, {"Ben Ode", ""}};
    book.enrol(morning.id, roster, "Ms. Fox");
    const session::Setup setup = scenes::shipped_setup("effleurage");
    book.open_exam({.class_id = morning.id,
                    .title = "Back A",
                    .drill = setup.drill,
                    .rubric = setup.rubric,
                    .client = setup.client,
                    .seen = {{.words = "Asks before touching", .marks = 2}},
                    .seen_share = 0.25,
                    .who = "Ms. Fox"});
}

} // namespace

TEST_CASE("what waits comes in an order in which each row speaks of those before it, until it is noted") {
    const Folder folder("exchange-order");
    ClassBook book(folder.path);
    make_class(book);
    ClassExchange exchange(folder.path);
    const std::vector<records::ClassRow> rows = exchange.undelivered(100);
    std::string kinds;
    for (const records::ClassRow& row : rows) {
        kinds += row.kind + " ";
    }
    CHECK(kinds == "class membership membership exam ");
    CHECK(rows[1].student == "Ana Cruz");
    CHECK(rows[3].body.find("Asks before touching") != std::string::npos);
    CHECK(exchange.undelivered(2).size() == 2);
    CHECK(Archive(folder.path).outbox().rows_waiting == 4);
    exchange.note(std::vector<records::RowFate>{
        {.kind = "class", .id = rows[0].id, .fate = "taken", .why = {}},
        {.kind = "exam", .id = rows[3].id, .fate = "refused", .why = "no desk"}});
    CHECK(exchange.undelivered(100).size() == 2);
    CHECK(Archive(folder.path).outbox().noticed == 1);
    Archive(folder.path).forget_deliveries();
    CHECK(exchange.undelivered(100).size() == 4);
}

TEST_CASE("rows are taken once, by name, in whatever pages they come, and are nobody's to push on") {
    const Folder there("exchange-there");
    const Folder here("exchange-here");
    ClassBook theirs(there.path);
    make_class(theirs);
    const std::vector<records::ClassRow> rows = ClassExchange(there.path).undelivered(100);
    ClassBook ours(here.path);
    const records::Class same_name = ours.make_class("2B");
    Archive archive(here.path);
    const std::string ana = archive.make_profile("Ana Cruz");
    ClassExchange exchange(here.path);
    int taken = 0;
    for (const records::ClassRow& row : rows) { // a page each
        taken += exchange.take(std::vector{row}).taken;
    }
    CHECK(taken == 4); // two members, the exam, its row to be ticked
    CHECK(ours.classes().size() == 1);
    CHECK(ours.members(same_name.id).size() == 2);
    CHECK(archive.profile_named("Ana Cruz") == ana);
    REQUIRE(ours.exams(same_name.id).size() == 1);
    CHECK(ours.exams(same_name.id)[0].seen == theirs.exams("")[0].seen);
    CHECK(ours.exams(same_name.id)[0].seen_share == 0.25);
    CHECK(exchange.take(rows).taken == 0);
    CHECK(exchange.undelivered(100).size() == 1); // our own class
}

TEST_CASE("records of schema 4 are brought up to date and everything in them waits") {
    const Folder folder("exchange-schema-4");
    {
        ClassBook book(folder.path);
        make_class(book);
    }
    REQUIRE(
        scenes::sql(folder.path / "records.db", "drop table row_delivery; pragma user_version = 4").empty());
    CHECK(Archive(folder.path).outbox().rows_waiting == 4);
    CHECK(ClassBook(folder.path).exams("").size() == 1);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path / "backups"), {}) == 1);
}
