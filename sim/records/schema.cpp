#include "sim/records/schema.hpp"

#include "sim/records/schema_delivery.hpp"
#include "sim/records/schema_exams.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace tactus::records {
namespace {

// The guest is the profile with the empty id and name. Recordings lie in a table of their own so that a page
// of attempts never walks past them.
constexpr const char* tables = R"sql(
create table profile (id text primary key, name text not null unique, created integer not null);
insert into profile values ('', '', 0);
create table school_number (
  profile text primary key references profile (id) on delete cascade, number text not null);
create table setting (
  profile text not null references profile (id) on delete cascade,
  key text not null, value text not null, primary key (profile, key));
create table learning (
  profile text not null references profile (id) on delete cascade,
  drill text not null, state text not null, primary key (profile, drill));
create table attempt (
  id text primary key, digest text not null unique, profile text not null references profile (id),
  drill text not null, drill_name text not null, drill_hash text not null,
  rubric text not null, rubric_hash text not null,
  client text not null, client_name text not null, started_at integer not null, duration_s real not null,
  score real not null, pressure real, flow real, targeting real, safety real, communication real, sequence real,
  passed integer not null, grade text not null, graded integer not null, practice text not null,
  feedback text not null, force_source text not null, setting text not null, sim_version text not null,
  state_hash text not null);
create table recording (
  attempt text primary key references attempt (id), bytes blob not null, result text not null);
create table erased (id text primary key, digest text not null);
)sql";

constexpr const char* indices = R"sql(
create index attempt_newest on attempt (started_at, id);
create index attempt_of_profile on attempt (profile, started_at, id);
create index attempt_of_drill on attempt (drill, started_at, id);
create index attempt_of_profile_and_drill on attempt (profile, drill, started_at, id);
create index attempt_best on attempt (profile, drill, graded, score);
create index erased_digest on erased (digest);
)sql";

// Append-only: nothing is edited, and only what has a tombstone may be deleted.
constexpr const char* triggers = R"sql(
create trigger attempt_unchanging before update on attempt
  begin select raise(abort, 'an attempt is never changed'); end;
create trigger recording_unchanging before update on recording
  begin select raise(abort, 'a recording is never changed'); end;
create trigger attempt_kept before delete on attempt
  when not exists (select 1 from erased where id = old.id)
  begin select raise(abort, 'an attempt is deleted only by erasing its student'); end;
create trigger recording_kept before delete on recording
  when not exists (select 1 from erased where id = old.attempt)
  begin select raise(abort, 'a recording is deleted only by erasing its student'); end;
create trigger tombstone_kept before delete on erased
  begin select raise(abort, 'a tombstone stays'); end;
)sql";

} // namespace

void create_schema(SQLite::Database& db) {
    db.exec(tables);
    db.exec(indices);
    db.exec(triggers);
    create_delivery_table(db);
    create_exam_tables(db);
    create_row_delivery_table(db);
    db.exec("pragma user_version = " + std::to_string(schema_version));
}

} // namespace tactus::records
