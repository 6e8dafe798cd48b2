#include "sim/records/archive.hpp"
#include "sim/records/backup.hpp"
#include "sim/records/erasure.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace tactus::records {
namespace {

/// Among the guest's settings from the deletion of the rows until nothing of them is left in any file.
constexpr const char* unfinished = "erasure.unfinished";

void begin_erasure(SQLite::Database& db) {
    db.exec(std::string("insert or replace into setting values ('', '") + unfinished + "', '')");
}

void forget(SQLite::Database& db, const std::string& profile) {
    lay_tombstones(db, {{.id = profile, .digest = {}}});
    bury(db);
    begin_erasure(db);
}

/// Lays a tombstone of something that came from the school; false: it did not, or it has one.
bool bury_if_pulled(SQLite::Database& db, const Tombstone& tombstone) {
    SQLite::Statement lay(db, "insert or ignore into erased select ?1, ?2 where"
                              " exists (select 1 from delivery where attempt = ?1 and fate = 'pulled') or"
                              " exists (select 1 from row_delivery where id = ?1 and fate = 'pulled')");
    lay.bind(1, tombstone.id);
    lay.bind(2, tombstone.digest);
    return lay.exec() > 0;
}

void delete_bare_profile(SQLite::Database& db, const std::string& profile) {
    SQLite::Statement bare(db, "delete from profile where id = ?1 and id <> ''"
                               " and not exists (select 1 from attempt where profile = ?1)"
                               " and not exists (select 1 from membership where profile = ?1)"
                               " and not exists (select 1 from sitting where profile = ?1)"
                               " and not exists (select 1 from mark where profile = ?1)");
    bare.bind(1, profile);
    bare.exec();
}

} // namespace

Erasure Archive::erase(const std::string& student) {
    database_.require_writable();
    const auto profile = profile_named(student);
    if (student.empty() || (!profile && !settings("").contains(unfinished))) {
        throw UserError(Complaint{student, "nobody of that name is in the records",
                                  "see `tactus-sim records list` for the names"});
    }
    Erasure erasure;
    database_.empty_log();
    if (profile) {
        erasure.attempts = static_cast<int>(list({.profile = profile, .drill = {}, .after = {}}).size());
        database_.write([&](SQLite::Database& db) { forget(db, *profile); });
    }
    erasure.copies = finish_erasure();
    return erasure;
}

/// Returns how many copies were deleted.
int Archive::finish_erasure() {
    int copies = 0;
    database_.read([&](SQLite::Database& db) {
        copies = delete_leftovers(directory_, db);
        db.exec("vacuum"); // free pages and the log still hold what was deleted
    });
    database_.empty_log();
    database_.write([](SQLite::Database& db) {
        db.exec(std::string("delete from setting where profile = '' and key = '") + unfinished + "'");
    });
    back_up(dated(directory_ / "backups", "records"));
    return copies;
}

int Archive::bury_pulled(std::span<const Tombstone> tombstones) {
    database_.require_writable();
    int buried = 0;
    database_.write([&](SQLite::Database& db) {
        buried = 0;
        for (const Tombstone& tombstone : tombstones) {
            buried += bury_if_pulled(db, tombstone) ? 1 : 0;
        }
        if (buried > 0) {
            bury(db);
            begin_erasure(db);
        }
        for (const Tombstone& tombstone : tombstones) { // of a student: when nothing here is theirs any more
            if (tombstone.digest.empty()) {
                delete_bare_profile(db, tombstone.id);
            }
        }
    });
    if (settings("").contains(unfinished)) {
        finish_erasure();
    }
    return buried;
}

} // namespace tactus::records
