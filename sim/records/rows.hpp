#pragma once
/// Attempts, recordings and profiles as rows. All throw SQLite::Exception.

#include "sim/records/attempt.hpp"
#include "sim/records/query.hpp"
#include "sim/records/uuid.hpp"

#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
} // namespace SQLite

namespace tactus::records {

/// The id of the student of that name, made when there is none; "" for "".
std::string profile_of(SQLite::Database& db, const std::string& student, UuidSource& ids,
                       std::int64_t created_unix_s);

/// nullopt = nobody of that name.
std::optional<std::string> find_profile(SQLite::Database& db, const std::string& student);

void insert_attempt(SQLite::Database& db, const Attempt& attempt);
void insert_recording(SQLite::Database& db, const std::string& attempt, const std::string& bytes,
                      const std::string& result);

std::vector<Attempt> select_attempts(SQLite::Database& db, const AttemptQuery& query);
std::optional<Attempt> attempt_by(SQLite::Database& db, const char* column, const std::string& value);
std::optional<Attempt> select_best(SQLite::Database& db, const std::string& profile,
                                   const std::string& drill);
/// The best graded run of a drill by students of a class.
std::optional<Attempt> select_class_best(SQLite::Database& db, const std::string& name,
                                         const std::string& drill);

/// The statement that select_attempts prepares for `query`, for EXPLAIN QUERY PLAN.
std::string attempts_sql(const AttemptQuery& query);

/// An attempt of that id or digest was erased here.
bool is_erased(SQLite::Database& db, const std::string& id, const std::string& digest);

} // namespace tactus::records
