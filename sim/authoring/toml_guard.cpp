#include "sim/authoring/toml_guard.hpp"

#include <algorithm>

namespace tactus::authoring {

namespace {

/// What stands between the dots of a key: everything else ends it, as the comma after a number does.
bool may_stand_in_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == ' ' || c == '\t' || c == '.';
}

/// Where a comment or a text that begins at `at` ends: the place behind it, or the end of `toml`.
class Skipped {
public:
    explicit Skipped(std::string_view toml) : toml_(toml) {}

    [[nodiscard]] std::size_t comment(std::size_t at) const {
        return std::min(toml_.find('\n', at), toml_.size());
    }

    /// toml[at] is a quotation mark of either kind; three of them begin a text of several lines.
    [[nodiscard]] std::size_t text(std::size_t at) const {
        const char quote = toml_[at];
        const bool is_long = toml_.substr(at, 3) == std::string(3, quote);
        for (at += is_long ? 3 : 1; at < toml_.size(); ++at) {
            if (toml_[at] == '\\' && quote == '"') {
                ++at;
            } else if (is_long && toml_.substr(at, 3) == std::string(3, quote)) {
                // Two more quotation marks may belong to the text.
                return std::min(toml_.find_first_not_of(quote, at), std::min(at + 5, toml_.size()));
            } else if (!is_long && (toml_[at] == quote || toml_[at] == '\n')) {
                return at + (toml_[at] == quote ? 1 : 0);
            }
        }
        return toml_.size();
    }

private:
    std::string_view toml_;
};

/// True when a key begins at `at`, or a bracket closes there, which toml++ finds by itself.
bool begins_name(std::string_view toml, std::size_t at) {
    return at < toml.size() && (toml[at] == '"' || toml[at] == '\'' || toml[at] == ']' ||
                                (may_stand_in_key(toml[at]) && toml[at] != '.'));
}

} // namespace

std::optional<TomlFault> toml_fault(std::string_view toml) {
    const std::size_t begin = toml.starts_with("\xEF\xBB\xBF") ? 3 : 0; // the byte-order mark of some editors
    const Skipped skipped(toml);
    const auto fault = [&](std::size_t at, std::string what, std::string mend) {
        const auto before = static_cast<std::size_t>(std::ranges::count(toml.substr(0, at), '\n'));
        return TomlFault{1 + before, std::move(what), std::move(mend)};
    };
    std::size_t dots = 0;
    int brackets = 0;        // open ones, of lists and inline tables
    bool line_begins = true; // there were but blanks
    for (std::size_t at = begin; at < toml.size();) {
        const char c = toml[at];
        if (c == '#') {
            at = skipped.comment(at);
            continue;
        }
        if (c == '"' || c == '\'') {
            at = skipped.text(at);
            line_begins = false;
            continue;
        }
        if (c == '[' && line_begins && brackets == 0) {
            const std::size_t behind = at + (toml.substr(at, 2) == "[[" ? 2 : 1);
            if (!begins_name(toml, std::min(toml.find_first_not_of(" \t", behind), toml.size()))) {
                return fault(at, "has a bracket without a name", "write it like [name] or [[name]]");
            }
        }
        brackets += c == '[' || c == '{' ? 1 : 0;
        brackets -= (c == ']' || c == '}') && brackets > 0 ? 1 : 0;
        line_begins = c == '\n' || (line_begins && (c == ' ' || c == '\t'));
        if (static_cast<unsigned char>(c) >= 0x80) {
            return fault(at, "has a letter outside of quotes that is not ASCII",
                         "put what it belongs to in quotes");
        }
        dots = may_stand_in_key(c) ? dots + (c == '.' ? 1 : 0) : 0;
        if (dots > deepest_dotted_key) {
            return fault(at, "has a key of more than " + std::to_string(deepest_dotted_key) + " dots",
                         "put fewer names behind one another");
        }
        ++at;
    }
    return std::nullopt;
}

} // namespace tactus::authoring
