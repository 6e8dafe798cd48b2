#pragma once

/// The tables of a station's records, version 5; those of classes and exams are in schema_exams.hpp.

namespace SQLite {
class Database;
}

namespace tactus::records {

inline constexpr int schema_version = 5;

/// Makes every table, index and trigger and sets user_version. Within the caller's transaction. Throws
/// SQLite::Exception.
void create_schema(SQLite::Database& db);

} // namespace tactus::records
