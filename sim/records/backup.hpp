#pragma once
/// Copies of a station's records, and putting one back.

#include <filesystem>
#include <string>

namespace SQLite {
class Database;
}

namespace tactus::records {

/// FOLDER/STEM-20260131-235959.db, with a number behind it when that is taken. Makes the folder.
std::filesystem::path dated(const std::filesystem::path& folder, const std::string& stem);

/// A whole, compact copy (VACUUM INTO), at FILE only when it is whole. FILE must not exist. Throws
/// SQLite::Exception, UserError.
void back_up(SQLite::Database& db, const std::filesystem::path& file);

/// "" when FILE is a sound set of records that this version reads, else what is wrong with it.
std::string backup_complaint(const std::filesystem::path& file);

/// Puts a backup in the place of DIR/records.db, without the students whom those records or the daily backups
/// know to be erased. What was there is kept beside it under its date; returns where, "" when there was none.
/// Nobody may have the records open. Throws UserError: the backup is not sound; nothing changed.
std::filesystem::path restore(const std::filesystem::path& directory, const std::filesystem::path& backup);

/// Moves a damaged database aside under its date and puts the newest sound file of its `backups` folder in
/// its place. Returns what was done, one sentence.
std::string replace_damaged(const std::filesystem::path& file);

/// Lays today's copy into DIR/backups unless the newest is younger than a day, and keeps the last seven. DIR
/// must hold records.db. Throws UserError.
void back_up_daily(const std::filesystem::path& directory);

} // namespace tactus::records
