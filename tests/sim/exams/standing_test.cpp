#include "sim/authoring/user_error.hpp"
#include "sim/exams/seen_sheet.hpp"
#include "sim/exams/standing.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::exams;

namespace {

/// Two rows of 3 and 1 marks and a critical one, for two fifths of the grade.
Exam practical() {
    Exam exam{.id = "e"};
    exam.seen = {{.words = "asks", .marks = 3},
                 {.words = "drapes", .marks = 1},
                 {.words = "harm", .marks = 0, .critical = true}};
    exam.seen_share = 0.4;
    exam.attempts_allowed = 2;
    return exam;
}

std::vector<ExamAttempt> three() {
    return {{.id = "a", .score = 60, .started_at_unix_s = 10},
            {.id = "b", .score = 90, .started_at_unix_s = 20},
            {.id = "c", .score = 80, .started_at_unix_s = 30}};
}

Mark said(MarkKind kind, double value, std::int64_t at = 100) {
    return {.kind = kind, .value = value, .at_unix_s = at};
}

Mark ticked(const std::string& attempt, int row, double value) {
    return {.attempt = attempt, .kind = MarkKind::seen, .row = row, .value = value};
}

Standing by(AttemptsPolicy policy, std::span<const Mark> marks = {}) {
    Exam exam{.id = "e"};
    exam.policy = policy;
    return standing_of(exam, three(), marks, {.begun = 3});
}

} // namespace

TEST_CASE("the policy says which attempts a grade is made of") {
    CHECK(by(AttemptsPolicy::first).final_grade == 60.0);
    CHECK(by(AttemptsPolicy::best).final_grade == 90.0);
    CHECK(by(AttemptsPolicy::last).final_grade == 80.0);
    CHECK(*by(AttemptsPolicy::mean).final_grade == doctest::Approx(230.0 / 3));
    CHECK_FALSE(by(AttemptsPolicy::first).passed);
    CHECK(by(AttemptsPolicy::mean).passed);
    CHECK(policy_named("last") == AttemptsPolicy::last);
    CHECK_THROWS_AS(policy_named("worst"), UserError);
}

TEST_CASE("seen rows count with their share once all of them are ticked, and not before") {
    const Exam exam = practical();
    const std::vector<ExamAttempt> one{{.id = "a", .score = 80}};
    std::vector<Mark> marks{ticked("a", 0, 1)};
    Standing standing = standing_of(exam, one, marks, {.begun = 1});
    CHECK(standing.raw == 80.0);
    CHECK_FALSE(standing.final_grade);
    CHECK(standing.attempts[0].rows_missing == 1);
    marks.push_back(ticked("a", 1, 0));
    standing = standing_of(exam, one, marks, {.begun = 1});
    CHECK(standing.attempts[0].seen == 75.0);                             // 3 of 4 marks
    CHECK(*standing.final_grade == doctest::Approx(0.6 * 80 + 0.4 * 75)); // 78
    CHECK(standing.passed);
    marks.push_back(ticked("a", 0, 0)); // looked again: a later tick counts
    CHECK(*standing_of(exam, one, marks, {.begun = 1}).final_grade == doctest::Approx(48));
}

TEST_CASE("a critical stop fails, whoever saw it, and caps the grade") {
    const Exam exam = practical();
    std::vector<ExamAttempt> one{{.id = "a", .score = 100}};
    std::vector<Mark> marks{ticked("a", 0, 1), ticked("a", 1, 1), ticked("a", 2, 1)};
    Standing standing = standing_of(exam, one, marks, {.begun = 1});
    CHECK(standing.final_grade == 49.0);
    CHECK_FALSE(standing.passed);
    marks.back().undone = true;
    CHECK(standing_of(exam, one, marks, {.begun = 1}).final_grade == 100.0);
    one[0].critical = true;
    CHECK(standing_of(exam, one, marks, {.begun = 1}).final_grade == 49.0);
    one[0] = {.id = "a", .score = 100, .groups = {40.0}}; // a group below its floor
    CHECK_FALSE(standing_of(exam, one, marks, {.begun = 1}).passed);
}

TEST_CASE("an override stands until it is taken back, and nothing else is lost by it") {
    std::vector<Mark> marks{said(MarkKind::override_grade, 70), said(MarkKind::override_grade, 82)};
    Standing standing = by(AttemptsPolicy::first, marks);
    CHECK(standing.final_grade == 82.0);
    CHECK(standing.adjusted == 60.0);
    CHECK(standing.overridden);
    CHECK(standing.passed);
    marks[1].undone = true;
    CHECK(by(AttemptsPolicy::first, marks).final_grade == 70.0);
    marks[0].undone = true;
    CHECK(by(AttemptsPolicy::first, marks).final_grade == 60.0);
    CHECK(mark_words({.kind = MarkKind::override_grade, .value = 82.5, .words = "clock stood"}) ==
          "grade set to 82.5: clock stood");
}

TEST_CASE("where a student stands: begun, to mark, approved, asked again") {
    const Exam exam = practical();
    const std::vector<ExamAttempt> one{{.id = "a", .score = 80, .started_at_unix_s = 50}};
    const std::vector<Mark> approved{said(MarkKind::approve, 0, 60)};
    CHECK(standing_of(exam, {}, {}, {}).stage == Stage::not_started);
    CHECK(standing_of(exam, {}, {}, {.begun = 1}).stage == Stage::under_way);
    CHECK(standing_of(exam, one, {}, {.begun = 1}).stage == Stage::to_mark);
    CHECK(standing_of(exam, one, approved, {.begun = 1}).stage == Stage::approved);
    CHECK(standing_of(exam, one, approved, {.begun = 1, .review_waits = true}).stage == Stage::review_asked);
    const std::vector<ExamAttempt> later{one[0], {.id = "b", .score = 85, .started_at_unix_s = 70}};
    CHECK(standing_of(exam, later, approved, {.begun = 2}).stage == Stage::to_mark);
}

TEST_CASE("begun attempts are used up, granted ones come on top, and 0 allows any number") {
    Exam exam = practical();
    const std::vector<Mark> granted{said(MarkKind::grant, 1)};
    CHECK(attempts_left(exam, standing_of(exam, {}, {}, {.begun = 1})) == 1);
    CHECK(attempts_left(exam, standing_of(exam, {}, {}, {.begun = 2})) == 0);
    CHECK(attempts_left(exam, standing_of(exam, {}, granted, {.begun = 2})) == 1);
    exam.attempts_allowed = 0;
    CHECK(attempts_left(exam, standing_of(exam, {}, {}, {.begun = 50})) > 0);
}

TEST_CASE("an exam opens at its time and closes at its time, or by hand") {
    Exam exam{.opens_at_unix_s = 100, .closes_at_unix_s = 200};
    CHECK(state_words(exam, 99) == "not open yet");
    CHECK(is_open(exam, 100));
    CHECK_FALSE(is_open(exam, 200));
    exam.closes_at_unix_s = 0;
    CHECK(is_open(exam, 1'000'000));
    exam.closed_by_hand = true;
    CHECK(state_words(exam, 150) == "closed");
    CHECK(reaches(settings_ladder(), "fine", "standard"));
    CHECK_FALSE(reaches(settings_ladder(), "half", "standard"));
    CHECK_FALSE(reaches(force_ladder(), "inferred", "mapped"));
    CHECK(reaches(force_ladder(), "inferred", ""));
}

TEST_CASE("a sheet of seen rows says what is wrong with it") {
    const SeenSheet sheet = parse_seen_sheet("name = \"S\"\n[[row]]\nwords = \"asks\"\nmarks = 2\n"
                                             "[[row]]\nwords = \"harm\"\ncritical = true\n",
                                             "my/sheet.toml");
    CHECK(sheet.id == "sheet");
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.rows[0] == SeenRow{"asks", 2, false});
    CHECK(sheet.rows[1] == SeenRow{"harm", 0, true});
    CHECK_THROWS_AS(parse_seen_sheet("name = \"S\"\n", "sheet.toml"), UserError);
    CHECK_THROWS_AS(parse_seen_sheet("name = \"S\"\n[[row]]\nword = \"asks\"\n", "sheet.toml"), UserError);
}
