#pragma once
/// From the schemas of older versions to this one.

#include <filesystem>

namespace SQLite {
class Database;
}

namespace tactus::records {

/// Schema 1 kept a row an attempt under the digest of its recording and the recordings as files in `replays`:
/// every attempt gets a UUIDv7, every student a profile, every recording that can be read moves into the
/// database. An attempt whose file is gone keeps its row and says so when verified. Within the caller's
/// transaction. Throws SQLite::Exception.
void migrate_from_1(SQLite::Database& db, const std::filesystem::path& replays);

} // namespace tactus::records
