#pragma once
/// Exams, grades and what was said of them as JSON and in lines.

#include "sim/records/class_book.hpp"

#include <nlohmann/json_fwd.hpp>
#include <ostream>
#include <string>

namespace tactus::cli {

nlohmann::ordered_json exam_json(const exams::Exam& exam, std::int64_t now_unix_s);
nlohmann::ordered_json standing_json(const exams::Standing& standing);
nlohmann::ordered_json mark_json(const exams::Mark& mark);
nlohmann::ordered_json review_json(const records::Review& review);

/// All that the records hold of a student's exams: grades, events, reviews.
nlohmann::ordered_json student_exams_json(const records::ClassBook& book, const std::string& profile);

/// One line: first characters of the id, state, title, drill, when it opens.
void write_exam_line(const exams::Exam& exam, std::int64_t now_unix_s, std::ostream& out);

/// "2026-01-31 10:00" in UTC, "-" for 0, and back. Throws UserError: no such moment.
std::string moment_text(std::int64_t unix_s);
std::int64_t moment_of(const std::string& text, const std::string& flag);

} // namespace tactus::cli
