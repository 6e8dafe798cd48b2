#include "sim/records/class_report_html.hpp"

#include "sim/records/page_html.hpp"
#include "sim/records/plot_svg.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace tactus::records {
namespace {

constexpr std::size_t grade_parts = 10; ///< of 0..100

/// An exam's students with what each has.
struct Table {
    const exams::Exam& exam;
    exams::Gradebook book;
    std::size_t column = 0;

    [[nodiscard]] const exams::Standing& of(const exams::GradebookRow& row) const {
        return row.standings[column];
    }
};

Table table_of(const ClassBook& book, const exams::Exam& exam) {
    Table table{.exam = exam, .book = book.gradebook(exam.class_id)};
    const auto found = std::ranges::find(table.book.exams, exam.id, &exams::Exam::id);
    table.column = static_cast<std::size_t>(found - table.book.exams.begin());
    return table;
}

void write_figure(const std::optional<double>& value, std::ostream& out) {
    out << "<td class=\"figure\">";
    if (value) {
        out << *value;
    } else {
        out << "&ndash;";
    }
    out << "</td>";
}

void write_distribution(const Table& table, std::ostream& out) {
    ColumnPlot plot{.title = "Distribution of grades",
                    .x_label = "final grade, dashed: pass",
                    .counts = std::vector<int>(grade_parts),
                    .rule = table.exam.pass.pass};
    int graded = 0;
    for (const exams::GradebookRow& row : table.book.rows) {
        if (const auto& grade = table.of(row).final_grade) {
            const auto part = static_cast<std::size_t>(std::clamp(*grade, 0.0, 99.9) / 100 * grade_parts);
            ++plot.counts[part];
            ++graded;
        }
    }
    out << "<h2>Grades</h2>" << (graded > 0 ? svg_columns(plot) : "<p>Nobody has a grade yet.</p>\n");
}

void write_regression(const Table& table, std::ostream& out) {
    const std::vector<exams::RatedScore> rated = exams::rated_scores(table.book, table.column);
    const exams::BorderlineRegression fit = exams::borderline_regression(rated);
    out << "<article><h2>Borderline regression</h2>\n";
    if (fit.line) {
        LinePlot plot{.title = "Scores by global rating",
                      .x_label = "1 clear fail, 2 borderline, 3 clear pass",
                      .y_label = "adjusted score",
                      .x_max = 4,
                      .y_max = 100,
                      .line = {{1, fit.line->intercept + fit.line->slope},
                               {3, fit.line->intercept + 3 * fit.line->slope}},
                      .rule = PlotPoint{2, fit.line->pass_mark}};
        for (const exams::RatedScore& one : rated) {
            plot.dots.push_back({static_cast<double>(one.rating), one.score});
        }
        out << svg_line(plot) << "<p>Pass mark by the line at borderline: <strong>" << fit.line->pass_mark
            << "</strong> (standard error " << fit.line->standard_error << ", r&sup2; "
            << std::setprecision(2) << fit.line->r_squared << std::setprecision(1) << "); the rubric's is "
            << table.exam.pass.pass << ". Ratings: " << fit.counts[0] << " clear fail, " << fit.counts[1]
            << " borderline, " << fit.counts[2] << " clear pass.</p>\n";
    }
    out << "<p>" << escaped(fit.words) << "</p></article>\n";
}

void write_measured_items(const ClassBook& book, const Table& table, std::ostream& out) {
    std::array<double, scoring::group_count> sums{};
    std::array<int, scoring::group_count> counts{};
    for (const exams::GradebookRow& row : table.book.rows) {
        for (const exams::ExamAttempt& attempt : book.attempts(table.exam.id, row.profile)) {
            for (std::size_t k = 0; k < sums.size(); ++k) {
                sums[k] += attempt.groups[k].value_or(0);
                counts[k] += attempt.groups[k] ? 1 : 0;
            }
        }
    }
    out << "<h2>Items</h2>\n";
    for (std::size_t k = 0; k < sums.size(); ++k) {
        if (counts[k] > 0) {
            out << svg_bar(std::string(scoring::group_name(static_cast<scoring::Group>(k))),
                           sums[k] / counts[k]);
        }
    }
}

void write_seen_items(const ClassBook& book, const Table& table, std::ostream& out) {
    if (table.exam.seen.empty()) {
        return;
    }
    const std::vector<exams::Mark> marks = book.marks(table.exam.id, {});
    out << "<table><tr><th>Seen by the instructor</th><th class=\"figure\">ticked</th><th "
           "class=\"figure\">looked "
           "at</th></tr>";
    for (std::size_t k = 0; k < table.exam.seen.size(); ++k) {
        int ticked = 0;
        int looked = 0;
        for (const exams::GradebookRow& row : table.book.rows) {
            for (const exams::AttemptGrade& grade : table.of(row).attempts) {
                const auto* mark =
                    exams::newest(marks, exams::MarkKind::seen, grade.attempt, static_cast<int>(k));
                looked += mark != nullptr ? 1 : 0;
                ticked += mark != nullptr && mark->value > 0 ? 1 : 0;
            }
        }
        out << "<tr><td>" << escaped(table.exam.seen[k].words)
            << (table.exam.seen[k].critical ? " <strong>(critical)</strong>" : "")
            << "</td><td class=\"figure\">" << ticked << "</td><td class=\"figure\">" << looked
            << "</td></tr>";
    }
    out << "</table>\n";
}

void write_students(const Table& table, std::ostream& out) {
    out << "<h2>Students</h2><table><tr><th>Name</th><th>Number</th><th class=\"figure\">Raw</th><th "
           "class=\"figure\">Adjusted</th><th class=\"figure\">Final</th><th "
           "class=\"figure\">Attempts</th><th>"
           "Status</th></tr>\n";
    for (const exams::GradebookRow& row : table.book.rows) {
        const exams::Standing& standing = table.of(row);
        out << "<tr><td>" << escaped(row.name) << "</td><td>" << escaped(row.school_number) << "</td>";
        write_figure(standing.raw, out);
        write_figure(standing.adjusted, out);
        write_figure(standing.final_grade, out);
        out << "<td class=\"figure\">" << standing.attempts.size() << "</td><td>"
            << exams::stage_words(standing.stage)
            << (standing.final_grade ? (standing.passed ? ", pass" : ", fail") : "")
            << (standing.overridden ? ", set by the instructor" : "") << "</td></tr>\n";
    }
    out << "</table>\n";
}

} // namespace

std::string exam_words(const exams::Exam& exam) {
    std::ostringstream words;
    words << "<small>Drill " << escaped(exam.drill_name) << " with " << escaped(exam.client_name)
          << ", frozen #" << exam.frozen_hash.substr(0, 8) << "; opened " << when_words(exam.opens_at_unix_s)
          << (exam.made_by.empty() ? "" : " by " + escaped(exam.made_by)) << "; "
          << exams::policy_name(exam.policy) << " of "
          << (exam.attempts_allowed == 0 ? "any number of" : std::to_string(exam.attempts_allowed))
          << " attempts; seen rows " << static_cast<int>(100 * exam.seen_share)
          << " % of the grade</small>\n";
    return words.str();
}

void write_class_report(const ClassBook& book, const exams::Exam& exam, std::ostream& out) {
    const Table table = table_of(book, exam);
    std::ostringstream page;
    page << std::fixed << std::setprecision(1);
    page << page_head(escaped(exam.title)) << "<h1>" << escaped(exam.title) << ", class "
         << escaped(table.book.class_name) << "</h1>" << exam_words(exam);
    write_distribution(table, page);
    write_regression(table, page);
    write_measured_items(book, table, page);
    write_seen_items(book, table, page);
    write_students(table, page);
    page << "</body></html>\n";
    out << page.str();
}

} // namespace tactus::records
