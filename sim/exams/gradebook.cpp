#include "sim/exams/gradebook.hpp"

#include "sim/authoring/csv_cell.hpp"

#include <array>
#include <cmath>

namespace tactus::exams {

namespace {

/// With two decimals and a point, whatever the locale; "" = none.
std::string grade_cell(const std::optional<double>& grade) {
    if (!grade) {
        return {};
    }
    const auto hundredths = static_cast<long long>(std::lround(100 * *grade));
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

void write_standing(const Standing& standing, std::ostream& out) {
    const bool any = !standing.attempts.empty() || standing.overridden;
    const std::string status = std::string(stage_words(standing.stage)) +
                               (any && standing.final_grade ? (standing.passed ? ", pass" : ", fail") : "") +
                               (standing.overridden ? ", override" : "");
    out << ',' << grade_cell(standing.final_grade) << ',' << grade_cell(standing.raw) << ','
        << grade_cell(standing.adjusted) << ',' << standing.attempts.size() << ','
        << authoring::csv_cell(status);
}

} // namespace

void write_gradebook_csv(const Gradebook& gradebook, std::ostream& out) {
    constexpr std::array columns{" (final)", " (raw)", " (adjusted)", " (attempts)", " (status)"};
    out << "ID number,Full name,Class";
    for (const Exam& exam : gradebook.exams) {
        for (const char* column : columns) {
            out << ',' << authoring::csv_cell(exam.title + column);
        }
    }
    out << "\r\n";
    for (const GradebookRow& row : gradebook.rows) {
        out << authoring::csv_cell(row.school_number) << ',' << authoring::csv_cell(row.name) << ','
            << authoring::csv_cell(gradebook.class_name);
        for (const Standing& standing : row.standings) {
            write_standing(standing, out);
        }
        out << "\r\n";
    }
}

Done done_of(const Gradebook& gradebook, std::size_t exam) {
    Done done;
    for (const GradebookRow& row : gradebook.rows) {
        const Standing& standing = row.standings[exam];
        ++done.all;
        done.approved += standing.stage == Stage::approved ? 1 : 0;
        done.handed_in += standing.attempts.empty() ? 0 : 1;
    }
    return done;
}

std::vector<RatedScore> rated_scores(const Gradebook& gradebook, std::size_t exam) {
    std::vector<RatedScore> rated;
    for (const GradebookRow& row : gradebook.rows) {
        for (const AttemptGrade& grade : row.standings[exam].attempts) {
            if (grade.rating && grade.adjusted) {
                rated.push_back({*grade.rating, *grade.adjusted});
            }
        }
    }
    return rated;
}

} // namespace tactus::exams
