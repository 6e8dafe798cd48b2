#pragma once

/// The tables of a station's records, version 3.

namespace SQLite {
class Database;
}

namespace tactus::records {

inline constexpr int schema_version = 3;

/// Makes every table, index and trigger and sets user_version. Within the caller's transaction. Throws
/// SQLite::Exception.
void create_schema(SQLite::Database& db);

} // namespace tactus::records
