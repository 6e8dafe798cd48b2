#include "sim/records/exam_merge.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>

namespace tactus::records {
namespace {

/// Whose rows here stand for which there.
constexpr const char* matching = R"sql(
insert or ignore into main.class select * from other.class where name not in (select name from main.class);
insert or ignore into main.profile select id, name, created from other.profile
  where name not in (select name from main.profile) and id not in (select id from erased)
  and exists (select 1 from other.membership where profile = other.profile.id
              and membership.id not in (select id from erased));
create temp table class_here as
  select theirs.id as theirs, ours.id as ours from other.class as theirs join main.class as ours using (name);
create temp table profile_here as
  select theirs.id as theirs, ours.id as ours from other.profile as theirs join main.profile as ours using (name);
create temp table attempt_here as
  select theirs.id as theirs, ours.id as ours from other.attempt as theirs join main.attempt as ours using (digest);
insert or ignore into main.school_number
  select ours, number from other.school_number join profile_here on theirs = profile
  where number not in (select number from main.school_number);
)sql";

constexpr const char* done = "drop table class_here; drop table profile_here; drop table attempt_here";

struct Rows {
    const char* table;
    const char* key;
    const char* theirs; ///< as they would stand here, columns in the order of the table
};

constexpr std::array<Rows, 10> all_rows{{
    {"membership", "id",
     "select id, c.ours, p.ours, joined, at, who from other.membership"
     " join class_here as c on c.theirs = class join profile_here as p on p.theirs = profile"},
    {"exam", "id",
     "select id, c.ours, title, drill, drill_name, drill_text, drill_hash, rubric_text, rubric_hash, "
     "client_name,"
     " client_text, frozen_hash, seen_share, opens_at, closes_at, policy, attempts_allowed, least_setting,"
     " least_force, made_at, made_by from other.exam join class_here as c on c.theirs = class"},
    {"seen_row", "exam", "select * from other.seen_row where exam in (select id from main.exam)"},
    {"exam_change", "id", "select * from other.exam_change where exam in (select id from main.exam)"},
    {"sitting", "id",
     "select id, exam, p.ours, at from other.sitting join profile_here as p on p.theirs = profile"
     " where exam in (select id from main.exam)"},
    {"handed_in", "attempt",
     "select a.ours as attempt, sitting from other.handed_in join attempt_here as a on a.theirs = attempt"
     " where sitting in (select id from main.sitting)"},
    {"mark", "id",
     "select id, act, exam, p.ours, a.ours, kind, number, value, words, at, who from other.mark"
     " join profile_here as p on p.theirs = profile left join attempt_here as a on a.theirs = attempt"
     " where exam in (select id from main.exam) and (attempt is null or a.ours is not null)"},
    {"mark_undo", "act", "select * from other.mark_undo where exam in (select id from main.exam)"},
    {"review", "id",
     "select id, a.ours, moment_s, words, at from other.review join attempt_here as a on a.theirs = attempt"},
    {"review_answer", "id", "select * from other.review_answer where review in (select id from main.review)"},
}};

int take(SQLite::Database& db, const Rows& rows, std::vector<std::string>& differing) {
    const std::string table = std::string("main.") + rows.table;
    const std::string key = rows.key;
    const std::string fresh = std::string("(") + rows.theirs + " except select * from " + table + ")";
    SQLite::Statement other(db, "select distinct " + key + " from " + fresh + " where " + key +
                                    " in (select " + key + " from " + table + ")");
    while (other.executeStep()) {
        differing.push_back(other.getColumn(0).getString());
    }
    other.reset();
    return db.exec("insert or ignore into " + table + " select * from " + fresh + " where " + key +
                   " not in (select id from main.erased) and " + key + " not in (select " + key + " from " +
                   table + ")");
}

/// The other file within this connection, for as long as this lives.
class Attached {
public:
    Attached(Database& here, const std::filesystem::path& file) : here_(here) {
        here_.read([&](SQLite::Database& db) { // not within a transaction
            SQLite::Statement attach(db, "attach database ? as other");
            attach.bind(1, file.string());
            attach.exec();
        });
    }

    ~Attached() { here_.connection().tryExec("detach database other"); }

    Attached(const Attached&) = delete;
    Attached& operator=(const Attached&) = delete;

private:
    Database& here_;
};

} // namespace

void take_exam_rows(SQLite::Database& db, int& taken, std::vector<std::string>& differing) {
    db.exec(matching);
    for (const Rows& rows : all_rows) {
        taken += take(db, rows, differing);
    }
    db.exec(done);
}

void merge_exam_rows(Database& here, const std::filesystem::path& other, int& taken,
                     std::vector<std::string>& differing) {
    const Attached attached(here, other);
    here.write([&](SQLite::Database& db) { take_exam_rows(db, taken, differing); });
}

} // namespace tactus::records
