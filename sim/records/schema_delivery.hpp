#pragma once

/// The table of what a school has answered for, one row an attempt.

namespace SQLite {
class Database;
}

namespace tactus::records {

/// Within the caller's transaction. Throws SQLite::Exception.
void create_delivery_table(SQLite::Database& db);

} // namespace tactus::records
