#include "sim/exams/exam.hpp"

#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <array>

namespace tactus::exams {

namespace {

constexpr std::array<std::string_view, 4> policy_names{"first", "best", "last", "mean"};
constexpr std::array<std::string_view, 3> settings{"half", "standard", "fine"};
constexpr std::array<std::string_view, 3> forces{"inferred", "mapped", "measured"};

} // namespace

std::string_view policy_name(AttemptsPolicy policy) { return policy_names[static_cast<std::size_t>(policy)]; }

AttemptsPolicy policy_named(std::string_view name) {
    const auto* const found = std::ranges::find(policy_names, name);
    if (found == policy_names.end()) {
        throw UserError(Complaint{"attempts policy", "there is none called \"" + std::string(name) + "\"",
                                  "choose first, best, last or mean"});
    }
    return static_cast<AttemptsPolicy>(found - policy_names.begin());
}

std::span<const std::string_view> settings_ladder() { return settings; }

std::span<const std::string_view> force_ladder() { return forces; }

bool reaches(std::span<const std::string_view> ladder, std::string_view value, std::string_view least) {
    return least.empty() || (std::ranges::find(ladder, value) != ladder.end() &&
                             std::ranges::find(ladder, value) >= std::ranges::find(ladder, least));
}

bool is_open(const Exam& exam, std::int64_t now_unix_s) {
    return !exam.closed_by_hand && now_unix_s >= exam.opens_at_unix_s &&
           (exam.closes_at_unix_s == 0 || now_unix_s < exam.closes_at_unix_s);
}

std::string_view state_words(const Exam& exam, std::int64_t now_unix_s) {
    const bool waits = !exam.closed_by_hand && now_unix_s < exam.opens_at_unix_s;
    return waits ? "not open yet" : is_open(exam, now_unix_s) ? "open" : "closed";
}

} // namespace tactus::exams
