#include "sim/records/backup.hpp"

#include "sim/records/calendar.hpp"
#include "sim/records/database.hpp"
#include "sim/records/erasure.hpp"
#include "sim/records/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <system_error>
#include <vector>

namespace fs = std::filesystem;

namespace tactus::records {
namespace {

constexpr std::size_t copies_kept = 7;
constexpr auto copy_age = std::chrono::hours(24);

/// What SQLite lays beside a database in WAL mode belongs to it and to no other.
void rename_with_log(const fs::path& from, const fs::path& to) {
    fs::rename(from, to);
    for (const char* tail : {"-wal", "-shm"}) {
        std::error_code ignored;
        fs::rename(from.string() + tail, to.string() + tail, ignored);
    }
}

std::vector<fs::path> newest_first(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".db") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files, [](const fs::path& a, const fs::path& b) {
        return std::pair(fs::last_write_time(a), a) > std::pair(fs::last_write_time(b), b);
    });
    return files;
}

UserError unmovable(const fs::path& file, const std::string& why) {
    return UserError(
        Complaint{file.string(), "cannot be put in its place: " + why, "check the folder's rights and room"});
}

/// What the records of a folder and their backups know of erasures: the records may be damaged.
std::vector<Tombstone> known_tombstones(const fs::path& directory) {
    std::vector<fs::path> sources = newest_first(directory / "backups");
    sources.push_back(directory / "records.db");
    std::vector<Tombstone> all;
    for (const fs::path& source : sources) {
        const std::vector<Tombstone> some = tombstones_of(source);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

/// A copy of the backup without what was erased since it was made.
void lay_arriving(const fs::path& backup, const fs::path& arriving,
                  const std::vector<Tombstone>& tombstones) {
    for (const char* tail : {"-wal", "-shm", "-journal"}) { // of a restore that was cut off
        fs::remove(arriving.string() + tail);
    }
    fs::copy_file(backup, arriving, fs::copy_options::overwrite_existing);
    SQLite::Database db(arriving.string(), SQLite::OPEN_READWRITE);
    db.exec("pragma foreign_keys = on");
    SQLite::Transaction change(db);
    lay_tombstones(db, tombstones);
    bury(db);
    change.commit();
    db.exec("vacuum");
}

} // namespace

fs::path dated(const fs::path& folder, const std::string& stem) {
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    const std::string date = local_words(std::time(nullptr), "%Y%m%d-%H%M%S");
    fs::path file = folder / (stem + "-" + date + ".db");
    for (int again = 2; fs::exists(file); ++again) {
        file = folder / (stem + "-" + date + "-" + std::to_string(again) + ".db");
    }
    return file;
}

void back_up(SQLite::Database& db, const fs::path& file) {
    const fs::path growing = fs::path(file) += ".part"; // a copy that was cut off must not count as the day's
    std::error_code error;
    fs::remove(growing, error);
    try {
        SQLite::Statement copy(db, "vacuum into ?");
        copy.bind(1, growing.string());
        copy.exec();
    } catch (const SQLite::Exception&) {
        fs::remove(growing, error);
        throw;
    }
    fs::rename(growing, file, error);
    if (error) {
        throw unmovable(file, error.message());
    }
}

std::string backup_complaint(const fs::path& file) {
    try {
        SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
        if (const std::string found = db.execAndGet("pragma integrity_check").getString(); found != "ok") {
            return "is damaged: " + found;
        }
        const int version = db.execAndGet("pragma user_version").getInt();
        if (version > schema_version) {
            return "was made by a newer Tactus";
        }
        if (version < 1 || !db.tableExists("attempt") || !db.tableExists("erased")) {
            return "holds no records of Tactus";
        }
        return {};
    } catch (const SQLite::Exception& failure) {
        return std::string("cannot be read: ") + failure.what();
    }
}

fs::path restore(const fs::path& directory, const fs::path& backup) {
    if (const std::string complaint = backup_complaint(backup); !complaint.empty()) {
        throw UserError(Complaint{backup.string(), complaint, "choose another backup; nothing was changed"});
    }
    const fs::path file = directory / "records.db";
    const fs::path arriving = directory / "records.db.part";
    fs::path aside;
    try {
        fs::create_directories(directory);
        lay_arriving(backup, arriving, known_tombstones(directory));
        if (fs::exists(file)) {
            aside = dated(directory, "records-before-restore");
            rename_with_log(file, aside);
        }
        fs::rename(arriving, file);
    } catch (const fs::filesystem_error& error) {
        throw unmovable(file, error.code().message());
    } catch (const SQLite::Exception& error) {
        throw unmovable(file, error.what());
    }
    return aside;
}

std::string replace_damaged(const fs::path& file) {
    const fs::path aside = dated(file.parent_path(), "records-damaged");
    std::string said = file.string() + " was damaged and is now " + aside.filename().string();
    try {
        rename_with_log(file, aside);
        for (const fs::path& backup : newest_first(file.parent_path() / "backups")) {
            if (backup_complaint(backup).empty()) {
                fs::copy_file(backup, file);
                return said + "; the backup " + backup.filename().string() +
                       " took its place, attempts made after it are only in the `replays` folder";
            }
        }
    } catch (const fs::filesystem_error& error) {
        throw unmovable(file, error.code().message());
    }
    return said + "; there was no backup, so a new one was begun";
}

void back_up_daily(const fs::path& directory) {
    const fs::path folder = directory / "backups";
    std::vector<fs::path> copies = newest_first(folder);
    if (!copies.empty() &&
        fs::file_time_type::clock::now() - fs::last_write_time(copies.front()) < copy_age) {
        return;
    }
    const Database records(directory);
    records.require_writable();
    records.read([&](SQLite::Database& db) { back_up(db, dated(folder, "records")); });
    copies = newest_first(folder);
    for (std::size_t k = copies_kept; k < copies.size(); ++k) {
        std::error_code ignored;
        fs::remove(copies[k], ignored);
    }
}

} // namespace tactus::records
