#include "sim/records/erasure.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/records/schema_exams.hpp"
#include "sim/replay/spool.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <functional>
#include <set>
#include <system_error>

namespace fs = std::filesystem;

namespace tactus::records {
namespace {

/// Schema 1 named an attempt by the digest of its recording and knew students only in their attempts.
bool is_schema_1(SQLite::Database& db) { return db.execAndGet("pragma user_version").getInt() == 1; }

bool is_copy(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.starts_with("records-damaged-") || name.starts_with("records-before-restore-") ||
           name.starts_with("records.db.part");
}

void delete_file(const fs::path& file) {
    std::error_code error;
    fs::remove(file, error);
    if (error) {
        throw UserError(Complaint{file.string(),
                                  "may hold what is erased and cannot be deleted: " + error.message(),
                                  "delete it and erase again"});
    }
}

/// Deletes the files of a folder that are `meant`; returns how many of them are databases.
int delete_files(const fs::path& folder, const std::function<bool(const fs::path&)>& meant) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (meant(entry.path())) {
            files.push_back(entry.path());
        }
    }
    int databases = 0;
    for (const fs::path& file : files) {
        delete_file(file);
        databases += file.extension() == ".db" ? 1 : 0;
    }
    return databases;
}

} // namespace

std::vector<Tombstone> tombstones_of(const fs::path& file) {
    std::vector<Tombstone> found;
    try {
        SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
        SQLite::Statement query(db, is_schema_1(db) ? "select id, id from erased"
                                                    : "select id, digest from erased");
        while (query.executeStep()) {
            found.push_back({.id = query.getColumn(0).getString(), .digest = query.getColumn(1).getString()});
        }
    } catch (const SQLite::Exception&) { // damaged or no records: what was read so far counts
        return found;
    }
    return found;
}

void lay_tombstones(SQLite::Database& db, const std::vector<Tombstone>& tombstones) {
    SQLite::Statement lay(db, is_schema_1(db)
                                  ? "insert or ignore into erased select ?2 where ?1 <> '' and ?2 <> ''"
                                  : "insert or ignore into erased values (?1, ?2)");
    for (const Tombstone& tombstone : tombstones) {
        lay.bind(1, tombstone.id);
        lay.bind(2, tombstone.digest);
        lay.exec();
        lay.reset();
    }
}

void bury(SQLite::Database& db) {
    if (is_schema_1(db)) {
        db.exec("delete from attempt where id in (select id from erased)");
        return;
    }
    db.exec("insert or ignore into erased select id, digest from attempt"
            " where digest in (select digest from erased) or (profile <> '' and profile in (select id from "
            "erased))");
    bury_exam_rows(db);
    db.exec("delete from recording where attempt in (select id from erased)");
    db.exec("delete from attempt where id in (select id from erased)");
    db.exec("delete from profile where id <> '' and id in (select id from erased)");
}

namespace {

/// Runs in the middle of which the program ended: those of students who are not in the records, and what can
/// no longer say whose it is.
void delete_interrupted(const fs::path& folder, SQLite::Database& db) {
    std::set<std::string> students;
    SQLite::Statement query(db, "select name from profile");
    while (query.executeStep()) {
        students.insert(query.getColumn(0).getString());
    }
    delete_files(folder, [&](const fs::path& file) {
        try {
            return !students.contains(replay::read_spool(file).student);
        } catch (const UserError&) {
            return true;
        }
    });
}

} // namespace

int delete_leftovers(const fs::path& directory, SQLite::Database& db) {
    std::set<std::string> tails; // of their recording_name
    SQLite::Statement query(db, "select '-' || substr(digest, 1, 12) from erased where digest <> ''");
    while (query.executeStep()) {
        tails.insert(query.getColumn(0).getString());
    }
    delete_files(directory / "replays", [&](const fs::path& file) {
        const std::string name = file.filename().string();
        const std::string stem = name.substr(0, name.find(".tactus")); // a cut-off one ends with .part
        return stem.size() > 13 && tails.contains(stem.substr(stem.size() - 13));
    });
    delete_interrupted(directory / "running", db);
    // Whoever they are of: a press writes them again.
    delete_files(directory / "reports", [](const fs::path&) { return true; });
    return delete_files(directory / "backups", [](const fs::path&) { return true; }) +
           delete_files(directory, is_copy);
}

} // namespace tactus::records
