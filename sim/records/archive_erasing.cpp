#include "sim/records/archive.hpp"
#include "sim/records/backup.hpp"
#include "sim/records/erasure.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace tactus::records {
namespace {

/// Among the guest's settings from the deletion of the rows until nothing of them is left in any file.
constexpr const char* unfinished = "erasure.unfinished";

void forget(SQLite::Database& db, const std::string& profile) {
    lay_tombstones(db, {{.id = profile, .digest = {}}});
    bury(db);
    db.exec(std::string("insert or replace into setting values ('', '") + unfinished + "', '')");
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
    database_.read([&](SQLite::Database& db) {
        erasure.copies = delete_leftovers(directory_, db);
        db.exec("vacuum"); // free pages and the log still hold what was deleted
    });
    database_.empty_log();
    database_.write([](SQLite::Database& db) {
        db.exec(std::string("delete from setting where profile = '' and key = '") + unfinished + "'");
    });
    back_up(dated(directory_ / "backups", "records"));
    return erasure;
}

} // namespace tactus::records
