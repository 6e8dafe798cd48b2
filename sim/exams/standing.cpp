#include "sim/exams/standing.hpp"

#include <algorithm>
#include <ranges>

namespace tactus::exams {

namespace {

constexpr std::size_t safety = 3; ///< scoring::Group::safety

/// The sheet's marks in percent; nullopt, and how many rows are missing, while it is not complete.
void grade_sheet(const Exam& exam, std::span<const Mark> marks, AttemptGrade& grade) {
    double earned = 0;
    double of = 0;
    for (std::size_t row = 0; row < exam.seen.size(); ++row) {
        const Mark* ticked = newest(marks, MarkKind::seen, grade.attempt, static_cast<int>(row));
        const bool done = ticked != nullptr && ticked->value > 0;
        if (exam.seen[row].critical) {
            grade.stopped = grade.stopped || done; // not ticked means that it did not happen
            continue;
        }
        grade.rows_missing += ticked == nullptr ? 1 : 0;
        earned += done ? exam.seen[row].marks : 0;
        of += exam.seen[row].marks;
    }
    if (of > 0 && grade.rows_missing == 0) {
        grade.seen = 100 * earned / of;
    }
}

bool groups_pass(const ExamAttempt& attempt, const PassRule& rule) {
    for (std::size_t k = 0; k < attempt.groups.size(); ++k) {
        if (attempt.groups[k] && *attempt.groups[k] < (k == safety ? rule.safety : rule.group)) {
            return false;
        }
    }
    return true;
}

AttemptGrade grade_of(const Exam& exam, const ExamAttempt& attempt, std::span<const Mark> marks) {
    AttemptGrade grade{.attempt = attempt.id, .raw = attempt.score, .stopped = attempt.critical};
    grade_sheet(exam, marks, grade);
    const double share = grade.seen ? exam.seen_share : 0;
    if (exam.seen_share == 0 || grade.rows_missing == 0) {
        grade.adjusted = (1 - share) * grade.raw + share * grade.seen.value_or(0);
    }
    if (grade.stopped && grade.adjusted) {
        grade.adjusted = std::min(*grade.adjusted, exam.pass.critical_cap);
    }
    grade.passed = !grade.stopped && grade.adjusted && *grade.adjusted >= exam.pass.pass &&
                   groups_pass(attempt, exam.pass);
    if (const Mark* rated = newest(marks, MarkKind::rating, attempt.id); rated != nullptr) {
        grade.rating = static_cast<Rating>(rated->value);
    }
    return grade;
}

/// What an attempt is compared by: one whose sheet is not complete by what was measured.
double worth(const AttemptGrade& grade) { return grade.adjusted.value_or(grade.raw); }

void take_mean(std::span<const AttemptGrade> attempts, Standing& standing) {
    double raw = 0;
    double adjusted = 0;
    bool whole = true;
    standing.passed = true;
    for (const AttemptGrade& grade : attempts) {
        raw += grade.raw;
        adjusted += grade.adjusted.value_or(0);
        whole = whole && grade.adjusted.has_value();
        standing.passed = standing.passed && !grade.stopped;
    }
    const auto count = static_cast<double>(attempts.size());
    standing.raw = raw / count;
    standing.adjusted = whole ? std::optional(adjusted / count) : std::nullopt;
}

void take_by_policy(const Exam& exam, Standing& standing) {
    const std::vector<AttemptGrade>& all = standing.attempts;
    if (all.empty()) {
        return;
    }
    if (exam.policy == AttemptsPolicy::mean) {
        take_mean(all, standing);
        standing.passed = standing.passed && standing.adjusted && *standing.adjusted >= exam.pass.pass;
        return;
    }
    const AttemptGrade& taken = exam.policy == AttemptsPolicy::first ? all.front()
                                : exam.policy == AttemptsPolicy::last
                                    ? all.back()
                                    : *std::ranges::max_element(all, {}, worth);
    standing.raw = taken.raw;
    standing.adjusted = taken.adjusted;
    standing.passed = taken.passed;
}

Stage stage_of(const Standing& standing, std::span<const ExamAttempt> attempts, std::span<const Mark> marks,
               bool review_waits) {
    if (review_waits) {
        return Stage::review_asked;
    }
    const Mark* approved = newest(marks, MarkKind::approve);
    const std::int64_t last = attempts.empty() ? 0 : attempts.back().started_at_unix_s;
    if (approved != nullptr && approved->at_unix_s >= last) { // a later attempt wants another look
        return Stage::approved;
    }
    return !attempts.empty() ? Stage::to_mark : standing.sittings > 0 ? Stage::under_way : Stage::not_started;
}

} // namespace

std::string_view stage_words(Stage stage) {
    switch (stage) {
    case Stage::not_started:
        return "not started";
    case Stage::under_way:
        return "begun";
    case Stage::to_mark:
        return "to mark";
    case Stage::review_asked:
        return "asks for review";
    case Stage::approved:
        return "approved";
    }
    return {};
}

const Mark* newest(std::span<const Mark> marks, MarkKind kind, std::string_view attempt, int row) {
    const auto meant = [&](const Mark& mark) {
        return !mark.undone && mark.kind == kind && mark.attempt == attempt && mark.row == row;
    };
    const auto backwards = marks | std::views::reverse;
    const auto found = std::ranges::find_if(backwards, meant);
    return found == backwards.end() ? nullptr : &*found;
}

Standing standing_of(const Exam& exam, std::span<const ExamAttempt> attempts, std::span<const Mark> marks,
                     const Sittings& sittings) {
    Standing standing{.sittings = sittings.begun};
    for (const ExamAttempt& attempt : attempts) {
        standing.attempts.push_back(grade_of(exam, attempt, marks));
    }
    take_by_policy(exam, standing);
    standing.final_grade = standing.adjusted;
    if (const Mark* set = newest(marks, MarkKind::override_grade); set != nullptr) {
        standing.overridden = true;
        standing.final_grade = set->value;
        standing.passed = set->value >= exam.pass.pass;
    }
    standing.granted = static_cast<int>(std::ranges::count_if(
        marks, [](const Mark& mark) { return mark.kind == MarkKind::grant && !mark.undone; }));
    standing.stage = stage_of(standing, attempts, marks, sittings.review_waits);
    return standing;
}

int attempts_left(const Exam& exam, const Standing& standing) {
    constexpr int any_number = 1000;
    return exam.attempts_allowed == 0
               ? any_number
               : std::max(0, exam.attempts_allowed + standing.granted - standing.sittings);
}

} // namespace tactus::exams
