#include "sim/school/wire.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/school/json_text.hpp"

#include <algorithm>
#include <array>

namespace tactus::school {
namespace {

constexpr std::size_t name_limit = 200;
constexpr std::size_t result_limit = std::size_t{1} << 20U;
constexpr std::array<std::string_view, 6> fates{"taken", "known", "differs", "copied", "erased", "refused"};

Push parse_push(const nlohmann::json& item, const std::string& where) {
    if (!item.is_object()) {
        throw UserError(Complaint{where, "is no JSON object", "see sim/server/README.md"});
    }
    Push push{.id = text_of(item, "id", name_limit),
              .digest = text_of(item, "digest", name_limit),
              .profile = text_of(item, "profile", name_limit),
              .student = text_of(item, "student", name_limit),
              .grade = text_of(item, "grade", name_limit),
              .practice = text_of(item, "practice", name_limit),
              .result = text_of(item, "result", result_limit),
              .recording = {}};
    for (const auto& [key, id] : {std::pair("id", &push.id), std::pair("profile", &push.profile)}) {
        if (!is_uuid(*id)) {
            throw UserError(Complaint{where + "." + key, "is no UUID", "see sim/server/README.md"});
        }
    }
    const auto recording = item.find("recording");
    if (recording == item.end() || !recording->is_string()) {
        throw UserError(
            Complaint{where + ".recording", "is missing", "send the recording's bytes as Base64"});
    }
    push.recording = from_base64(recording->get_ref<const std::string&>(), where + ".recording");
    return push;
}

const nlohmann::json& rows_of(const nlohmann::json& object, const char* key, std::size_t limit) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array() || found->size() > limit) {
        throw UserError(
            Complaint{key, "is no list of at most " + std::to_string(limit), "see sim/server/README.md"});
    }
    return *found;
}

} // namespace

std::string batch_text(const std::vector<Push>& batch) {
    nlohmann::json json = {{"attempts", nlohmann::json::array()}};
    for (const Push& push : batch) {
        json["attempts"].push_back({{"id", push.id},
                                    {"digest", push.digest},
                                    {"profile", push.profile},
                                    {"student", push.student},
                                    {"grade", push.grade},
                                    {"practice", push.practice},
                                    {"result", push.result},
                                    {"recording", to_base64(push.recording)}});
    }
    return line_of(json);
}

std::vector<Push> parse_batch(const std::string& text) {
    const nlohmann::json json = parse_object(text, "body");
    std::vector<Push> batch;
    for (const nlohmann::json& item : rows_of(json, "attempts", batch_limit)) {
        batch.push_back(parse_push(item, "attempts[" + std::to_string(batch.size()) + "]"));
    }
    return batch;
}

std::string fate_name(Fate fate) { return std::string(fates[static_cast<std::size_t>(fate)]); }

std::string answers_text(const std::vector<Answer>& answers) {
    nlohmann::json json = {{"answers", nlohmann::json::array()}};
    for (const Answer& answer : answers) {
        json["answers"].push_back({{"id", answer.id}, {"fate", fate_name(answer.fate)}, {"why", answer.why}});
    }
    return line_of(json);
}

std::vector<Answer> parse_answers(const std::string& text) {
    const nlohmann::json json = parse_object(text, "the school's answer");
    std::vector<Answer> answers;
    for (const nlohmann::json& item : rows_of(json, "answers", row_batch_limit)) {
        const std::string fate = item.is_object() ? text_of(item, "fate", name_limit) : std::string();
        const auto* const found = std::ranges::find(fates, fate);
        if (found == fates.end()) {
            throw UserError(Complaint{"the school's answer", "tells no fate that this Tactus knows",
                                      "update Tactus on this station"});
        }
        answers.push_back({.id = text_of(item, "id", name_limit),
                           .fate = static_cast<Fate>(found - fates.begin()),
                           .why = text_of(item, "why", result_limit)});
    }
    return answers;
}

bool is_uuid(const std::string& text) {
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t k = 0; k < text.size(); ++k) {
        const bool dash = k == 8 || k == 13 || k == 18 || k == 23;
        const bool digit = (text[k] >= '0' && text[k] <= '9') || (text[k] >= 'a' && text[k] <= 'f');
        if (dash ? text[k] != '-' : !digit) {
            return false;
        }
    }
    return true;
}

} // namespace tactus::school
