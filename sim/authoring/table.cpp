#include "sim/authoring/table.hpp"

#include "sim/authoring/nearest_name.hpp"
#include "sim/authoring/number_text.hpp"
#include "sim/authoring/toml_guard.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace tactus::authoring {

/// Of one list of tables: no file of ours has a tenth of it.
constexpr std::size_t row_limit = 1000;

/// The parsed file with what was complained of and which tables were opened.
struct DocumentState {
    struct Noted {
        toml::source_index line;
        Complaint complaint;
    };

    std::string name;
    toml::table root;
    std::vector<Noted> noted;
    std::vector<std::shared_ptr<Table::Node>> opened;

    /// More than that help nobody.
    static constexpr std::size_t complaint_limit = 100;

    [[nodiscard]] bool full() const { return noted.size() >= complaint_limit; }

    void note(toml::source_index line, std::string what, std::string mend) {
        if (full()) {
            return;
        }
        line = std::max<toml::source_index>(line, 1);
        noted.push_back({line, {name + ":" + std::to_string(line), std::move(what), std::move(mend)}});
    }
};

struct Table::Node {
    DocumentState* document;        ///< owned by the Document, which outlives its tables
    const toml::table* table;       ///< nullptr: stands in for a missing table, complains of nothing
    std::string path;               ///< "" for the root, else "step.force."
    std::vector<std::string> asked; ///< every key asked for, in order: what a misspelt key is compared with

    const toml::node* find(std::string_view key) {
        if (std::ranges::find(asked, key) == asked.end()) {
            asked.emplace_back(key);
        }
        return table == nullptr ? nullptr : table->get(key);
    }

    [[nodiscard]] toml::source_index line(std::string_view key) const {
        const toml::node* node = table == nullptr ? nullptr : table->get(key);
        if (node != nullptr) {
            return node->source().begin.line;
        }
        return table == nullptr ? 1 : table->source().begin.line;
    }

    void complain(std::string_view key, std::string what, std::string mend) const {
        if (table != nullptr) {
            document->note(line(key), "`" + path + std::string(key) + "` " + std::move(what),
                           std::move(mend));
        }
    }
};

namespace {

std::string listed(const std::vector<std::string_view>& names) {
    std::string list;
    for (const std::string_view name : names) {
        list += (list.empty() ? "" : ", ") + std::string(name);
    }
    return list;
}

/// As much of what a file says as a sentence can repeat.
std::string shown(std::string_view text) {
    constexpr std::size_t longest = 80;
    return std::string(text.substr(0, longest)) + (text.size() > longest ? "..." : "");
}

/// The number of a node, or why it is none.
std::optional<double> finite_number(const toml::node& node, std::string& why) {
    const auto value = node.value<double>();
    if (!node.is_number() || !value) {
        why = "is not a number";
    } else if (!std::isfinite(*value)) {
        why = "is not a finite number";
    } else {
        return value;
    }
    return std::nullopt;
}

} // namespace

Table::Table(std::shared_ptr<Node> node) : node_(std::move(node)) {}

std::string Table::text(std::string_view key) {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        node_->complain(key, "is missing", "add " + std::string(key) + " = \"...\"");
        return {};
    }
    std::string value = text_or(key, "");
    if (value.empty() && node->is_string()) {
        node_->complain(key, "is empty", "write a text between the quotes");
    }
    return value;
}

std::string Table::text_or(std::string_view key, std::string_view fallback) {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return std::string(fallback);
    }
    if (!node->is_string()) {
        node_->complain(key, "is not a text", "put it in quotes");
        return std::string(fallback);
    }
    return node->ref<std::string>();
}

double Table::number(std::string_view key, Range range) {
    if (node_->find(key) == nullptr) {
        node_->complain(key, "is missing", "add " + std::string(key) + " = a number");
        return harmless(range);
    }
    return optional_number(key, range).value_or(harmless(range));
}

double Table::number_or(std::string_view key, double fallback, Range range) {
    return optional_number(key, range).value_or(fallback);
}

std::optional<double> Table::optional_number(std::string_view key, Range range) {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    std::string why;
    const std::optional<double> value = finite_number(*node, why);
    if (!value) {
        node_->complain(key, why, "write it like 12.5");
    } else if (*value < range.low || *value > range.high) {
        node_->complain(key, "is " + number_text(*value) + ", " + outside_text(range),
                        "choose a value in that range");
        return std::nullopt;
    }
    return value;
}

bool Table::flag_or(std::string_view key, bool fallback) {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return fallback;
    }
    if (!node->is_boolean()) {
        node_->complain(key, "is neither true nor false", "write true or false without quotes");
        return fallback;
    }
    return node->ref<bool>();
}

int Table::choice(std::string_view key, const std::vector<std::string_view>& choices) {
    if (node_->find(key) == nullptr) {
        node_->complain(key, "is missing", "choose one of: " + listed(choices));
        return 0;
    }
    return choice_or(key, choices, 0);
}

int Table::choice_or(std::string_view key, const std::vector<std::string_view>& choices, int fallback) {
    if (node_->find(key) == nullptr) {
        return fallback;
    }
    const std::string value = text_or(key, "");
    const auto found = std::ranges::find(choices, value);
    if (found != choices.end()) {
        return static_cast<int>(found - choices.begin());
    }
    if (node_->find(key)->is_string()) {
        node_->complain(key, "is `" + shown(value) + "`", "choose one of: " + listed(choices));
    }
    return fallback;
}

std::optional<std::pair<double, double>> Table::optional_band(std::string_view key, Range range) {
    if (node_->find(key) == nullptr) {
        return std::nullopt;
    }
    const std::vector<double> ends = numbers(key, 2, range);
    if (ends.size() != 2) {
        return std::nullopt;
    }
    if (ends[0] > ends[1]) {
        node_->complain(key, "runs from " + number_text(ends[0]) + " to " + number_text(ends[1]),
                        "put the lower value first");
        return std::nullopt;
    }
    return std::pair(ends[0], ends[1]);
}

std::vector<double> Table::numbers(std::string_view key, std::size_t count, Range range) {
    const toml::node* node = node_->find(key);
    const std::string wanted = "give " + std::to_string(count) + " numbers in brackets";
    if (node == nullptr) {
        node_->complain(key, "is missing", wanted);
        std::vector<double> stand_ins(count, harmless(range));
        return stand_ins;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr || array->size() != count) {
        node_->complain(
            key, array == nullptr ? "is not a list" : "has " + std::to_string(array->size()) + " entries",
            wanted);
        return {};
    }
    std::vector<double> values;
    for (const toml::node& entry : *array) {
        std::string why;
        const std::optional<double> value = finite_number(entry, why);
        if (!value) {
            node_->complain(key, "has an entry that " + why, wanted);
            return {};
        }
        if (*value < range.low || *value > range.high) {
            node_->complain(key, "holds " + number_text(*value) + ", " + outside_text(range),
                            "choose values in that range");
            return {};
        }
        values.push_back(*value);
    }
    return values;
}

std::vector<std::string> Table::texts_or_none(std::string_view key) {
    const toml::node* node = node_->find(key);
    std::vector<std::string> texts;
    if (node == nullptr) {
        return texts;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr ||
        !std::ranges::all_of(*array, [](const toml::node& entry) { return entry.is_string(); })) {
        node_->complain(key, "is not a list of texts", R"(write it like ["palm", "thumb"])");
        return texts;
    }
    for (const toml::node& entry : *array) {
        texts.push_back(entry.ref<std::string>());
    }
    return texts;
}

bool Table::has(std::string_view key) const { return node_->table != nullptr && node_->table->contains(key); }

Table Table::table(std::string_view key) {
    if (std::optional<Table> found = optional_table(key)) {
        return *found;
    }
    if (!has(key)) {
        node_->complain(key, "is missing", "add the table [" + node_->path + std::string(key) + "]");
    }
    return Table(std::make_shared<Node>(Node{node_->document, nullptr, "", {}}));
}

std::optional<Table> Table::optional_table(std::string_view key) {
    const toml::node* node = node_->find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    if (!node->is_table()) {
        node_->complain(key, "is not a table", "write it as [" + node_->path + std::string(key) + "]");
        return std::nullopt;
    }
    auto child = std::make_shared<Node>(
        Node{node_->document, node->as_table(), node_->path + std::string(key) + ".", {}});
    node_->document->opened.push_back(child);
    return Table(child);
}

std::vector<Table> Table::rows(std::string_view key) {
    const toml::node* node = node_->find(key);
    std::vector<Table> tables;
    if (node == nullptr) {
        return tables;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr ||
        !std::ranges::all_of(*array, [](const toml::node& entry) { return entry.is_table(); })) {
        node_->complain(key, "is not a list of tables",
                        "begin each with [[" + node_->path + std::string(key) + "]]");
        return tables;
    }
    if (array->size() > row_limit) {
        node_->complain(key, "has " + std::to_string(array->size()) + " entries",
                        "keep at most " + std::to_string(row_limit));
        return tables;
    }
    for (const toml::node& entry : *array) {
        auto child = std::make_shared<Node>(
            Node{node_->document, entry.as_table(), node_->path + std::string(key) + ".", {}});
        node_->document->opened.push_back(child);
        tables.push_back(Table(child));
    }
    return tables;
}

void Table::complain(std::string_view key, std::string what, std::string mend) {
    node_->complain(key, std::move(what), std::move(mend));
}

std::string Table::where(std::string_view key) const {
    return node_->document->name + ":" + std::to_string(std::max<toml::source_index>(node_->line(key), 1));
}

Document::Document(std::string_view toml, std::string_view name) : state_(std::make_shared<DocumentState>()) {
    state_->name = name;
    if (auto fault = toml_fault(toml)) {
        throw UserError(Complaint{state_->name + ":" + std::to_string(fault->line),
                                  "is not TOML: " + fault->what, fault->mend});
    }
    try {
        state_->root = toml::parse(toml, name);
    } catch (const toml::parse_error& error) {
        const auto line = std::max<toml::source_index>(error.source().begin.line, 1);
        throw UserError(Complaint{std::string(name) + ":" + std::to_string(line),
                                  "is not TOML: " + std::string(error.description()),
                                  "check quotes, brackets and equals signs there"});
    }
}

Table Document::root() {
    auto node = std::make_shared<Table::Node>(Table::Node{state_.get(), &state_->root, "", {}});
    state_->opened.push_back(node);
    return Table(node);
}

void Document::finish() {
    for (const auto& node : state_->opened) {
        for (const auto& [key, value] : *node->table) {
            const std::string_view name = key.str();
            if (state_->full() || std::ranges::find(node->asked, name) != node->asked.end()) {
                continue;
            }
            const auto meant = nearest_name(name, node->asked);
            state_->note(key.source().begin.line,
                         "`" + node->path + shown(name) + "` is not a key that is known here",
                         meant ? "did you mean `" + *meant + "`" : "take it out");
        }
    }
    std::ranges::stable_sort(state_->noted, {}, &DocumentState::Noted::line);
    std::vector<Complaint> complaints;
    for (DocumentState::Noted& noted : state_->noted) {
        complaints.push_back(std::move(noted.complaint));
    }
    if (!complaints.empty()) {
        throw UserError(std::move(complaints));
    }
}

std::string read_text(const fs::path& file, std::size_t limit_bytes) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status)) {
        throw UserError(Complaint{file.string(), "does not exist", "check the path"});
    }
    if (fs::is_directory(status)) {
        throw UserError(Complaint{file.string(), "is a folder", "name a file"});
    }
    std::ifstream in(file, std::ios::binary);
    std::string text;
    std::array<char, 1 << 16> buffer{};
    while (in && text.size() <= limit_bytes) {
        in.read(buffer.data(), buffer.size());
        text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (text.size() > limit_bytes) {
        throw UserError(Complaint{file.string(),
                                  "is larger than " + std::to_string(limit_bytes >> 20U) + " MB",
                                  "choose a smaller file"});
    }
    if (!in.eof()) {
        throw UserError(Complaint{file.string(), "cannot be read", "check its permissions"});
    }
    return text;
}

} // namespace tactus::authoring
