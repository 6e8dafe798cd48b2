#pragma once

/// The tables of what a school has answered for: one row an attempt, and one a row of a class.

namespace SQLite {
class Database;
}

namespace tactus::records {

/// Within the caller's transaction. Throws SQLite::Exception.
void create_delivery_table(SQLite::Database& db);

/// Came with schema 5. kind: a table of classes and exams, or "erased". Within the caller's transaction.
/// Throws SQLite::Exception.
void create_row_delivery_table(SQLite::Database& db);

} // namespace tactus::records
