#include "sim/care/return_words.hpp"

#include "sim/authoring/table.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::care {
namespace {

using authoring::Range;
using authoring::Table;

ReturnRule read_rule(Table& row, client::Phrases& phrases) {
    constexpr Range points{-10, 10};
    ReturnRule rule{.phrase = row.text("id"), .about = row.text("about")};
    rule.state =
        static_cast<ReturnState>(row.choice("state", {return_state_names.begin(), return_state_names.end()}));
    const auto at_least = row.optional_number("at_least", points);
    const auto at_most = row.optional_number("at_most", points);
    if (at_least.has_value() == at_most.has_value()) {
        row.complain("state", at_least ? "has two thresholds" : "has no threshold",
                     "give either at_least or at_most");
    }
    rule.at_most = at_most.has_value();
    rule.threshold = at_most.value_or(at_least.value_or(0));
    std::string words = row.text("words");
    if (words.empty() && row.has("words")) {
        row.complain("words", "are empty", "write what the client says");
    }
    if (!phrases.sentences.emplace(rule.phrase, std::move(words)).second && row.has("id")) {
        row.complain("id", "`" + rule.phrase + "` stands twice", "give each phrase an id of its own");
    }
    return rule;
}

bool holds(const ReturnRule& rule, double value) {
    return rule.at_most ? value <= rule.threshold : value >= rule.threshold;
}

} // namespace

std::vector<Said> words_on_return(const ReturnWords& words, const ReturnStates& states) {
    std::vector<Said> said;
    std::vector<std::string_view> told;
    for (const ReturnRule& rule : words.rules) {
        const std::optional<double>& value = states[static_cast<std::size_t>(rule.state)];
        if (!value || !holds(rule, *value) || std::ranges::find(told, rule.about) != told.end()) {
            continue;
        }
        told.push_back(rule.about);
        const auto number = static_cast<float>(std::fabs(*value)); // "down by 2"
        said.push_back({.phrase = rule.phrase,
                        .state = return_state_names[static_cast<std::size_t>(rule.state)],
                        .value = *value,
                        .threshold = rule.threshold,
                        .words = words.phrases.sentence(rule.phrase, number)});
    }
    return said;
}

ReturnWords parse_return_words(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    ReturnWords words;
    for (Table& row : root.rows("phrase")) {
        words.rules.push_back(read_rule(row, words.phrases));
    }
    if (words.rules.empty()) {
        root.complain("phrase", "no phrase is there", "add [[phrase]] with id, about, state and words");
    }
    document.finish();
    return words;
}

ReturnWords read_return_words(const std::filesystem::path& file) {
    return parse_return_words(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::care
