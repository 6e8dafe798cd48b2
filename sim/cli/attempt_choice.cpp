#include "sim/cli/attempt_choice.hpp"

#include "sim/authoring/user_error.hpp"

#include <ctime>

namespace tactus::cli {
namespace {

std::int64_t day_start(const std::string& day) {
    std::tm utc{};
    const char* end = day.empty() ? nullptr : strptime(day.c_str(), "%Y-%m-%d", &utc);
    if (end == nullptr || *end != '\0') {
        throw UserError(Complaint{"--since " + day, "is no day", "write it as 2026-01-31"});
    }
    return timegm(&utc);
}

} // namespace

std::vector<records::Attempt> chosen_attempts(const AttemptChoice& choice, const records::Archive& archive) {
    records::AttemptQuery query{.profile = std::nullopt, .drill = choice.drill, .after = {}};
    if (!choice.student.empty()) {
        query.profile = archive.profile_named(choice.student);
        if (!query.profile) {
            return {};
        }
    }
    query.since_unix_s = choice.since.empty() ? 0 : day_start(choice.since);
    std::vector<records::Attempt> attempts = archive.list(query);
    if (!choice.class_name.empty()) {
        std::erase_if(attempts, [&](const records::Attempt& attempt) {
            return attempt.profile.empty() || archive.class_of(attempt.profile) != choice.class_name;
        });
    }
    return attempts;
}

} // namespace tactus::cli
