#include "sim/client/phrases.hpp"

#include "sim/authoring/table.hpp"

#include <cmath>

namespace tactus::client {

std::vector<std::string_view> phrase_ids() {
    return {"stop_word",       "too_much",         "hurts_good",
            "more_please",     "slower",           "not_so_sudden",
            "on_the_bone",     "that_is_the_spot", "easing",
            "released",        "relaxed",          "answer_resting",
            "answer_light",    "answer_good",      "answer_edge",
            "answer_too_much", "answer_unchanged", "spasm",
            "leg_zap",         "fracture",         "wheal",
            "dysreflexia",     "clonus",           "startle",
            "sneeze",          "short_breath",     "fatigue"};
}

std::string Phrases::sentence(std::string_view id, float value) const {
    const auto found = sentences.find(id);
    std::string words = found == sentences.end() ? std::string(id) : found->second;
    constexpr std::string_view mark = "{value}";
    for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at)) {
        words.replace(at, mark.size(), std::to_string(std::lround(value)));
    }
    return words;
}

Phrases parse_phrases(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    authoring::Table table = document.root().table("phrases");
    Phrases phrases;
    for (const std::string_view id : phrase_ids()) {
        std::string words = table.text(id);
        if (words.empty() && table.has(id)) {
            table.complain(id, "there are no words", "write what the client says");
        }
        phrases.sentences.emplace(id, std::move(words));
    }
    document.finish();
    return phrases;
}

Phrases read_phrases(const std::filesystem::path& file) {
    return parse_phrases(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::client
