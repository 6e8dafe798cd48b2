#pragma once
/// Forgetting students: tombstones, what falls under them, and the files that still hold it.

#include <filesystem>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace tactus::records {

/// What was erased: an attempt by its id and digest, or a student by the profile's id, the digest being "".
struct Tombstone {
    std::string id;
    std::string digest;
};

/// Those of the records in FILE, of any schema; none when it cannot be read.
std::vector<Tombstone> tombstones_of(const std::filesystem::path& file);

/// Enters tombstones into records of any schema. Throws SQLite::Exception.
void lay_tombstones(SQLite::Database& db, const std::vector<Tombstone>& tombstones);

/// Deletes the students and attempts that have tombstones, with their recordings. Foreign keys must be on.
/// Throws SQLite::Exception.
void bury(SQLite::Database& db);

/// Deletes what outlives an erasure in DIR: the copies in `backups`, records set aside as damaged or before a
/// restore, all of `reports`, interrupted runs of students who are not in the records, and the files in
/// `replays` of erased attempts. Returns how many copies. Throws UserError: one cannot be deleted.
int delete_leftovers(const std::filesystem::path& directory, SQLite::Database& db);

} // namespace tactus::records
