#include "sim/cli/answer_table.hpp"

#include "sim/authoring/user_error.hpp"
#include "sim/cli/figures.hpp"
#include "sim/cli/technique_answers.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <vector>

namespace tactus::cli {
namespace {

struct AnswerRow {
    std::string name; ///< of the recipe, and how it was done where that is not as the recipe says
    TechniqueAnswer answer;
};

/// What a technique's answer must keep within.
struct Bar {
    std::string_view row;
    std::string_view what;
    double TechniqueAnswer::*figure;
    double to_shown; ///< factor from SI
    std::string_view unit;
    double low, high;
};

/// Friction and fold: facts 10, D04-D06. Beat: 0.7 Hz within 5 %. A stretch and a scapula move at all.
constexpr auto bars = std::to_array<Bar>({
    {"cross_fibre_friction", "the skin goes with the finger", &TechniqueAnswer::skin_way_m, 1e3, "mm", 8, 40},
    {"cross_fibre_friction", "and the pad slips, a half beat", &TechniqueAnswer::slip_m, 1e3, "mm", 0, 2},
    {"cross_fibre_friction, oiled", "with oil it slips", &TechniqueAnswer::slip_m, 1e3, "mm", 2, 40},
    {"circular_friction", "circles move the skin", &TechniqueAnswer::skin_way_m, 1e3, "mm", 8, 40},
    {"circular_friction", "and the pad slips, a half beat", &TechniqueAnswer::slip_m, 1e3, "mm", 0, 1.5},
    {"skin_rolling", "a fold stands between the fingers", &TechniqueAnswer::fold_m, 1e3, "mm", 10, 20},
    {"digital_kneading", "a fold stands between the fingers", &TechniqueAnswer::fold_m, 1e3, "mm", 10, 20},
    {"kneading", "period", &TechniqueAnswer::beat_s, 1, "s", 0.95 / 0.7, 1.05 / 0.7},
    {"digital_kneading", "period", &TechniqueAnswer::beat_s, 1, "s", 0.95 / 0.7, 1.05 / 0.7},
    {"passive_stretch", "the neck is bent", &TechniqueAnswer::bend_rad, 1 / degree, "deg", 10, 60},
    {"scapular_mobilisation", "the scapula is led", &TechniqueAnswer::scapula_m, 1e3, "mm", 10, 120},
});

bool kept(const Bar& bar, const AnswerRow& row) {
    const double value = row.answer.*bar.figure * bar.to_shown;
    return value >= bar.low && value <= bar.high;
}

std::vector<const drills::Recipe*> asked(const std::string& technique) {
    if (technique.empty()) {
        std::vector<const drills::Recipe*> recipes;
        for (const drills::Recipe& recipe : drills::recipes()) {
            recipes.push_back(&recipe);
        }
        return recipes;
    }
    const drills::Recipe* const one = drills::recipe_named(technique);
    if (one == nullptr) {
        throw UserError(Complaint{technique, "is no technique of one kind of stroke",
                                  "`tactus-sim techniques --list` names them"});
    }
    return {one};
}

std::vector<AnswerRow> answers(const AnswerOptions& options) {
    std::vector<AnswerRow> rows;
    for (const drills::Recipe* recipe : asked(options.technique)) {
        rows.push_back({std::string(recipe->name), answer_to(*recipe, options.setting)});
        if (recipe->name == "cross_fibre_friction") {
            rows.push_back({std::string(recipe->name) + ", oiled", answer_to(*recipe, options.setting, 1)});
        }
    }
    return rows;
}

void print_text(const std::vector<AnswerRow>& rows, std::ostream& out) {
    out << "                              force  area  depth   beat  skin goes   slips   fold   rise  bend  "
           "scapula\n"
           "technique                         N   cm2     mm      s         mm      mm     mm     mm   deg   "
           "    mm\n"
        << std::fixed;
    for (const AnswerRow& row : rows) {
        const TechniqueAnswer& a = row.answer;
        out << std::left << std::setw(29) << row.name << std::right << std::setprecision(1) << std::setw(6)
            << a.force_n << std::setw(6) << a.area_m2 * 1e4 << std::setw(7) << a.depth_m * 1e3
            << std::setprecision(2) << std::setw(7) << a.beat_s << std::setprecision(1) << std::setw(11)
            << a.skin_way_m * 1e3 << std::setw(8) << a.slip_m * 1e3 << std::setw(7) << a.fold_m * 1e3
            << std::setw(7) << a.rise_m * 1e3 << std::setw(6) << a.bend_rad / degree << std::setw(9)
            << a.scapula_m * 1e3 << '\n';
    }
    for (const Bar& bar : bars) {
        for (const AnswerRow& row : rows) {
            if (row.name == bar.row) {
                out << (kept(bar, row) ? "met     " : "NOT MET ") << bar.row << ": " << bar.what << ' '
                    << std::setprecision(2) << row.answer.*bar.figure * bar.to_shown << ' ' << bar.unit
                    << " (" << bar.low << " to " << bar.high << ")\n";
            }
        }
    }
}

void print_json(const std::vector<AnswerRow>& rows, std::ostream& out) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const AnswerRow& row : rows) {
        const TechniqueAnswer& a = row.answer;
        list.push_back({{"technique", row.name},
                        {"force_N", a.force_n},
                        {"area_m2", a.area_m2},
                        {"depth_m", a.depth_m},
                        {"beat_s", a.beat_s},
                        {"skin_way_m", a.skin_way_m},
                        {"slip_m", a.slip_m},
                        {"fold_m", a.fold_m},
                        {"rise_m", a.rise_m},
                        {"bend_rad", a.bend_rad},
                        {"scapula_m", a.scapula_m}});
    }
    out << nlohmann::ordered_json{{"answers", list}}.dump(2) << '\n';
}

} // namespace

int print_answers(const AnswerOptions& options, std::ostream& out) {
    const std::vector<AnswerRow> rows = answers(options);
    options.json ? print_json(rows, out) : print_text(rows, out);
    const auto broken = [&](const Bar& bar) {
        return std::ranges::any_of(
            rows, [&](const AnswerRow& row) { return row.name == bar.row && !kept(bar, row); });
    };
    return std::ranges::any_of(bars, broken) ? 1 : 0;
}

} // namespace tactus::cli
