#include "sim/cli/area_table.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

namespace tactus::cli {
namespace {

constexpr double to_cm2 = 1e4;

bool in_range(const ContactArea& row) {
    const auto range = published_area(row.tool);
    const double firm = row.judged_m2.back();
    return !range || (firm >= range->low_m2 && firm <= range->high_m2);
}

bool sound(const ContactArea& row) { return row.grows() && in_range(row) && !row.reached_stop; }

void print_json(std::span<const ContactArea> rows, std::ostream& out) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ContactArea& row : rows) {
        nlohmann::ordered_json loads = nlohmann::ordered_json::array();
        for (std::size_t k = 0; k < load_shares.size(); ++k) {
            loads.push_back({{"force_N", load_shares[k] * row.firm_n},
                             {"area_m2", row.area_m2[k]},
                             {"judged_m2", row.judged_m2[k]}});
        }
        const auto range = published_area(row.tool);
        list.push_back(
            {{"tool", contact::tool_name(row.tool)},
             {"loads", loads},
             {"low_m2", range ? nlohmann::ordered_json(range->low_m2) : nlohmann::ordered_json(nullptr)},
             {"high_m2", range ? nlohmann::ordered_json(range->high_m2) : nlohmann::ordered_json(nullptr)},
             {"grows", row.grows()},
             {"in_range", in_range(row)},
             {"reached_stop", row.reached_stop}});
    }
    out << nlohmann::ordered_json{{"tools", list}}.dump(2) << '\n';
}

/// "20-25", or a dash for a tool without a figure.
std::string range_words(contact::ToolKind tool) {
    const auto range = published_area(tool);
    if (!range) {
        return "-";
    }
    std::ostringstream words;
    words << std::fixed << std::setprecision(0) << range->low_m2 * to_cm2 << '-' << range->high_m2 * to_cm2;
    return words.str();
}

void print_text(std::span<const ContactArea> rows, std::ostream& out) {
    out << "cm2 touched at 1/8, 1/4, 1/2 and all of a firm load;  firm, the part that facts 2.3 speak of\n"
           "tool              firm N     1/8     1/4     1/2       1    firm    range\n"
        << std::fixed;
    for (const ContactArea& row : rows) {
        out << std::left << std::setw(18) << contact::tool_words(row.tool) << std::right
            << std::setprecision(0) << std::setw(6) << row.firm_n << std::setprecision(1);
        for (const double area : row.area_m2) {
            out << std::setw(8) << area * to_cm2;
        }
        out << std::setw(8) << row.judged_m2.back() * to_cm2 << std::setw(9) << range_words(row.tool)
            << (row.grows() ? "" : "  does not grow") << (row.reached_stop ? "  reached its stop" : "")
            << (sound(row) ? "" : "  *") << '\n';
    }
}

} // namespace

int print_areas(std::span<const ContactArea> rows, bool json, std::ostream& out) {
    json ? print_json(rows, out) : print_text(rows, out);
    return std::ranges::all_of(rows, sound) ? 0 : 1;
}

} // namespace tactus::cli
