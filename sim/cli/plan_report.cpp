#include "sim/cli/plan_report.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/cli/figures.hpp"

#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>

namespace tactus::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr double days_a_week = 7;

constexpr const char* report_note =
    "The course is a model fitted to trials (tactus-sim plan --trial), a teaching aid and no "
    "forecast for a person.";

std::string_view harm_name(care::Harm harm) {
    return harm == care::Harm::none ? "none" : harm == care::Harm::fresh_strain ? "fresh strain" : "too much";
}

Json day_json(const care::Day& day) {
    return {{"pain", hundredths(day.pain)},
            {"told", hundredths(day.told)},
            {"function", hundredths(day.function)},
            {"soreness", hundredths(day.soreness)},
            {"flare", hundredths(day.flare)}};
}

Json visit_json(const PlanRun& run, const care::HeldVisit& held, const care::ReturnWords& words) {
    const care::Visit& visit = run.plan.visits[held.visit];
    Json said = Json::array();
    for (const care::Said& sentence : care::words_on_return(words, held.states)) {
        said.push_back({{"phrase", sentence.phrase},
                        {"words", sentence.words},
                        {"state", sentence.state},
                        {"value", hundredths(sentence.value)},
                        {"threshold", sentence.threshold}});
    }
    Json minutes = Json::object();
    for (std::size_t k = 0; k < care::technique_count; ++k) {
        minutes[std::string(care::technique_names[k])] = visit.minutes[k];
    }
    return {{"day", visit.day},
            {"minutes", std::move(minutes)},
            {"quality", visit.quality},
            {"home_advice", visit.home_advice},
            {"reassess", visit.reassess},
            {"before", day_json(held.before)},
            {"pain_after", hundredths(held.pain_after)},
            {"discomfort", hundredths(held.load.strongest)},
            {"overload_point_min", hundredths(held.load.overload_point_min)},
            {"soreness_chance", hundredths(held.load.soreness_chance)},
            {"sore", held.sore},
            {"worst_soreness", held.sore ? hundredths(held.load.worst_soreness) : 0},
            {"harm", harm_name(held.harm)},
            {"said", std::move(said)}};
}

Json reasons_json(const care::PlanScore& score) {
    Json reasons = Json::array();
    for (const care::LostMarks& lost : score.lost) {
        reasons.push_back({{"part", care::part_names[static_cast<std::size_t>(lost.part)]},
                           {"measure", lost.measure},
                           {"what", lost.what},
                           {"value", hundredths(lost.value)},
                           {"target", hundredths(lost.target)},
                           {"unit", lost.unit},
                           {"marks_lost", hundredths(lost.marks)},
                           {"day", lost.day < 0 ? Json() : Json(lost.day)},
                           {"advice", lost.advice}});
    }
    return reasons;
}

Json score_json(const care::PlanScore& score) {
    Json parts{{"total", hundredths(score.total)}};
    for (std::size_t k = 0; k < score.parts.size(); ++k) {
        parts[std::string(care::part_names[k])] = hundredths(score.parts[k]);
    }
    return parts;
}

Json best_json(const care::PlanScore& score) {
    Json days = Json::array();
    for (const care::Visit& visit : score.best.visits) {
        days.push_back(visit.day);
    }
    return {{"days", std::move(days)},
            {"minutes", score.best.length_min()},
            {"drop", hundredths(score.best_drop)},
            {"drop_of_plan", hundredths(score.drop)}};
}

void write_visit(const PlanRun& run, const care::HeldVisit& held, const care::ReturnWords& words,
                 std::ostream& out) {
    const care::Visit& visit = run.plan.visits[held.visit];
    out << "\nVisit " << held.visit + 1 << ", day " << authoring::number_text(visit.day) << ":";
    const char* separator = " ";
    for (std::size_t k = 0; k < care::technique_count; ++k) {
        if (visit.minutes[k] > 0) {
            std::string name(care::technique_names[k]);
            std::ranges::replace(name, '_', ' ');
            out << separator << authoring::number_text(visit.minutes[k]) << " min " << name;
            separator = ", ";
        }
    }
    out << "; quality " << authoring::number_text(visit.quality) << (visit.home_advice ? "; home advice" : "")
        << (visit.reassess ? "; reassessed" : "") << '\n';
    for (const care::Said& said : care::words_on_return(words, held.states)) {
        out << "    \"" << said.words << "\"  (" << said.phrase << ": " << said.state << ' '
            << std::setprecision(1) << said.value << ", threshold " << authoring::number_text(said.threshold)
            << ")\n";
    }
    out << "    pain " << std::setprecision(1) << held.before.pain << " (told " << held.before.told
        << ", RDQ " << held.before.function << ") -> " << held.pain_after << "; strongest moment "
        << held.load.strongest << " of 10, chance of soreness " << std::setprecision(0)
        << held.load.soreness_chance * 100 << " %";
    if (held.sore) {
        out << std::setprecision(1) << ": sore, " << held.load.worst_soreness << " at the worst hour";
    }
    if (held.harm != care::Harm::none) {
        out << "; HARM (" << harm_name(held.harm) << "): no benefit";
    }
    out << '\n';
}

void write_days(const PlanRun& run, std::ostream& out) {
    out << "\n day  pain  told   RDQ  sore  flare\n" << std::setprecision(1);
    for (std::size_t day = 0; day < run.course.days.size(); ++day) {
        const care::Day& row = run.course.days[day];
        out << std::setw(4) << day << std::setw(6) << row.pain << std::setw(6) << row.told << std::setw(6)
            << row.function << std::setw(6) << row.soreness << std::setw(7) << row.flare << '\n';
    }
}

void write_score(const care::PlanScore& score, std::ostream& out) {
    out << std::setprecision(1) << "\nScore " << score.total << " of 100:";
    for (std::size_t k = 0; k < score.parts.size(); ++k) {
        out << (k == 0 ? " " : ", ") << care::part_names[k] << ' ' << score.parts[k] << " of "
            << authoring::number_text(care::marks_of(static_cast<care::Part>(k)));
    }
    out << std::setprecision(2) << "\nOn the mean day the model's pain lies " << score.drop
        << " below the untreated weeks, with the best six hours " << score.best_drop << " (days";
    for (const care::Visit& visit : score.best.visits) {
        out << ' ' << authoring::number_text(visit.day);
    }
    out << ").\n";
    for (const care::LostMarks& lost : score.lost) {
        out << "  -" << std::setprecision(1) << lost.marks << ' '
            << care::part_names[static_cast<std::size_t>(lost.part)]
            << (lost.day < 0 ? "" : ", day " + authoring::number_text(lost.day)) << ": " << lost.what << ' '
            << authoring::number_text(hundredths(lost.value)) << ", target "
            << authoring::number_text(hundredths(lost.target)) << (lost.unit.empty() ? "" : " ") << lost.unit
            << ". " << lost.advice << '\n';
    }
}

} // namespace

PlanRun::PlanRun(care::Plan of, care::Person who, std::uint64_t with_seed)
    : plan(std::move(of)), person(std::move(who)), seed(with_seed),
      fortune(care::fortune_of(seed, plan.problem.onset, plan.weeks * days_a_week)),
      course(care::follow(plan, person, fortune)), score(care::score_plan(plan, person, course)) {}

void write_plan_text(const PlanRun& run, const care::ReturnWords& words, std::ostream& out) {
    out << std::fixed << run.plan.name << ": " << run.person.name << ", seed " << run.seed << ", responds "
        << std::setprecision(2) << run.fortune.responder << " times as the mean client\n"
        << report_note << '\n';
    for (const care::HeldVisit& held : run.course.visits) {
        write_visit(run, held, words, out);
    }
    if (run.course.referred_day) {
        out << "\nDay " << authoring::number_text(*run.course.referred_day)
            << ": nothing has changed; the client is referred and the visits end.\n";
    }
    write_days(run, out);
    write_score(run.score, out);
}

void write_plan_json(const PlanRun& run, const care::ReturnWords& words, std::ostream& out) {
    Json course = Json::array();
    for (std::size_t day = 0; day < run.course.days.size(); ++day) {
        Json row{{"day", day}};
        row.update(day_json(run.course.days[day]));
        course.push_back(std::move(row));
    }
    Json visits = Json::array();
    for (const care::HeldVisit& held : run.course.visits) {
        visits.push_back(visit_json(run, held, words));
    }
    out << Json{{"plan", run.plan.id},
                {"client", run.person.name},
                {"seed", run.seed},
                {"responder", hundredths(run.fortune.responder)},
                {"note", report_note},
                {"course", std::move(course)},
                {"visits", std::move(visits)},
                {"referred_day", run.course.referred_day ? Json(*run.course.referred_day) : Json()},
                {"score", score_json(run.score)},
                {"reasons", reasons_json(run.score)},
                {"best", best_json(run.score)}}
               .dump(2)
        << '\n';
}

} // namespace tactus::cli
