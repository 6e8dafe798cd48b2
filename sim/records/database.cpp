#include "sim/records/database.hpp"

#include "sim/records/backup.hpp"
#include "sim/records/migration.hpp"
#include "sim/records/schema.hpp"
#include "sim/records/schema_delivery.hpp"
#include "sim/records/schema_exams.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <csignal>
#include <fstream>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>

namespace fs = std::filesystem;

namespace tactus::records {
namespace {

constexpr int patience_ms = 5000;

bool damaged(const SQLite::Exception& error) {
    return error.getErrorCode() == SQLITE_CORRUPT || error.getErrorCode() == SQLITE_NOTADB;
}

fs::path lock_file(const fs::path& records) { return records.parent_path() / "tactus.lock"; }

/// Who keeps others waiting; "another program" when it is none of ours.
std::string holder_words(const fs::path& records) {
    std::ifstream in(lock_file(records));
    pid_t holder = 0;
    in >> holder;
    const bool alive = holder > 0 && holder != getpid() && kill(holder, 0) == 0;
    return alive ? "process " + std::to_string(holder) + " (another Tactus)" : "another program";
}

} // namespace

Database::Database(const fs::path& directory) : file_(directory / "records.db") {
    std::error_code error;
    fs::create_directories(directory / "replays", error);
    if (error) {
        throw UserError(Complaint{directory.string(),
                                  "the folder for records cannot be made: " + error.message(),
                                  "choose a folder that may be written (--data)"});
    }
    try {
        try {
            open();
        } catch (const SQLite::Exception& failure) {
            if (!damaged(failure)) {
                throw;
            }
            db_.reset();
            notice_ = replace_damaged(file_);
            open();
        }
    } catch (const SQLite::Exception& failure) {
        throw as_user_error(failure);
    }
}

UserError Database::as_user_error(const SQLite::Exception& error) const {
    switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return UserError(Complaint{file_.string(),
                                   holder_words(file_) + " has held the records for 5 seconds",
                                   "close it and try again"});
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return UserError(Complaint{file_.string(), std::string("the records are damaged: ") + error.what(),
                                   "put a backup back with `tactus-sim records restore FILE`"});
    case SQLITE_FULL:
        return UserError(
            Complaint{file_.string(), "the disk is full; nothing was changed", "make room and try again"});
    case SQLITE_READONLY:
        return UserError(Complaint{file_.string(), "the records may be read, but not written",
                                   "give yourself the right to write the file and its folder"});
    default:
        return UserError(Complaint{file_.string(), std::string("the records cannot be used: ") + error.what(),
                                   "check that the folder may be written and has room"});
    }
}

/// Called while the lock for writing is held, so that the file names the one who holds it. Not being able to
/// is no fault.
void Database::note_holder() const { std::ofstream(lock_file(file_), std::ios::trunc) << getpid() << '\n'; }

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

void Database::open() {
    db_ = std::make_unique<SQLite::Database>(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                             patience_ms);
    newer_ = db_->execAndGet("pragma user_version").getInt() > schema_version;
    if (newer_) {
        db_->exec("pragma query_only = on");
        notice_ = file_.string() + " was made by a newer Tactus; it is read, not written";
        return;
    }
    db_->exec("pragma journal_mode = wal");
    db_->exec("pragma synchronous = full");
    db_->exec("pragma foreign_keys = on");
    db_->exec("pragma secure_delete = on"); // what is erased is overwritten, not only unlinked
    bring_up_to_date();
    db_->execAndGet("select count(*) from profile");
}

void Database::bring_up_to_date() {
    if (db_->execAndGet("pragma user_version").getInt() == schema_version) {
        return;
    }
    if (const int old = db_->execAndGet("pragma user_version").getInt(); old > 0) {
        back_up(*db_, dated(file_.parent_path() / "backups", "records-schema-" + std::to_string(old)));
    }
    SQLite::Transaction change(*db_, SQLite::TransactionBehavior::IMMEDIATE);
    note_holder();
    const int found =
        db_->execAndGet("pragma user_version").getInt(); // another process may have been quicker
    if (found == 0) {
        create_schema(*db_);
    } else if (found == 1) {
        migrate_from_1(*db_, file_.parent_path() / "replays");
    }
    if (found == 2) {
        create_delivery_table(*db_);
    }
    if (found == 2 || found == 3) {
        migrate_from_3(*db_);
    }
    if (found >= 2) { // the others were made anew
        create_row_delivery_table(*db_);
        db_->exec("pragma user_version = " + std::to_string(schema_version));
    }
    change.commit();
}

void Database::require_writable() const {
    if (newer_) {
        throw UserError(Complaint{file_.string(), "was made by a newer Tactus and can only be read here",
                                  "update Tactus on this station"});
    }
}

void Database::write(const std::function<void(SQLite::Database&)>& change) const {
    require_writable();
    try {
        SQLite::Transaction transaction(*db_, SQLite::TransactionBehavior::IMMEDIATE);
        note_holder();
        change(*db_);
        transaction.commit();
    } catch (const SQLite::Exception& failure) {
        throw as_user_error(failure);
    }
}

void Database::read(const std::function<void(SQLite::Database&)>& question) const {
    try {
        question(*db_);
    } catch (const SQLite::Exception& failure) {
        throw as_user_error(failure);
    }
}

void Database::empty_log() const {
    bool busy = false;
    read(
        [&](SQLite::Database& db) { busy = db.execAndGet("pragma wal_checkpoint(truncate)").getInt() != 0; });
    if (busy) {
        throw UserError(Complaint{file_.string(), "another program is reading the records",
                                  "close the other Tactus and do it again"});
    }
}

} // namespace tactus::records
