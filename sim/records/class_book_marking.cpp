/// What instructors say of an exam, and what it comes to.

#include "sim/authoring/user_error.hpp"
#include "sim/records/class_book.hpp"
#include "sim/records/exam_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <ctime>

namespace tactus::records {
namespace {

exams::Standing standing_in(SQLite::Database& db, const exams::Exam& exam, const std::string& profile) {
    return exams::standing_of(exam, select_exam_attempts(db, exam.id, profile),
                              select_marks(db, exam.id, profile), count_sittings(db, exam.id, profile));
}

void check_marks(const std::vector<exams::Mark>& marks, const std::string& who) {
    std::vector<Complaint> wrong;
    if (who.empty()) {
        wrong.push_back(
            {"marking", "has nobody's name", "say who you are, on the instructor's page or with --by"});
    }
    for (const exams::Mark& mark : marks) {
        const bool sets = mark.kind == exams::MarkKind::override_grade;
        if (sets && !(mark.value >= 0 && mark.value <= 100)) {
            wrong.push_back(
                {"grade", "is not between 0 and 100", "write a number of marks out of a hundred"});
        }
        if ((sets || mark.kind == exams::MarkKind::grant) && mark.words.empty()) {
            wrong.push_back({std::string(exams::mark_kind_name(mark.kind)), "has no reason",
                             "say why: the student can read it, and so can who comes after you"});
        }
    }
    if (!wrong.empty()) {
        throw UserError(wrong);
    }
}

} // namespace

std::string ClassBook::mark(std::vector<exams::Mark> marks, const std::string& who) {
    check_marks(marks, who);
    const std::string act = next_id();
    database_.write([&](SQLite::Database& db) {
        for (exams::Mark& mark : marks) {
            mark.id = next_id();
            mark.group = act;
            mark.at_unix_s = std::time(nullptr);
            mark.who = who;
            insert_mark(db, mark);
        }
    });
    return act;
}

std::string ClassBook::undo(const std::string& exam, const std::string& who) {
    std::string undone;
    check_marks({}, who);
    database_.write([&](SQLite::Database& db) {
        std::vector<exams::Mark> last;
        for (const exams::Mark& mark : select_marks(db, exam, {})) {
            if (!mark.undone && mark.who != exams::station) {
                last.resize(!last.empty() && last.front().group != mark.group ? 0 : last.size());
                last.push_back(mark);
            }
        }
        if (last.empty()) {
            return;
        }
        SQLite::Statement insert(db, "insert into mark_undo values (?, ?, ?, ?)");
        SQLite::bind(insert, last.front().group, exam, static_cast<std::int64_t>(std::time(nullptr)), who);
        insert.exec();
        undone = exams::mark_words(last.front()) +
                 (last.size() > 1 ? ", " + std::to_string(last.size()) + " marks" : std::string());
    });
    return undone;
}

std::vector<exams::Mark> ClassBook::marks(const std::string& exam, const std::string& profile) const {
    std::vector<exams::Mark> all;
    database_.read([&](SQLite::Database& db) { all = select_marks(db, exam, profile); });
    return all;
}

std::vector<exams::ExamAttempt> ClassBook::attempts(const std::string& exam,
                                                    const std::string& profile) const {
    std::vector<exams::ExamAttempt> all;
    database_.read([&](SQLite::Database& db) { all = select_exam_attempts(db, exam, profile); });
    return all;
}

exams::Standing ClassBook::standing(const exams::Exam& exam, const std::string& profile) const {
    exams::Standing standing;
    database_.read([&](SQLite::Database& db) { standing = standing_in(db, exam, profile); });
    return standing;
}

exams::Gradebook ClassBook::gradebook(const std::string& class_name) const {
    const Class one = class_named(class_name);
    exams::Gradebook book{.class_name = one.name, .exams = exams(one.id), .rows = {}};
    for (const Member& member : members(one.id)) {
        exams::GradebookRow row{.profile = member.profile.id,
                                .name = member.profile.name,
                                .school_number = member.school_number,
                                .standings = {}};
        database_.read([&](SQLite::Database& db) {
            for (const exams::Exam& exam : book.exams) {
                row.standings.push_back(standing_in(db, exam, row.profile));
            }
        });
        book.rows.push_back(std::move(row));
    }
    return book;
}

} // namespace tactus::records
