#include "sim/cli/run_discomfort.hpp"

#include "sim/authoring/name_list.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/discomfort_table.hpp"
#include "sim/cli/setting_option.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

constexpr double discomfort_bar = 0.20;

std::vector<FeltTool> asked_tools(const std::string& name) {
    std::vector<FeltTool> tools(felt_tools().begin(), felt_tools().end());
    if (!name.empty()) {
        std::erase_if(tools, [&](const FeltTool& tool) { return contact::tool_name(tool.tool) != name; });
    }
    if (tools.empty()) {
        std::vector<std::string_view> names;
        for (const FeltTool& tool : felt_tools()) {
            names.push_back(contact::tool_name(tool.tool));
        }
        throw UserError(Complaint{"--tool", "is `" + name + "`, which has no column in the table",
                                  "choose one of: " + authoring::name_list(names)});
    }
    return tools;
}

bool force_kept(const FeltForce& force) {
    return force.rounds() && (!force.deviation() || std::fabs(*force.deviation()) <= discomfort_bar);
}

void print_json(const std::vector<FeltForce>& forces, const std::vector<WaltonRung>& ladder,
                std::ostream& out) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const FeltForce& force : forces) {
        nlohmann::ordered_json row{{"row", force.row},
                                   {"tool", contact::tool_name(force.tool)},
                                   {"discomfort", force.discomfort},
                                   {"facts_N", force.printed_n},
                                   {"formula_N", force.by_hand_n},
                                   {"pressed_N", nullptr},
                                   {"kept", force_kept(force)}};
        if (force.pressed_n) {
            row["pressed_N"] = *force.pressed_n;
        }
        list.push_back(row);
    }
    nlohmann::ordered_json rungs = nlohmann::ordered_json::array();
    for (const WaltonRung& rung : ladder) {
        rungs.push_back({{"force_N", rung.force_n}, {"facts", rung.printed}, {"pressed", rung.pressed}});
    }
    out << nlohmann::ordered_json{{"forces", list}, {"walton", rungs}}.dump(2) << '\n';
}

void print_text(const std::vector<FeltForce>& forces, const std::vector<WaltonRung>& ladder,
                std::ostream& out) {
    out << "N that are felt as              tool      felt   facts  formula  pressed   off %\n" << std::fixed;
    for (const FeltForce& force : forces) {
        out << std::left << std::setw(32) << force.row << std::setw(10) << contact::tool_name(force.tool)
            << std::right << std::setprecision(1) << std::setw(4) << force.discomfort << std::setprecision(0)
            << std::setw(8) << force.printed_n << std::setprecision(1) << std::setw(9) << force.by_hand_n;
        if (const auto off = force.deviation()) {
            out << std::setw(9) << *force.pressed_n << std::setprecision(0) << std::setw(8) << 100 * *off;
        } else {
            out << "   beyond reach";
        }
        out << (force_kept(force) ? "" : "  *") << '\n';
    }
    const auto reached = [](const FeltForce& force) { return force.pressed_n.has_value(); };
    const auto within = [](const FeltForce& force) { return force.pressed_n && force_kept(force); };
    out << std::ranges::count_if(forces, within) << " of " << std::ranges::count_if(forces, reached)
        << " that the arm reaches lie within " << std::setprecision(0) << 100 * discomfort_bar
        << " % of the facts; " << std::ranges::count_if(forces, std::not_fn(reached))
        << " are beyond its reach\n"
        << "Walton ladder, palm on a healthy upper trapezius: felt in the facts, pressed\n"
        << std::setprecision(1);
    for (const WaltonRung& rung : ladder) {
        out << std::setw(7) << rung.force_n << " N" << std::setw(7) << rung.printed << std::setw(7)
            << rung.pressed << '\n';
    }
}

} // namespace

int run_discomfort(const DiscomfortOptions& options, std::ostream& out) {
    const std::vector<FeltTool> tools = asked_tools(options.tool);
    const tissue::Setting setting = setting_option(options.setting.empty() ? "standard" : options.setting);
    const std::vector<FeltForce> forces = felt_forces(tools, setting, options.threads);
    const std::vector<WaltonRung> ladder = walton_ladder(setting);
    options.json ? print_json(forces, ladder, out) : print_text(forces, ladder, out);
    return std::ranges::all_of(forces, force_kept) ? 0 : 1;
}

} // namespace tactus::cli
