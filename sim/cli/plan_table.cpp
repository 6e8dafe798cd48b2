#include "sim/cli/plan_table.hpp"

#include "sim/care/care_data.hpp"
#include "sim/care/dosing_trial.hpp"
#include "sim/care/published_courses.hpp"
#include "sim/cli/figures.hpp"

#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int name_width = 32;

double thousandths(double value) { return std::round(value * 1000) / 1000; }

constexpr const char* note = "In-sample, not validation: the benefits that the model was fitted to (0.6, "
                             "1.24, 1.62 points at week 5) were "
                             "computed back from the trial's own relative risks, with an assumed control "
                             "rate and noise. That they come "
                             "out again shows that the model agrees with itself, not that it predicts. The "
                             "30-minute arms come out higher "
                             "than the trial's null result suggests.";

Json trial_json(std::uint64_t seed, std::uint64_t clients, const care::TrialOutcome& outcome) {
    Json arms = Json::array();
    for (std::size_t k = 0; k < outcome.arms.size(); ++k) {
        const care::TrialArm& arm = care::trial_arms()[k];
        arms.push_back({{"name", arm.name},
                        {"benefit", thousandths(outcome.arms[k].benefit)},
                        {"responders", thousandths(outcome.arms[k].responders)},
                        {"relative_risk", thousandths(outcome.arms[k].relative_risk)},
                        {"facts", arm.model_risk},
                        {"trial", arm.trial_risk ? Json(*arm.trial_risk) : Json()}});
    }
    return {{"clients", clients},
            {"seed", seed},
            {"note", note},
            {"control", thousandths(outcome.control_responders)},
            {"arms", std::move(arms)},
            {"weekly",
             {{"week_10", thousandths(care::weekly_benefit(10))},
              {"trial_week_10", {care::trial_benefit_week_10.low, care::trial_benefit_week_10.high}},
              {"week_52", thousandths(care::weekly_benefit(52))}}}};
}

void trial_text(std::uint64_t clients, const care::TrialOutcome& outcome, std::ostream& out) {
    out << std::fixed << std::setprecision(0) << "Neck pain at week 5 after 4 weeks of visits: " << clients
        << " simulated clients, who respond when pain falls by " << care::trial_responder_share * 100
        << " %; " << outcome.control_responders * 100 << " % of those who wait do.\n\n"
        << std::left << std::setw(14) << "minutes" << std::right << std::setw(9) << "benefit" << std::setw(12)
        << "responders" << std::setw(12) << "RR, model" << std::setw(8) << "facts" << std::setw(18)
        << "RR, trial" << '\n';
    for (std::size_t k = 0; k < outcome.arms.size(); ++k) {
        const care::TrialArm& arm = care::trial_arms()[k];
        const care::ArmOutcome& came = outcome.arms[k];
        out << std::left << std::setw(14) << arm.name << std::right << std::setprecision(2) << std::setw(9)
            << came.benefit << std::setw(10) << std::setprecision(0) << came.responders * 100 << " %"
            << std::setprecision(2) << std::setw(12) << came.relative_risk << std::setw(8) << arm.model_risk
            << std::setw(18);
        arm.trial_risk ? out << *arm.trial_risk : out << "not significant";
        out << '\n';
    }
    out << "\nBack pain, ten weekly hours: benefit " << care::weekly_benefit(10) << " at week 10 (trial "
        << care::trial_benefit_week_10.low << " to " << care::trial_benefit_week_10.high << "), "
        << care::weekly_benefit(52) << " at week 52.\n\n"
        << "Model: benefit, responders, RR. Trial: Sherman 2014, 37 to 39 clients an arm; Cherkin 2011.\n"
        << note << '\n';
}

} // namespace

bool write_plan_table(bool json, std::ostream& out) {
    Json plans = Json::array();
    bool agrees = true;
    out << std::fixed << std::setprecision(2);
    if (!json) {
        out << std::left << std::setw(name_width) << "pain, P0 5.7: here" << std::right;
        for (const double day : care::published_days) {
            out << std::setw(5) << "day " << std::setw(3) << static_cast<int>(day);
        }
        out << '\n';
    }
    for (const care::PublishedCourse& course : care::published_courses()) {
        const auto pain = care::modelled_pain(course.schedule);
        Json here = Json::array();
        for (std::size_t k = 0; k < pain.size(); ++k) {
            here.push_back(hundredths(pain[k]));
            agrees = agrees && std::fabs(hundredths(pain[k]) - course.pain[k]) < 1e-9;
        }
        if (!json) {
            out << std::left << std::setw(name_width) << course.name << std::right;
            for (const double value : pain) {
                out << std::setw(8) << value;
            }
            out << '\n' << std::setw(name_width) << "facts";
            for (const double value : course.pain) {
                out << std::setw(8) << value;
            }
            out << '\n';
        }
        plans.push_back({{"name", course.name}, {"pain", std::move(here)}, {"published", course.pain}});
    }
    if (json) {
        out << Json{{"agrees", agrees}, {"days", care::published_days}, {"plans", plans}}.dump(2) << '\n';
    } else {
        out << (agrees ? "All agree to rounding.\n" : "Some differ.\n");
    }
    return agrees;
}

void write_trial(std::uint64_t seed, std::uint64_t clients, bool json, std::ostream& out) {
    const care::TrialOutcome outcome = care::run_trial(seed, clients);
    if (json) {
        out << trial_json(seed, clients, outcome).dump(2) << '\n';
    } else {
        trial_text(clients, outcome, out);
    }
}

} // namespace tactus::cli
