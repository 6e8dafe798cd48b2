#pragma once
/// Typed reading of TOML: every key is asked for by name with its range; what nobody asked for is an error
/// with a suggestion; all complaints of a file come together. The one file that includes toml++ is table.cpp.

#include "sim/authoring/user_error.hpp"

#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::authoring {

struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

class Document;
struct DocumentState;

/// One table of a document, valid while the Document lives. Asking for a key marks it as read. A wrong or
/// missing value is noted as a complaint and a harmless value is returned, so that reading goes on and finds
/// the rest.
class Table {
public:
    std::string text(std::string_view key);
    std::string text_or(std::string_view key, std::string_view fallback);
    double number(std::string_view key, Range range = {});
    double number_or(std::string_view key, double fallback, Range range = {});
    std::optional<double> optional_number(std::string_view key, Range range = {});
    bool flag_or(std::string_view key, bool fallback);
    /// Index of the value in `choices`; complains with the list of them.
    int choice(std::string_view key, const std::vector<std::string_view>& choices);
    int choice_or(std::string_view key, const std::vector<std::string_view>& choices, int fallback);
    /// [low, high] with low <= high; complains "runs from 60 to 20".
    std::optional<std::pair<double, double>> optional_band(std::string_view key, Range range = {});
    std::vector<double> numbers(std::string_view key, std::size_t count, Range range = {});
    std::vector<std::string> texts_or_none(std::string_view key);
    [[nodiscard]] bool has(std::string_view key) const;
    Table table(std::string_view key); ///< missing: complains, returns an empty table
    std::optional<Table> optional_table(std::string_view key);
    std::vector<Table> rows(std::string_view key); ///< [[key]]; missing = none
    /// Adds a complaint about `key` of this table.
    void complain(std::string_view key, std::string what, std::string mend);
    /// "drills/release.toml:14" of a key.
    [[nodiscard]] std::string where(std::string_view key) const;

private:
    friend class Document;
    friend struct DocumentState;
    struct Node;
    explicit Table(std::shared_ptr<Node> node);
    std::shared_ptr<Node> node_;
};

class Document {
public:
    /// Throws UserError at a syntax error.
    Document(std::string_view toml, std::string_view name);

    Table root();

    /// Throws every complaint gathered, unknown keys included; returns when there is none. Call once, at the
    /// end.
    void finish();

private:
    std::shared_ptr<DocumentState> state_;
};

/// Whole file as text. Throws UserError: missing, unreadable, not a file, larger than limit_bytes.
std::string read_text(const std::filesystem::path& file, std::size_t limit_bytes = 64U << 20U);

} // namespace tactus::authoring
