#include "sim/records/exam_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

namespace tactus::records {
namespace {

constexpr const char* exam_columns =
    "select id, class, title, drill, drill_name, drill_text, drill_hash, rubric_text, rubric_hash, "
    "client_name,"
    " client_text, frozen_hash, seen_share, opens_at, closes_at, policy, attempts_allowed, least_setting,"
    " least_force, made_at, made_by, coalesce((select not open from exam_change where exam_change.exam = "
    "exam.id"
    " order by exam_change.id desc limit 1), 0) from exam where ";

std::vector<exams::SeenRow> select_seen_rows(SQLite::Database& db, const std::string& exam) {
    std::vector<exams::SeenRow> rows;
    SQLite::Statement query(db, "select words, marks, critical from seen_row where exam = ? order by number");
    query.bind(1, exam);
    while (query.executeStep()) {
        rows.push_back({.words = query.getColumn(0).getString(),
                        .marks = query.getColumn(1).getDouble(),
                        .critical = query.getColumn(2).getInt() != 0});
    }
    return rows;
}

exams::Exam read_exam(SQLite::Database& db, SQLite::Statement& query) {
    exams::Exam exam;
    int column = 0;
    for (std::string* text : {&exam.id, &exam.class_id, &exam.title, &exam.drill, &exam.drill_name,
                              &exam.drill_text, &exam.drill_hash, &exam.rubric_text, &exam.rubric_hash,
                              &exam.client_name, &exam.client_text, &exam.frozen_hash}) {
        *text = query.getColumn(column++).getString();
    }
    exam.seen_share = query.getColumn(column++).getDouble();
    exam.opens_at_unix_s = query.getColumn(column++).getInt64();
    exam.closes_at_unix_s = query.getColumn(column++).getInt64();
    exam.policy = exams::policy_named(query.getColumn(column++).getString());
    exam.attempts_allowed = query.getColumn(column++).getInt();
    exam.least_setting = query.getColumn(column++).getString();
    exam.least_force = query.getColumn(column++).getString();
    exam.made_at_unix_s = query.getColumn(column++).getInt64();
    exam.made_by = query.getColumn(column++).getString();
    exam.closed_by_hand = query.getColumn(column++).getInt() != 0;
    exam.pass = pass_rule_of(scoring::parse_rubric(exam.rubric_text, "rubric of exam " + exam.title));
    exam.seen = select_seen_rows(db, exam.id);
    return exam;
}

} // namespace

exams::PassRule pass_rule_of(const scoring::Rubric& rubric) {
    return {.pass = rubric.pass,
            .group = rubric.pass_group,
            .safety = rubric.pass_safety,
            .critical_cap = rubric.critical_cap};
}

void insert_exam(SQLite::Database& db, const exams::Exam& exam) {
    SQLite::Statement insert(
        db, "insert into exam values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, exam.id, exam.class_id, exam.title, exam.drill, exam.drill_name, exam.drill_text,
                 exam.drill_hash, exam.rubric_text, exam.rubric_hash, exam.client_name, exam.client_text,
                 exam.frozen_hash, exam.seen_share, exam.opens_at_unix_s, exam.closes_at_unix_s,
                 std::string(exams::policy_name(exam.policy)), exam.attempts_allowed, exam.least_setting,
                 exam.least_force, exam.made_at_unix_s, exam.made_by);
    insert.exec();
    int number = 0;
    for (const exams::SeenRow& row : exam.seen) {
        SQLite::Statement put(db, "insert into seen_row values (?, ?, ?, ?, ?)");
        SQLite::bind(put, exam.id, number++, row.words, row.marks, row.critical ? 1 : 0);
        put.exec();
    }
}

std::vector<exams::Exam> select_exams(SQLite::Database& db, const std::string& condition,
                                      const std::string& value) {
    std::vector<exams::Exam> all;
    SQLite::Statement query(db, exam_columns + condition + " order by id");
    query.bind(1, value);
    while (query.executeStep()) {
        all.push_back(read_exam(db, query));
    }
    return all;
}

void insert_mark(SQLite::Database& db, const exams::Mark& mark) {
    SQLite::Statement insert(db, "insert into mark values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, mark.id, mark.group, mark.exam, mark.profile, mark.attempt,
                 std::string(exams::mark_kind_name(mark.kind)), mark.row, mark.value, mark.words,
                 mark.at_unix_s, mark.who);
    insert.exec();
}

std::vector<exams::Mark> select_marks(SQLite::Database& db, const std::string& exam,
                                      const std::string& profile) {
    std::vector<exams::Mark> marks;
    SQLite::Statement query(
        db, "select id, act, exam, profile, coalesce(attempt, ''), kind, number, value, words,"
            " at, who, exists (select 1 from mark_undo where mark_undo.act = mark.act)"
            " from mark where exam = ?1 and (?2 = '' or profile = ?2) order by id");
    SQLite::bind(query, exam, profile);
    while (query.executeStep()) {
        marks.push_back({.id = query.getColumn(0).getString(),
                         .group = query.getColumn(1).getString(),
                         .exam = query.getColumn(2).getString(),
                         .profile = query.getColumn(3).getString(),
                         .attempt = query.getColumn(4).getString(),
                         .kind = exams::mark_kind_named(query.getColumn(5).getString()),
                         .row = query.getColumn(6).getInt(),
                         .value = query.getColumn(7).getDouble(),
                         .words = query.getColumn(8).getString(),
                         .at_unix_s = query.getColumn(9).getInt64(),
                         .who = query.getColumn(10).getString(),
                         .undone = query.getColumn(11).getInt() != 0});
    }
    return marks;
}

std::vector<exams::ExamAttempt> select_exam_attempts(SQLite::Database& db, const std::string& exam,
                                                     const std::string& profile) {
    std::vector<exams::ExamAttempt> attempts;
    SQLite::Statement query(
        db, "select attempt.id, score, started_at,"
            " coalesce((select case when json_valid(result) then json_array_length(result, '$.critical') end"
            " from recording where recording.attempt = attempt.id), 0),"
            " pressure, flow, targeting, safety, communication, sequence"
            " from sitting join handed_in on handed_in.sitting = sitting.id"
            " join attempt on attempt.id = handed_in.attempt"
            " where exam = ? and sitting.profile = ? and graded order by sitting.id");
    SQLite::bind(query, exam, profile);
    while (query.executeStep()) {
        exams::ExamAttempt attempt{.id = query.getColumn(0).getString(),
                                   .score = query.getColumn(1).getDouble(),
                                   .critical = query.getColumn(3).getInt() > 0,
                                   .started_at_unix_s = query.getColumn(2).getInt64()};
        for (std::size_t k = 0; k < attempt.groups.size(); ++k) {
            const SQLite::Column group = query.getColumn(4 + static_cast<int>(k));
            if (!group.isNull()) {
                attempt.groups[k] = group.getDouble();
            }
        }
        attempts.push_back(attempt);
    }
    return attempts;
}

exams::Sittings count_sittings(SQLite::Database& db, const std::string& exam, const std::string& profile) {
    SQLite::Statement query(
        db,
        "select count(*), exists (select 1 from review join handed_in on handed_in.attempt = review.attempt"
        " join sitting on sitting.id = handed_in.sitting where sitting.exam = ?1 and sitting.profile = ?2"
        " and not exists (select 1 from review_answer where review_answer.review = review.id))"
        " from sitting where exam = ?1 and profile = ?2");
    SQLite::bind(query, exam, profile);
    query.executeStep();
    return {.begun = query.getColumn(0).getInt(), .review_waits = query.getColumn(1).getInt() != 0};
}

} // namespace tactus::records
