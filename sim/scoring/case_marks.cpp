#include "sim/scoring/case_marks.hpp"

#include "sim/authoring/number_text.hpp"
#include "sim/client/interview.hpp"
#include "sim/client/preparation.hpp"
#include "sim/client/telling.hpp"

#include <algorithm>
#include <set>

namespace tactus::scoring {
namespace {

using client::Condition;

constexpr double told_share = 0.7; // of the closing; the rest is the note (design)

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

/// What the telling earned beside the decision itself.
std::string bonus_words(const client::Telling& telling) {
    std::string words = telling.reason_told() ? ", told with its reason" : "";
    words += telling.calm_and_written() ? ", calmly and with a note" : "";
    return words;
}

/// Of the way it was told, without the note.
double told_marks(const client::Telling& telling) {
    if (telling.reason_told()) {
        return 100;
    }
    const bool harmless =
        telling.kind == client::WordingKind::reason || telling.kind == client::WordingKind::vague;
    return harmless ? 50 : 0;
}

std::string told_words(const client::Telling& telling) {
    if (!telling.kind) {
        return "The decision was not told the client.";
    }
    switch (*telling.kind) {
    case client::WordingKind::diagnosis:
        return "The client was told the name of an illness.";
    case client::WordingKind::alarm:
        return "The client was frightened.";
    case client::WordingKind::vague:
        return "The client was told neither why nor what happens next.";
    case client::WordingKind::reason:
        break;
    }
    return telling.fits ? "" : "The client was told something else than was decided.";
}

std::string told_advice(const client::Telling& telling) {
    if (telling.reason_told()) {
        return "";
    }
    if (telling.kind == client::WordingKind::diagnosis) {
        return "Say what you noticed and what you would like to happen; leave its name to a doctor.";
    }
    if (telling.kind == client::WordingKind::alarm) {
        return "Say it calmly: what you noticed, what happens next, that you stay.";
    }
    return "Give the reason in the client's own words, and what happens next.";
}

Mark decision_mark(const MarkedRun& run) {
    const client::Decision& right = run.client.condition->decision;
    const auto& chosen = run.client.conduct->decision;
    const client::Telling telling = client::telling_of(*run.client.condition, *run.client.conduct);
    Mark mark{.measure = "decision",
              .share = run.rubric.decision,
              .marks = chosen ? client::referral_marks(*chosen, right.urgency, telling) : 0,
              .target = static_cast<double>(right.urgency)};
    mark.value = chosen ? static_cast<double>(*chosen) : -1;
    mark.what = chosen ? "The decision was " + decision_words(*chosen) +
                             (*chosen == right.urgency ? ", which is right"
                                                       : "; right was " + decision_words(right.urgency)) +
                             bonus_words(telling) + "."
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
    if (!lies_right) {
        mark.what = "The client was " + position_words(conduct.position) + ".";
    }
    if (!missing.empty()) {
        mark.what += (lies_right ? "Not prepared: " : " Not prepared: ") + missing + ".";
    }
    mark.advice = lies_right
                      ? "Prepare what this client needs before you touch."
                      : "Right for this client is " + position_words(condition.positions.front()) + ".";
    return mark;
}

} // namespace

std::string position_words(std::string_view position) {
    const client::Choice* const choice = client::choice_named(client::positions(), position);
    return choice == nullptr ? words(position) : clause_case(std::string(choice->words));
}

std::string decision_words(client::Urgency urgency) {
    return authoring::quoted_text(client::urgency_words(urgency));
}

bool hands_stay_off(const MarkedRun& run) {
    return run.client.interviewed() && run.client.condition->scope == client::Scope::absolute;
}

std::vector<Mark> case_marks(const MarkedRun& run, Measures& measures) {
    if (!run.client.interviewed()) {
        return {};
    }
    std::vector<Mark> marks{decision_mark(run), preparation_mark(run)};
    measures["decision_marks"] = marks[0].marks;
    if (run.client.conduct->decided_s > 0) {
        measures["decision_s"] = run.client.conduct->decided_s;
    }
    measures["preparation_marks"] = marks[1].marks;
    return marks;
}

std::optional<Mark> asking_mark(const MarkedRun& run, Measures& measures) {
    if (!run.client.interviewed()) {
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

std::optional<Mark> matrix_mark(const MarkedRun& run, Measures& measures) {
    constexpr double enough = 8; // of ten (facts 10, D21)
    const bool examined =
        std::ranges::any_of(run.tasks, [](const MarkedTask& task) { return task.task.press_test; });
    if (!run.client.interviewed() || !examined) {
        return std::nullopt;
    }
    const std::set<std::string> asked(run.client.conduct->asked.begin(), run.client.conduct->asked.end());
    const auto count = static_cast<double>(std::ranges::count_if(
        asked, [&](const std::string& id) { return run.client.condition->matrix.contains(id); }));
    measures["matrix_questions"] = count;
    Mark mark{.measure = "matrix",
              .share = run.rubric.intake,
              .marks = 100 * std::min(1.0, count / enough),
              .value = count,
              .target = enough};
    mark.what = "Asked " + rounded(count) + " of the questions that tell reflux from muscle, where " +
                rounded(enough) + " suffice.";
    mark.advice = "Ask what meals, lying flat, an antacid, a finger, turning and effort do to it.";
    return mark;
}

std::optional<Mark> closing_mark(const MarkedRun& run, Measures& measures) {
    if (!run.client.interviewed() || !run.client.conduct->decision ||
        run.client.condition->wordings.empty()) {
        return std::nullopt;
    }
    const client::Telling telling = client::telling_of(*run.client.condition, *run.client.conduct);
    const double marks =
        told_share * told_marks(telling) + (telling.note_written ? 100 * (1 - told_share) : 0);
    measures["reason_told"] = telling.reason_told() ? 1 : 0;
    measures["note_written"] = telling.note_written ? 1 : 0;
    Mark mark{
        .measure = "closing", .share = run.rubric.closing, .marks = marks, .value = marks, .target = 100};
    mark.what = told_words(telling);
    mark.advice = told_advice(telling);
    if (!telling.note_written) {
        mark.what += (mark.what.empty() ? "" : " ") + std::string("No note was written.");
        mark.advice +=
            (mark.advice.empty() ? "" : " ") + std::string("Write down what was said and decided.");
    }
    return mark;
}

} // namespace tactus::scoring
