#include "sim/cli/exam_words.hpp"

#include "sim/authoring/user_error.hpp"

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

namespace tactus::cli {

namespace {

constexpr const char* moment_format = "%Y-%m-%d %H:%M";

template <class Value> nlohmann::ordered_json or_null(const std::optional<Value>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

} // namespace

std::string moment_text(std::int64_t unix_s) {
    if (unix_s == 0) {
        return "-";
    }
    const std::time_t time = unix_s;
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), moment_format, &utc);
    return text.data();
}

std::int64_t moment_of(const std::string& text, const std::string& flag) {
    if (text.empty()) {
        return 0;
    }
    std::tm utc{};
    const char* end = strptime(text.c_str(), moment_format, &utc);
    if (end == nullptr || *end != '\0') {
        throw UserError(
            Complaint{flag + " " + text, "is no moment", "write it as \"2026-01-31 10:00\", in UTC"});
    }
    return timegm(&utc);
}

nlohmann::ordered_json exam_json(const exams::Exam& exam, std::int64_t now_unix_s) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const exams::SeenRow& row : exam.seen) {
        rows.push_back({{"words", row.words}, {"marks", row.marks}, {"critical", row.critical}});
    }
    return {{"id", exam.id},
            {"title", exam.title},
            {"state", exams::state_words(exam, now_unix_s)},
            {"drill", exam.drill},
            {"drill_hash", exam.drill_hash},
            {"rubric_hash", exam.rubric_hash},
            {"client", exam.client_name},
            {"frozen_hash", exam.frozen_hash},
            {"opens_at_unix_s", exam.opens_at_unix_s},
            {"closes_at_unix_s", exam.closes_at_unix_s},
            {"policy", exams::policy_name(exam.policy)},
            {"attempts_allowed", exam.attempts_allowed},
            {"least_setting", exam.least_setting},
            {"least_force", exam.least_force},
            {"pass", exam.pass.pass},
            {"seen_share", exam.seen_share},
            {"seen", rows},
            {"made_by", exam.made_by}};
}

nlohmann::ordered_json standing_json(const exams::Standing& standing) {
    nlohmann::ordered_json attempts = nlohmann::ordered_json::array();
    for (const exams::AttemptGrade& grade : standing.attempts) {
        attempts.push_back({{"attempt", grade.attempt},
                            {"raw", grade.raw},
                            {"seen", or_null(grade.seen)},
                            {"adjusted", or_null(grade.adjusted)},
                            {"stopped", grade.stopped},
                            {"rating", grade.rating ? std::string(exams::rating_words(*grade.rating)) : ""}});
    }
    return {{"raw", or_null(standing.raw)},
            {"adjusted", or_null(standing.adjusted)},
            {"final", or_null(standing.final_grade)},
            {"overridden", standing.overridden},
            {"passed", standing.passed},
            {"status", exams::stage_words(standing.stage)},
            {"begun", standing.sittings},
            {"attempts", attempts}};
}

nlohmann::ordered_json mark_json(const exams::Mark& mark) {
    return {{"id", mark.id},           {"act", mark.group},
            {"attempt", mark.attempt}, {"kind", exams::mark_kind_name(mark.kind)},
            {"row", mark.row},         {"value", mark.value},
            {"words", mark.words},     {"said", exams::mark_words(mark)},
            {"who", mark.who},         {"at_unix_s", mark.at_unix_s},
            {"undone", mark.undone}};
}

nlohmann::ordered_json review_json(const records::Review& review) {
    return {{"id", review.id},
            {"student", review.attempt.student},
            {"attempt", review.attempt.id},
            {"drill", review.attempt.drill},
            {"exam", review.exam},
            {"moment_s", review.moment_s},
            {"words", review.words},
            {"asked_at_unix_s", review.asked_at_unix_s},
            {"answer", review.answer},
            {"answered_by", review.answered_by},
            {"answered_at_unix_s", review.answered_at_unix_s}};
}

nlohmann::ordered_json student_exams_json(const records::ClassBook& book, const std::string& profile) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const exams::Exam& exam : book.exams({})) {
        const exams::Standing standing = book.standing(exam, profile);
        const std::vector<exams::Mark> marks = book.marks(exam.id, profile);
        if (standing.sittings == 0 && marks.empty()) {
            continue;
        }
        nlohmann::ordered_json one{
            {"exam", exam.id}, {"title", exam.title}, {"standing", standing_json(standing)}};
        one["marks"] = nlohmann::ordered_json::array();
        for (const exams::Mark& mark : marks) {
            one["marks"].push_back(mark_json(mark));
        }
        all.push_back(one);
    }
    nlohmann::ordered_json reviews = nlohmann::ordered_json::array();
    for (const records::Review& review : book.reviews(false)) {
        if (review.attempt.profile == profile) {
            reviews.push_back(review_json(review));
        }
    }
    return {{"exams", all}, {"reviews", reviews}};
}

void write_exam_line(const exams::Exam& exam, std::int64_t now_unix_s, std::ostream& out) {
    out << exam.id.substr(0, 18) << "  " << exams::state_words(exam, now_unix_s) << "  " << exam.title
        << "  #" << exam.frozen_hash.substr(0, 8) << "  " << exam.drill << "  opens "
        << moment_text(exam.opens_at_unix_s) << ", closes " << moment_text(exam.closes_at_unix_s) << '\n';
}

} // namespace tactus::cli
