#pragma once

/// The tables of classes and exams, which came with schema 4.

namespace SQLite {
class Database;
}

namespace tactus::records {

/// Makes them with their indices and triggers. Within the caller's transaction. Throws SQLite::Exception.
void create_exam_tables(SQLite::Database& db);

/// Schema 3 kept the class of a student among the settings: it becomes a class with members. Within the
/// caller's transaction. Throws SQLite::Exception.
void migrate_from_3(SQLite::Database& db);

/// Enters tombstones for what the students under one have left in these tables, and deletes it; nothing when
/// the records are older than these tables. Before the attempts and profiles go. Throws SQLite::Exception.
void bury_exam_rows(SQLite::Database& db);

} // namespace tactus::records
