#include "sim/care/plan_file.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/authoring/table.hpp"

#include <string>

namespace tactus::care {
namespace {

using authoring::number_text;
using authoring::Range;
using authoring::Table;

constexpr Range points{0, 10};
constexpr double longest_weeks = 52;
constexpr double longest_visit_min = 120;
constexpr std::size_t most_visits = 60;

template <class Names> std::vector<std::string_view> list(const Names& names) {
    return {names.begin(), names.end()};
}

Problem read_problem(Table table) {
    Problem problem;
    problem.onset = static_cast<Onset>(table.choice("onset", list(onset_names)));
    problem.since_days = table.number_or("since_days", problem.onset == Onset::chronic ? 90 : 1, {0, 20000});
    problem.pain = table.optional_number("pain", points);
    problem.cause = static_cast<Cause>(table.choice_or("cause", list(cause_names), 0));
    problem.soreness_factor = table.optional_number("soreness_factor", {0.2, 5});
    problem.soreness_peak_h = table.number_or("soreness_peak_h", problem.soreness_peak_h, {4, 48});
    return problem;
}

Visit read_visit(Table& row) {
    Visit visit{.day = row.number("day", {0, longest_weeks * days_a_week})};
    for (std::size_t k = 0; k < technique_count; ++k) {
        visit.minutes[k] = row.number_or(std::string(technique_names[k]) + "_min", 0, {0, longest_visit_min});
    }
    visit.quality = row.number_or("quality", visit.quality, {0, 1});
    visit.home_advice = row.flag_or("home_advice", visit.home_advice);
    visit.reassess = row.flag_or("reassess", visit.reassess);
    const double minutes = visit.length_min();
    if (minutes == 0) {
        row.complain("day", "begins a visit without minutes",
                     "add gentle_min, swedish_min, deep_min or trigger_point_min");
    } else if (minutes > longest_visit_min) {
        row.complain("day", "begins a visit of " + number_text(minutes) + " minutes",
                     "keep a visit to " + number_text(longest_visit_min));
    }
    return visit;
}

void read_visits(Table& root, Plan& plan) {
    for (Table& row : root.rows("visit")) {
        Visit visit = read_visit(row);
        if (plan.visits.empty() && visit.day != 0) {
            row.complain("day", "of the first visit is " + number_text(visit.day),
                         "days are counted from the first visit: write 0");
        } else if (!plan.visits.empty() && visit.day <= plan.visits.back().day) {
            row.complain("day",
                         "is not after day " + number_text(plan.visits.back().day) + " of the visit before",
                         "put the visits in order, each on a day or half day of its own");
        }
        if (visit.day > plan.weeks * days_a_week) {
            row.complain("day", "is after the " + number_text(plan.weeks) + " weeks of the plan",
                         "raise weeks or bring the visit forward");
        }
        plan.visits.push_back(visit);
    }
    if (plan.visits.empty()) {
        root.complain("visit", "no visit is there", "add [[visit]] with day and minutes");
    } else if (plan.visits.size() > most_visits) {
        root.complain("visit", "stands " + std::to_string(plan.visits.size()) + " times",
                      "keep a plan to " + std::to_string(most_visits) + " visits");
    }
}

} // namespace

Plan parse_plan(std::string_view toml, std::string_view name) {
    authoring::Document document(toml, name);
    Table root = document.root();
    Plan plan{.id = std::filesystem::path(name).stem().string(), .name = root.text("name")};
    plan.brief = root.text_or("brief", "");
    plan.client = root.text("client");
    plan.weeks = root.number("weeks", {1, longest_weeks});
    plan.problem = read_problem(root.table("problem"));
    plan.refer_after_days = root.optional_number("refer_without_change_after_days", {7, 365});
    read_visits(root, plan);
    document.finish();
    return plan;
}

Plan read_plan(const std::filesystem::path& file) {
    return parse_plan(authoring::read_text(file, 1U << 20U), file.string());
}

} // namespace tactus::care
