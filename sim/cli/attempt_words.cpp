#include "sim/cli/attempt_words.hpp"

#include <array>
#include <ctime>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

std::string day(std::int64_t unix_s) {
    const std::time_t time = unix_s;
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &utc);
    return text.data();
}

} // namespace

nlohmann::ordered_json attempt_json(const records::Attempt& a) {
    nlohmann::ordered_json groups;
    for (int k = 0; k < scoring::group_count; ++k) {
        const auto& value = a.groups[static_cast<std::size_t>(k)];
        groups[std::string(scoring::group_name(static_cast<scoring::Group>(k)))] =
            value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
    }
    return {{"id", a.id},
            {"student", a.student},
            {"drill", a.drill},
            {"client", a.client},
            {"started_at_unix_s", a.started_at_unix_s},
            {"duration_s", a.duration_s},
            {"score", a.score},
            {"groups", groups},
            {"passed", a.passed},
            {"grade", a.grade},
            {"graded", a.graded},
            {"practice", a.practice},
            {"feedback", a.feedback},
            {"force_source", a.force_source},
            {"setting", a.setting},
            {"drill_hash", a.drill_hash},
            {"rubric", a.rubric},
            {"rubric_hash", a.rubric_hash},
            {"sim_version", a.sim_version},
            {"state_hash", a.state_hash},
            {"digest", a.digest}};
}

void write_attempt_line(const records::Attempt& attempt, std::ostream& out) {
    out << attempt.digest.substr(0, 12) << "  " << day(attempt.started_at_unix_s) << "  " << std::setw(18)
        << std::left << attempt.drill << std::setw(10) << attempt.client << std::right << std::fixed
        << std::setprecision(1) << std::setw(6) << attempt.score
        << (attempt.passed ? "  passed  " : "  failed  ") << (attempt.graded ? "" : "practice  ")
        << (attempt.student.empty() ? "guest" : attempt.student) << '\n';
}

} // namespace tactus::cli
