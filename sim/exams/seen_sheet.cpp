#include "sim/exams/seen_sheet.hpp"

#include "sim/authoring/table.hpp"

namespace tactus::exams {

namespace {

constexpr std::size_t most_rows = 12; ///< as many as an instructor can keep an eye on, and a page shows

} // namespace

SeenSheet parse_seen_sheet(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    authoring::Table root = document.root();
    SeenSheet sheet{.id = std::filesystem::path(name).stem().string(), .name = root.text("name"), .rows = {}};
    for (authoring::Table& row : root.rows("row")) {
        const bool critical = row.flag_or("critical", false);
        sheet.rows.push_back({.words = row.text("words"),
                              .marks = critical ? 0 : row.number_or("marks", 1, {.low = 0.5, .high = 100}),
                              .critical = critical});
    }
    if (sheet.rows.empty() || sheet.rows.size() > most_rows) {
        root.complain("row", "is there " + std::to_string(sheet.rows.size()) + " times",
                      "write one to " + std::to_string(most_rows) + " tables [[row]]");
    }
    document.finish();
    return sheet;
}

SeenSheet read_seen_sheet(const std::filesystem::path& file) {
    return parse_seen_sheet(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::exams
