#include "sim/cli/run_forces.hpp"

#include "sim/authoring/name_list.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/area_table.hpp"
#include "sim/cli/force_tracking.hpp"
#include "sim/cli/setting_option.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <vector>

namespace tactus::cli {
namespace {

// What load control must hold with every tool.
constexpr double hold_bar = 0.001;
constexpr double settle_bar_s = 0.030; // 130 ms for a ramp that takes 100
constexpr double overshoot_bar = 0.02;
constexpr double rib_bar = 0.01;

bool keeps_bars(const ForceTracking& row) {
    return row.hold_error <= hold_bar && row.settle_s <= settle_bar_s && row.overshoot <= overshoot_bar &&
           row.rib_rms <= rib_bar && row.rib_fast_rms <= rib_bar && !row.reached_stop;
}

std::vector<contact::ToolKind> tools_of(const std::string& name) {
    std::vector<contact::ToolKind> tools;
    if (!name.empty()) {
        const auto tool = contact::tool_named(name);
        if (!tool) {
            throw UserError(Complaint{"--tool", "is `" + name + "`",
                                      "choose one of: " + authoring::name_list(contact::tool_names())});
        }
        return {*tool};
    }
    for (int k = 0; k < contact::tool_kind_count; ++k) {
        tools.push_back(static_cast<contact::ToolKind>(k));
    }
    return tools;
}

void print_json(const std::vector<ForceTracking>& rows, std::ostream& out) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ForceTracking& row : rows) {
        list.push_back({{"tool", contact::tool_name(row.tool)},
                        {"asked_N", row.asked_n},
                        {"hold_error", row.hold_error},
                        {"settle_s", row.settle_s},
                        {"overshoot", row.overshoot},
                        {"rib_rms", row.rib_rms},
                        {"rib_most", row.rib_most},
                        {"rib_fast_rms", row.rib_fast_rms},
                        {"reached_stop", row.reached_stop},
                        {"keeps_bars", keeps_bars(row)}});
    }
    out << nlohmann::ordered_json{{"tools", list}}.dump(2) << '\n';
}

void print_text(const std::vector<ForceTracking>& rows, std::ostream& out) {
    out << "                  asked  hold  settle  overshoot  over ribs at 10 cm/s  at 30\n"
           "tool                  N     %      ms          %     rms %   worst %  rms %\n"
        << std::left << std::setw(18) << "bar" << std::right << std::fixed << std::setprecision(2)
        << std::setw(11) << 100 * hold_bar << std::setw(8) << std::setprecision(0) << 1000 * settle_bar_s
        << std::setprecision(2) << std::setw(11) << 100 * overshoot_bar << std::setw(10) << 100 * rib_bar
        << std::setw(17) << 100 * rib_bar << '\n';
    for (const ForceTracking& row : rows) {
        out << std::left << std::setw(18) << contact::tool_words(row.tool) << std::right
            << std::setprecision(0) << std::setw(5) << row.asked_n << std::setprecision(2) << std::setw(6)
            << 100 * row.hold_error << std::setprecision(0) << std::setw(8) << 1000 * row.settle_s
            << std::setprecision(2) << std::setw(11) << 100 * row.overshoot << std::setw(10)
            << 100 * row.rib_rms << std::setw(10) << 100 * row.rib_most << std::setw(7)
            << 100 * row.rib_fast_rms << (row.reached_stop ? "  reached its stop" : "")
            << (keeps_bars(row) ? "" : "  *") << '\n';
    }
}

} // namespace

int run_forces(const ForcesOptions& options, std::ostream& out) {
    const std::string usual = options.areas ? "fine" : "standard";
    const tissue::Setting setting = setting_option(options.setting.empty() ? usual : options.setting);
    const std::vector<contact::ToolKind> tools = tools_of(options.tool);
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    if (options.areas) {
        std::vector<ContactArea> areas;
        for (const contact::ToolKind tool : tools) {
            areas.push_back(measure_area(anatomy, tool, setting));
        }
        return print_areas(areas, options.json, out);
    }
    std::vector<ForceTracking> rows;
    for (const contact::ToolKind tool : tools) {
        rows.push_back(track_force(anatomy, tool, setting));
    }
    options.json ? print_json(rows, out) : print_text(rows, out);
    return std::ranges::all_of(rows, keeps_bars) ? 0 : 1;
}

} // namespace tactus::cli
