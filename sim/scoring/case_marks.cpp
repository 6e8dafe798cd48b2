#include "sim/scoring/case_marks.hpp"

#include "sim/client/interview.hpp"

#include <algorithm>

namespace tactus::scoring {
namespace {

using client::Condition;

/// A drill without an interview is not marked for one.
bool interviewed(const MarkedRun& run) {
    return run.client.condition != nullptr && run.client.conduct != nullptr &&
           run.client.conduct->interviewed();
}

/// Share of the wanted that is among the chosen, and what is missing in words.
double chosen_share(const std::vector<std::string>& wanted, const std::vector<std::string>& chosen,
                    std::string& missing) {
    if (wanted.empty()) {
        return 1;
    }
    const std::vector<std::string> left_out = client::unasked(wanted, chosen);
    for (const std::string& one : left_out) {
        missing += (missing.empty() ? "" : ", ") + words(one);
    }
    return 1 - static_cast<double>(left_out.size()) / static_cast<double>(wanted.size());
}

Mark decision_mark(const MarkedRun& run) {
    const client::Decision& right = run.client.condition->decision;
    const auto& chosen = run.client.conduct->decision;
    Mark mark{.measure = "decision",
              .share = run.rubric.decision,
              .marks = chosen ? client::decision_marks(*chosen, right.urgency) : 0,
              .target = static_cast<double>(right.urgency)};
    mark.value = chosen ? static_cast<double>(*chosen) : -1;
    mark.what = chosen ? "Decided " + std::string(client::urgency_code(*chosen)) + ", right was " +
                             std::string(client::urgency_code(right.urgency)) + "."
                       : "No decision was made.";
    mark.advice = std::string(client::urgency_words(right.urgency)) + ".";
    return mark;
}

Mark preparation_mark(const MarkedRun& run) {
    const Condition& condition = *run.client.condition;
    const client::Conduct& conduct = *run.client.conduct;
    std::string missing;
    const double prepared = chosen_share(condition.adaptations, conduct.prepared, missing);
    const bool lies_right =
        std::ranges::find(condition.positions, conduct.position) != condition.positions.end();
    Mark mark{.measure = "preparation",
              .share = run.rubric.preparation,
              .marks = 50 * prepared + (lies_right ? 50 : 0),
              .value = 50 * prepared + (lies_right ? 50 : 0),
              .target = 100};
    mark.what = lies_right ? "" : "The client lay " + words(conduct.position) + ". ";
    mark.what += missing.empty() ? "" : "Not prepared: " + missing + ".";
    mark.advice = lies_right ? "Prepare what this client needs before you touch."
                             : "For this client: " + words(condition.positions.front()) + ".";
    return mark;
}

} // namespace

std::vector<Mark> case_marks(const MarkedRun& run, Measures& measures) {
    if (!interviewed(run)) {
        return {};
    }
    std::vector<Mark> marks{decision_mark(run), preparation_mark(run)};
    measures["decision_marks"] = marks[0].marks;
    measures["preparation_marks"] = marks[1].marks;
    return marks;
}

std::optional<Mark> asking_mark(const MarkedRun& run, Measures& measures) {
    if (!interviewed(run)) {
        return std::nullopt;
    }
    const double asked = client::asked_share(*run.client.condition, run.client.conduct->asked);
    measures["asked_percent"] = 100 * asked;
    Mark mark{.measure = "asking",
              .share = run.rubric.intake,
              .marks = 100 * std::min(1.0, asked / run.rubric.asked_share),
              .value = 100 * asked,
              .target = 100 * run.rubric.asked_share,
              .unit = "%"};
    std::string missing;
    chosen_share(run.client.condition->decision.key, run.client.conduct->asked, missing);
    mark.what = "Asked " + percent(asked) + " % of what there was to ask.";
    mark.advice = missing.empty() ? "Ask the whole script before you decide." : "Ask about: " + missing + ".";
    return mark;
}

} // namespace tactus::scoring
