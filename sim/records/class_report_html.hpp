#pragma once
/// An exam of a class, and a student's exam, as one HTML file each to print on A4: no script, nothing loaded.

#include "sim/records/class_book.hpp"

#include <ostream>
#include <string>

namespace tactus::records {

/// What the exam is, one small line of HTML.
std::string exam_words(const exams::Exam& exam);

/// Distribution of the grades, borderline regression with what it bears, measured groups and seen rows as
/// items, and a line a student. Throws UserError.
void write_class_report(const ClassBook& book, const exams::Exam& exam, std::ostream& out);

/// Attempts with measured groups, lost marks and the sheet, the grade, and every event with who, when and
/// why. name: of a student of the class. Throws UserError: nobody of that name in it.
void write_exam_report(const ClassBook& book, const Archive& archive, const exams::Exam& exam,
                       const std::string& name, std::ostream& out);

} // namespace tactus::records
