#include "sim/records/schema_exams.hpp"

#include "sim/records/uuid.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <ctime>
#include <string>

namespace tactus::records {
namespace {

// Whatever happens is a further row: a student leaves by a row of membership, a grade changes by a mark, a
// group of marks is taken back by a mark_undo.
constexpr const char* exam_tables = R"sql(
create table class (id text primary key, name text not null unique, made_at integer not null);
create table membership (
  id text primary key, class text not null references class (id), profile text not null references profile (id),
  joined integer not null, at integer not null, who text not null);
create table exam (
  id text primary key, class text not null references class (id), title text not null,
  drill text not null, drill_name text not null, drill_text text not null, drill_hash text not null,
  rubric_text text not null, rubric_hash text not null, client_name text not null, client_text text not null,
  frozen_hash text not null, seen_share real not null, opens_at integer not null, closes_at integer not null,
  policy text not null, attempts_allowed integer not null, least_setting text not null, least_force text not null,
  made_at integer not null, made_by text not null);
create table seen_row (
  exam text not null references exam (id), number integer not null, words text not null, marks real not null,
  critical integer not null, primary key (exam, number));
create table exam_change (
  id text primary key, exam text not null references exam (id), open integer not null, at integer not null,
  who text not null, why text not null);
create table sitting (
  id text primary key, exam text not null references exam (id), profile text not null references profile (id),
  at integer not null);
create table handed_in (
  attempt text primary key references attempt (id), sitting text not null unique references sitting (id));
create table mark (
  id text primary key, act text not null, exam text not null references exam (id),
  profile text not null references profile (id), attempt text references attempt (id), kind text not null,
  number integer not null, value real not null, words text not null, at integer not null, who text not null);
create table mark_undo (
  act text primary key, exam text not null references exam (id), at integer not null, who text not null);
create table review (
  id text primary key, attempt text not null references attempt (id), moment_s real not null,
  words text not null, at integer not null);
create table review_answer (
  id text primary key, review text not null references review (id), words text not null, at integer not null,
  who text not null);
create view member as select id, class, profile, at from membership as newest where joined and not exists (
  select 1 from membership where class = newest.class and profile = newest.profile and id > newest.id);
create index membership_of_class on membership (class, profile, id);
create index membership_of_profile on membership (profile, id);
create index exam_of_class on exam (class, id);
create index sitting_of_exam on sitting (exam, profile, id);
create index mark_of_exam on mark (exam, profile, id);
create index review_of_attempt on review (attempt);
create index answer_of_review on review_answer (review);
)sql";

constexpr std::array unchanging{"class",     "membership", "exam",      "seen_row", "exam_change",  "sitting",
                                "handed_in", "mark",       "mark_undo", "review",   "review_answer"};

/// What names a student, with the column that a tombstone names it by.
constexpr std::array<std::array<const char*, 2>, 6> personal{{{"membership", "id"},
                                                              {"sitting", "id"},
                                                              {"handed_in", "attempt"},
                                                              {"mark", "id"},
                                                              {"review", "id"},
                                                              {"review_answer", "id"}}};

void create_triggers(SQLite::Database& db) {
    const auto refuse = [&](const std::string& table, const std::string& when, const std::string& but) {
        db.exec("create trigger " + table + (but.empty() ? "_unchanging" : "_kept") + " before " + when +
                " on " + table +
                (but.empty() ? "" : " when not exists (select 1 from erased where id = old." + but + ")") +
                " begin select raise(abort, 'a row of " + table +
                (but.empty() ? " is never changed" : " is deleted only by erasing its student") + "'); end");
    };
    for (const char* table : unchanging) {
        refuse(table, "update", "");
    }
    for (const auto& [table, key] : personal) {
        refuse(table, "delete", key);
    }
    for (const char* table : {"class", "exam", "seen_row", "exam_change", "mark_undo"}) {
        db.exec(std::string("create trigger ") + table + "_kept before delete on " + table +
                " begin select raise(abort, 'a row of " + table + " is never deleted'); end");
    }
}

} // namespace

void create_exam_tables(SQLite::Database& db) {
    db.exec(exam_tables);
    create_triggers(db);
}

void migrate_from_3(SQLite::Database& db) {
    create_exam_tables(db);
    UuidSource ids;
    const std::int64_t now = std::time(nullptr);
    const auto enter = [&](const char* sql, const std::string& key, const std::string& value) {
        SQLite::Statement insert(db, sql);
        insert.bind(1, ids.next(1000 * now));
        insert.bind(2, now);
        insert.bind(3, key);
        if (!value.empty()) {
            insert.bind(4, value);
        }
        insert.exec();
    };
    SQLite::Statement kept(
        db, "select profile, value from setting where key = 'class' and value <> '' and profile <> ''");
    while (kept.executeStep()) {
        const std::string profile = kept.getColumn(0).getString();
        const std::string name = kept.getColumn(1).getString();
        enter("insert or ignore into class (id, made_at, name) values (?1, ?2, ?3)", name, {});
        enter("insert into membership select ?1, class.id, ?3, 1, ?2, '' from class where name = ?4", profile,
              name);
    }
    kept.reset();
    db.exec("delete from setting where key = 'class' and profile <> ''");
}

void bury_exam_rows(SQLite::Database& db) {
    if (!db.tableExists("exam")) {
        return;
    }
    db.exec(R"sql(
insert or ignore into erased select id, '' from membership where profile in (select id from erased);
insert or ignore into erased select id, '' from sitting where profile in (select id from erased);
insert or ignore into erased select id, '' from mark
  where profile in (select id from erased) or attempt in (select id from erased);
insert or ignore into erased select id, '' from review where attempt in (select id from erased);
insert or ignore into erased select id, '' from review_answer where review in (select id from erased);
delete from review_answer where id in (select id from erased);
delete from review where id in (select id from erased);
delete from mark where id in (select id from erased);
delete from handed_in where attempt in (select id from erased);
delete from sitting where id in (select id from erased);
delete from membership where id in (select id from erased);
)sql");
}

} // namespace tactus::records
