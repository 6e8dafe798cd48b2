/// Taking an exam: sitting down, and handing in what was done.

#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/records/class_book.hpp"
#include "sim/records/exam_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <algorithm>
#include <ctime>

namespace tactus::records {
namespace {

UserError refused(const exams::Exam& exam, std::string what, std::string mend) {
    return UserError(Complaint{"exam " + exam.title, std::move(what), std::move(mend)});
}

/// Why a run cannot count, though the student did nothing wrong; "" = it can.
std::string why_not(const exams::Exam& exam, const Attempt& attempt) {
    if (attempt.practice == "slow machine") {
        return "time ran slower than it should on this station";
    }
    if (!exams::reaches(exams::settings_ladder(), attempt.setting, exam.least_setting)) {
        return "the tissue was solved under \"" + attempt.setting + "\", the exam asks for \"" +
               exam.least_setting + "\"";
    }
    if (!exams::reaches(exams::force_ladder(), attempt.force_source, exam.least_force)) {
        return "the force was " + attempt.force_source + ", the exam asks for " + exam.least_force;
    }
    return {};
}

struct SittingRow {
    std::string exam;
    std::string profile;
};

SittingRow select_sitting(SQLite::Database& db, const std::string& id) {
    SQLite::Statement query(db, "select exam, profile from sitting where id = ?");
    query.bind(1, id);
    if (!query.executeStep()) {
        throw UserError(Complaint{"sitting " + id, "is not in the records", "sit down for the exam again"});
    }
    return {query.getColumn(0).getString(), query.getColumn(1).getString()};
}

void require_same(const exams::Exam& exam, const SittingRow& sitting, const Attempt& attempt,
                  const client::Client& treated) {
    if (attempt.profile != sitting.profile) {
        throw refused(exam, "was begun by another student than the one whose run this is",
                      "let each student take it under their own name");
    }
    if (attempt.drill_hash != exam.drill_hash || attempt.rubric_hash != exam.rubric_hash) {
        throw refused(exam, "asks for another drill or rubric than this run was done with",
                      "take the exam from the home screen");
    }
    if (client::write_client(treated) != exam.client_text) {
        throw refused(exam, "asks for " + exam.client_name + " as frozen, this run treated another client",
                      "take the exam from the home screen");
    }
}

} // namespace

Sitting ClassBook::sit_down(const exams::Exam& exam, const std::string& profile) {
    Sitting sitting;
    database_.write([&](SQLite::Database& db) {
        const std::int64_t now = std::time(nullptr);
        const std::vector<exams::Exam> meant =
            select_exams(db, "class in (select class from member where profile = ?1)", profile);
        const auto ours = std::ranges::find(meant, exam.id, &exams::Exam::id);
        if (ours == meant.end()) {
            throw refused(exam, "is not for a class that the student is in",
                          "ask the instructor to enter you");
        }
        if (!exams::is_open(*ours, now)) {
            throw refused(exam, "is " + std::string(exams::state_words(*ours, now)), "ask the instructor");
        }
        const exams::Standing standing = exams::standing_of(*ours, {}, select_marks(db, exam.id, profile),
                                                            count_sittings(db, exam.id, profile));
        const int left = exams::attempts_left(*ours, standing);
        if (left == 0) {
            throw refused(exam, "has no attempt left for you", "ask the instructor for one more");
        }
        sitting = {.id = next_id(), .number = standing.sittings + 1, .left = left - 1};
        SQLite::Statement insert(db, "insert into sitting values (?, ?, ?, ?)");
        SQLite::bind(insert, sitting.id, exam.id, profile, now);
        insert.exec();
    });
    return sitting;
}

std::string ClassBook::hand_in(const Sitting& sitting, const Attempt& attempt,
                               const client::Client& treated) {
    std::string reason;
    database_.write([&](SQLite::Database& db) {
        const SittingRow row = select_sitting(db, sitting.id);
        const exams::Exam exam = select_exams(db, "id = ?1", row.exam).front();
        require_same(exam, row, attempt, treated);
        reason = why_not(exam, attempt);
        if (!reason.empty()) {
            insert_mark(db, {.id = next_id(),
                             .group = next_id(),
                             .exam = exam.id,
                             .profile = row.profile,
                             .kind = exams::MarkKind::grant,
                             .words = reason,
                             .at_unix_s = std::time(nullptr),
                             .who = std::string(exams::station)});
            return;
        }
        SQLite::Statement insert(db, "insert into handed_in values (?, ?)");
        SQLite::bind(insert, attempt.id, sitting.id);
        insert.exec();
    });
    return reason;
}

} // namespace tactus::records
