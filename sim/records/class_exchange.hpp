#pragma once
/// Classes, exams and what was said of them on their way between this station and a school, row by row. Rows
/// are never changed, so that nothing has to be agreed on: what is known is passed over, what differs is
/// told.

#include "sim/records/database.hpp"
#include "sim/records/erasure.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tactus::records {

/// Of one of the tables in schema_exams.cpp; an exam carries its rows to be ticked with it.
struct ClassRow {
    std::string kind;    ///< the table's name
    std::string id;      ///< UUID
    std::string student; ///< display name of body.profile; "" = it is about nobody
    std::string body;    ///< JSON: the columns; with class_name where there is a class, and a member's
                         ///< school_number
};

struct RowFate {
    std::string kind;
    std::string id;
    std::string fate; ///< a word of school::Fate
    std::string why;
};

struct RowsTaken {
    int taken = 0;
    std::vector<std::string> differing; ///< ids that stand for something else here; left as they are
};

/// Rows that no school has answered for. Throws SQLite::Exception.
int count_undelivered_rows(SQLite::Database& db);

/// Not thread-safe; several may be open on one folder. All throw UserError (locked, disk full, damaged).
class ClassExchange {
public:
    explicit ClassExchange(const std::filesystem::path& directory);

    /// Rows that no school has answered for, those that others speak of first.
    [[nodiscard]] std::vector<ClassRow> undelivered(int limit) const;
    void note(std::span<const RowFate> fates);

    /// Tombstones that no school has been told of.
    [[nodiscard]] std::vector<Tombstone> untold(int limit) const;
    void note_told(std::span<const Tombstone> tombstones);

    /// Attempts that rows speak of and that are neither here nor erased here.
    [[nodiscard]] std::vector<std::string> missing_attempts(std::span<const ClassRow> rows) const;

    /// Takes over what is neither here nor erased here, all of it or nothing. Classes and students are those
    /// of the same name; a row about an attempt that is not here stays away. Throws UserError too: a row that
    /// is none.
    RowsTaken take(std::span<const ClassRow> rows);

private:
    Database database_;
};

} // namespace tactus::records
