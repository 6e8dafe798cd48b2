#include "sim/records/lost_marks.hpp"

#include <nlohmann/json.hpp>

namespace tactus::records {
namespace {

double moment_of(const nlohmann::json& row) {
    return row.contains("moment_s") && row["moment_s"].is_number() ? row["moment_s"].get<double>() : -1;
}

} // namespace

std::vector<LostMark> lost_marks(const std::string& result) {
    std::vector<LostMark> lost;
    const auto json = nlohmann::json::parse(result, nullptr, false);
    if (!json.is_object()) {
        return lost;
    }
    for (const auto& critical : json.value("critical", nlohmann::json::array())) {
        lost.push_back(
            {.what = critical.value("what", ""), .moment_s = moment_of(critical), .critical = true});
    }
    for (const auto& reason : json.value("reasons", nlohmann::json::array())) {
        lost.push_back({.what = reason.value("what", ""),
                        .advice = reason.value("advice", ""),
                        .marks = reason.value("marks_lost", 0.0),
                        .moment_s = moment_of(reason)});
    }
    return lost;
}

} // namespace tactus::records
