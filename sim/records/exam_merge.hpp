#pragma once
/// Classes and exams of another station.

#include "sim/records/database.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tactus::records {

/// The same of rows that lie in the database attached as `other`, which has the tables of this schema. Within
/// the caller's transaction. Throws SQLite::Exception.
void take_exam_rows(SQLite::Database& db, int& taken, std::vector<std::string>& differing);

/// Takes over from other records, of this schema, what is neither here nor erased here; classes and students
/// are those of the same name, attempts those of the same recording, which must have been merged before. Adds
/// to `taken` how many rows, to `differing` the ids that stand for something else here. Throws UserError.
void merge_exam_rows(Database& here, const std::filesystem::path& other, int& taken,
                     std::vector<std::string>& differing);

} // namespace tactus::records
