#pragma once
/// Exams, what was handed in and what was said of it, as rows. All throw SQLite::Exception.

#include "sim/exams/exam.hpp"
#include "sim/exams/mark.hpp"
#include "sim/exams/standing.hpp"
#include "sim/scoring/rubric.hpp"

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace tactus::records {

exams::PassRule pass_rule_of(const scoring::Rubric& rubric);

void insert_exam(SQLite::Database& db, const exams::Exam& exam);

/// Oldest first. condition: SQL about the columns of `exam`, with ?1 for the value.
std::vector<exams::Exam> select_exams(SQLite::Database& db, const std::string& condition,
                                      const std::string& value);

void insert_mark(SQLite::Database& db, const exams::Mark& mark);

/// Oldest first, undone ones too. profile: "" = everybody.
std::vector<exams::Mark> select_marks(SQLite::Database& db, const std::string& exam,
                                      const std::string& profile);

/// Handed in and graded, oldest first.
std::vector<exams::ExamAttempt> select_exam_attempts(SQLite::Database& db, const std::string& exam,
                                                     const std::string& profile);

exams::Sittings count_sittings(SQLite::Database& db, const std::string& exam, const std::string& profile);

} // namespace tactus::records
