#pragma once
/// Students of a class against its exams, and the table that a learning platform takes.

#include "sim/exams/borderline.hpp"
#include "sim/exams/standing.hpp"

#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace tactus::exams {

struct GradebookRow {
    std::string profile; ///< id
    std::string name;
    std::string school_number;       ///< "" = none
    std::vector<Standing> standings; ///< one an exam
};

struct Gradebook {
    std::string class_name;
    std::vector<Exam> exams;        ///< oldest first
    std::vector<GradebookRow> rows; ///< by name
};

/// RFC 4180, a row a student. `ID number` and `Full name` are what Moodle's grade import matches by; then an
/// exam's `(final)`, `(raw)`, `(adjusted)`, `(attempts)` and `(status)`, each grade with two decimals, empty
/// where there is none yet. No cell can be taken for a formula.
void write_gradebook_csv(const Gradebook& gradebook, std::ostream& out);

/// Students whose grade of that exam is approved, and those with anything handed in.
struct Done {
    int approved = 0;
    int handed_in = 0;
    int all = 0;
};

Done done_of(const Gradebook& gradebook, std::size_t exam);

/// Every attempt of an exam that has a rating and a complete sheet.
std::vector<RatedScore> rated_scores(const Gradebook& gradebook, std::size_t exam);

} // namespace tactus::exams
