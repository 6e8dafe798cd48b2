#include "sim/school/class_wire.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/school/json_text.hpp"
#include "sim/school/wire.hpp"

namespace tactus::school {
namespace {

constexpr std::size_t term_limit = 40;
constexpr std::size_t class_name_limit = 200;
constexpr const char* see = "see sim/server/README.md";

records::ClassRow parse_row(const nlohmann::json& item, const std::string& where) {
    if (!item.is_object() || !item.contains("body") || !item.at("body").is_object()) {
        throw UserError(Complaint{where, "is no object with a body", see});
    }
    records::ClassRow row{.kind = text_of(item, "kind", term_limit),
                          .id = text_of(item, "id", term_limit),
                          .student = text_of(item, "student", class_name_limit),
                          .body = line_of(item.at("body"))};
    if (!is_uuid(row.id) || row.body.size() > row_limit_bytes) {
        throw UserError(Complaint{
            where, "has no UUID, or a body of more than " + std::to_string(row_limit_bytes) + " bytes", see});
    }
    return row;
}

} // namespace

std::string rows_text(std::span<const records::ClassRow> rows) {
    nlohmann::json json = {{"rows", nlohmann::json::array()}};
    for (const records::ClassRow& row : rows) {
        json["rows"].push_back({{"kind", row.kind},
                                {"id", row.id},
                                {"student", row.student},
                                {"body", nlohmann::json::parse(row.body)}});
    }
    return line_of(json);
}

std::vector<records::ClassRow> parse_rows(const std::string& text, const std::string& where) {
    const nlohmann::json json = parse_object(text, where);
    const auto list = json.find("rows");
    if (list == json.end() || !list->is_array() || list->size() > row_batch_limit) {
        throw UserError(
            Complaint{where, "has no list of at most " + std::to_string(row_batch_limit) + " rows", see});
    }
    std::vector<records::ClassRow> rows;
    for (const nlohmann::json& item : *list) {
        rows.push_back(parse_row(item, where + ", row " + std::to_string(rows.size())));
    }
    return rows;
}

} // namespace tactus::school
