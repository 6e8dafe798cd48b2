#include "sim/records/class_report_html.hpp"
#include "sim/records/lost_marks.hpp"
#include "sim/records/page_html.hpp"
#include "sim/records/plot_svg.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace tactus::records {
namespace {

void write_lost_marks(const std::string& result, std::ostream& out) {
    out << "<ul>";
    for (const LostMark& mark : lost_marks(result)) {
        out << "<li>" << (mark.critical ? "<strong>Critical</strong>" : "&minus;");
        if (!mark.critical) {
            out << mark.marks;
        }
        out << ": " << escaped(mark.what) << "</li>";
    }
    out << "</ul>\n";
}

void write_sheet(const exams::Exam& exam, const std::string& attempt, std::span<const exams::Mark> marks,
                 std::ostream& out) {
    if (exam.seen.empty()) {
        return;
    }
    out << "<table>";
    for (std::size_t k = 0; k < exam.seen.size(); ++k) {
        const auto* mark = exams::newest(marks, exams::MarkKind::seen, attempt, static_cast<int>(k));
        const bool critical = exam.seen[k].critical;
        const char* word = mark == nullptr   ? (critical ? "no" : "not looked at")
                           : mark->value > 0 ? "yes"
                                             : "no";
        out << "<tr><td>" << escaped(exam.seen[k].words) << (critical ? " (critical)" : "") << "</td><td>"
            << word << "</td></tr>";
    }
    out << "</table>\n";
}

void write_attempts(const Archive& archive, const exams::Exam& exam, const exams::Standing& standing,
                    std::span<const exams::Mark> marks, std::ostream& out) {
    int number = 0;
    for (const exams::AttemptGrade& grade : standing.attempts) {
        const auto attempt = archive.find(grade.attempt);
        out << "<article><h3>Attempt " << ++number << ": measured " << grade.raw;
        if (grade.adjusted) {
            out << ", adjusted " << *grade.adjusted;
        }
        out << (grade.rating ? ", " + std::string(exams::rating_words(*grade.rating)) : std::string())
            << "</h3>\n";
        if (attempt) {
            out << "<small>" << when_words(attempt->started_at_unix_s) << ", force "
                << escaped(attempt->force_source) << ", digest " << attempt->digest << "</small>\n";
            for (std::size_t k = 0; k < attempt->groups.size(); ++k) {
                if (attempt->groups[k]) {
                    out << svg_bar(std::string(scoring::group_name(static_cast<scoring::Group>(k))),
                                   attempt->groups[k]);
                }
            }
            write_lost_marks(archive.result(*attempt), out);
        }
        write_sheet(exam, grade.attempt, marks, out);
        out << "</article>\n";
    }
}

void write_trail(const ClassBook& book, const exams::Standing& standing, std::span<const exams::Mark> marks,
                 std::ostream& out) {
    out << "<h2>What was said</h2><table>";
    for (const exams::Mark& mark : marks) {
        out << "<tr><td>" << when_words(mark.at_unix_s) << "</td><td>" << escaped(mark.who) << "</td><td>"
            << (mark.undone ? "<s>" : "") << escaped(exams::mark_words(mark))
            << (mark.undone ? "</s>, taken back" : "") << "</td></tr>";
    }
    for (const exams::AttemptGrade& grade : standing.attempts) {
        for (const Review& review : book.reviews_of(grade.attempt)) {
            out << "<tr><td>" << when_words(review.asked_at_unix_s) << "</td><td>"
                << escaped(review.attempt.student) << "</td><td>asks for review at " << review.moment_s
                << " s: " << escaped(review.words) << "</td></tr>";
            if (!review.answer.empty()) {
                out << "<tr><td>" << when_words(review.answered_at_unix_s) << "</td><td>"
                    << escaped(review.answered_by) << "</td><td>answers: " << escaped(review.answer)
                    << "</td></tr>";
            }
        }
    }
    out << "</table>\n";
}

} // namespace

void write_exam_report(const ClassBook& book, const Archive& archive, const exams::Exam& exam,
                       const std::string& name, std::ostream& out) {
    const std::vector<Member> members = book.members(exam.class_id);
    const auto member =
        std::ranges::find(members, name, [](const Member& each) { return each.profile.name; });
    if (member == members.end()) {
        throw UserError(Complaint{name, "is nobody in the class of the exam " + exam.title,
                                  "see `tactus-sim class list` for who is"});
    }
    const exams::Standing standing = book.standing(exam, member->profile.id);
    const std::vector<exams::Mark> marks = book.marks(exam.id, member->profile.id);
    std::ostringstream page;
    page << std::fixed << std::setprecision(1);
    page << page_head(escaped(name)) << "<h1>" << escaped(name) << ": " << escaped(exam.title) << "</h1>"
         << exam_words(exam) << "<p>";
    if (standing.final_grade) {
        page << "Grade <strong>" << *standing.final_grade << "</strong> of 100, "
             << (standing.passed ? "passed" : "not passed")
             << (standing.overridden ? " (set by the instructor)" : "") << ". ";
    }
    page << "Status: " << exams::stage_words(standing.stage) << ".</p>\n";
    write_attempts(archive, exam, standing, marks, page);
    write_trail(book, standing, marks, page);
    page << "</body></html>\n";
    out << page.str();
}

} // namespace tactus::records
