#include "sim/scoring/case_findings.hpp"

#include "sim/client/event_words.hpp"
#include "sim/client/interview.hpp"
#include "sim/client/preparation.hpp"
#include "sim/scoring/case_marks.hpp"
#include "sim/scoring/episodes.hpp"
#include "sim/scoring/load_caps.hpp"
#include "sim/strokes/recognition.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tactus::scoring {
namespace {

using client::Condition;
using strokes::TraceSample;

/// A place that bears less than this is not touched.
constexpr double grazing_n = 1;
/// Less is what a pressing hand does to a joint in passing; more, and it is the joint that is worked.
constexpr double led_rad = 0.05;
constexpr double led_m = 0.005;
constexpr double brief_technique_s = 2; ///< facts 7.3: a banned technique shorter than this is moderate

double most_load_on(const TraceSample& sample, const Place& place) {
    return std::max(load_on(sample.hands[0], place), load_on(sample.hands[1], place));
}

Mark penalty(std::string measure, double marks, double moment_s, std::string what, std::string advice) {
    Mark mark{.measure = std::move(measure), .share = 1, .marks = marks, .moment_s = moment_s};
    mark.what = std::move(what);
    mark.advice = std::move(advice);
    return mark;
}

/// Any touch of a place that is not to be touched: for anyone of scope absolute, of the whole back.
void check_touch(const MarkedRun& run, const client::TechniqueBan& ban, SafetyFindings& findings) {
    const Place place = place_named(ban.place, run.client.condition);
    EpisodeCounter counter;
    for (const TraceSample& sample : run.trace.samples) {
        counter.take(sample.t_s, most_load_on(sample, place), grazing_n);
    }
    for (const Episode& touch : counter.finish()) {
        const std::string what = "The hands touched " + place.name + " with " + rounded(touch.peak) +
                                 " N at " + clock(touch.begin_s) + ", though " + ban.why + ".";
        if (ban.critical) {
            const bool all = run.client.condition->scope == client::Scope::absolute;
            findings.critical.push_back({.id = all ? "treated" : "touched_" + ban.place,
                                         .what = what,
                                         .value = touch.peak,
                                         .limit = grazing_n,
                                         .moment_s = touch.begin_s});
        } else {
            findings.penalties.push_back(penalty("banned_touch", run.rubric.moderate, touch.begin_s, what,
                                                 "Keep the hands off " + place.name + "."));
        }
    }
}

/// How long the place was loaded between two moments.
double loaded_s(const MarkedRun& run, const Place& place, double begin_s, double end_s) {
    double sum = 0;
    for (const TraceSample& sample : run.trace.samples) {
        const bool within = sample.t_s >= begin_s && sample.t_s <= end_s;
        sum += within && most_load_on(sample, place) > grazing_n ? strokes::trace_interval_s : 0;
    }
    return sum;
}

/// A press that examines looks like a technique and is none.
bool examines(const MarkedRun& run, const strokes::Recognised& bout) {
    const double middle_s = 0.5 * (bout.begin_s + bout.end_s);
    return std::ranges::any_of(run.tasks, [&](const MarkedTask& task) {
        return task.task.press_test && middle_s >= task.begin_s && middle_s < task.end_s;
    });
}

void check_techniques(const MarkedRun& run, SafetyFindings& findings) {
    for (const strokes::Recognised& bout : strokes::recognise(run.trace.samples)) {
        if (examines(run, bout)) {
            continue;
        }
        for (const client::TechniqueBan& ban : run.client.condition->bans) {
            if (std::ranges::find(ban.techniques, bout.technique) == ban.techniques.end()) {
                continue;
            }
            const Place place = place_named(ban.place, run.client.condition);
            const bool held = bout.figures.bend_rad > led_rad || bout.figures.scapula_m > led_m;
            const double there_s =
                held ? bout.end_s - bout.begin_s : loaded_s(run, place, bout.begin_s, bout.end_s);
            if (there_s <= 0) {
                continue;
            }
            const std::string what = sentence_case(words(bout.technique)) + " was done on " + place.name +
                                     " for " + rounded(std::max(1.0, there_s)) + " s at " +
                                     clock(bout.begin_s) + ", though " + ban.why + ".";
            if (ban.critical) {
                findings.critical.push_back({.id = "banned_" + std::string(bout.technique),
                                             .what = what,
                                             .value = there_s,
                                             .limit = 0,
                                             .moment_s = bout.begin_s});
            } else {
                findings.penalties.push_back(penalty(
                    "banned_technique", there_s < brief_technique_s ? run.rubric.moderate : run.rubric.major,
                    bout.begin_s, what, "Leave that technique out for this client."));
            }
        }
    }
}

/// What the body did and why: "A bruise began at 0:15, because the capillaries had borne too much for 7 s,
/// where the limit is 5 s."
std::string event_sentence(const client::BodyEvent& event, const Condition& condition) {
    return std::string(client::event_title(event.kind)) + " at " + clock(event.t_s) + ", because " +
           client::event_cause(event, condition) + ".";
}

/// "Blood pressure rose at 2:30, and the answer, to sit the client up, did not come within 15 s."
std::string unanswered(const client::BodyEvent& event, const client::BodyEventRule& rule) {
    const client::Choice* const answer = client::choice_named(client::actions(), rule.answer);
    const std::string action =
        answer == nullptr ? words(rule.answer) : clause_case(std::string(answer->words));
    return std::string(client::event_title(event.kind)) + " at " + clock(event.t_s) +
           ", and the answer, to " + action + ", did not come within " +
           rounded(static_cast<double>(rule.answer_within_s)) + " s.";
}

bool is_spasm(client::EventKind kind) {
    return kind == client::EventKind::spasm || kind == client::EventKind::clonus;
}

/// How many of them the steps let pass.
int spasms_free(const MarkedRun& run) {
    int most = 0;
    for (const MarkedTask& task : run.tasks) {
        most = std::max(most, task.task.spasms_max.value_or(0));
    }
    return most;
}

/// Of what came about: what must never, and what waited for an answer in vain.
void check_events(const MarkedRun& run, SafetyFindings& findings) {
    int spasms_left = spasms_free(run);
    for (const client::BodyEvent& event : run.client.body_events) {
        const client::BodyEventRule& rule = run.client.condition->events[event.rule];
        const std::string why = event_sentence(event, *run.client.condition);
        const double late_s = event.answered_s < 0 ? run.end_s - event.t_s : event.answered_s - event.t_s;
        const bool ignored = rule.answer_within_s > 0 && late_s > static_cast<double>(rule.answer_within_s);
        if (rule.critical || ignored) {
            findings.critical.push_back(
                {.id = std::string(client::event_kind_name(event.kind)) + (rule.critical ? "" : "_ignored"),
                 .what = ignored && !rule.critical ? unanswered(event, rule) : why,
                 .value = static_cast<double>(event.value),
                 .limit = static_cast<double>(event.threshold),
                 .moment_s = event.t_s});
            continue;
        }
        if (event.kind == client::EventKind::fatigue || event.kind == client::EventKind::sneeze) {
            continue; // told by the client, caused by the time and the position: marked there
        }
        if (is_spasm(event.kind) && spasms_left-- > 0) {
            continue;
        }
        if (event.kind == client::EventKind::dysreflexia && rule.threshold > 0) {
            continue; // comes to this client whoever works: what counts is the answer
        }
        findings.penalties.push_back(
            penalty("body_event", run.rubric.moderate, event.t_s, why, "Stay below what sets it off."));
    }
}

/// More than this client's discomfort for longer than it may last.
void check_limit(const MarkedRun& run, SafetyFindings& findings) {
    const Condition& condition = *run.client.condition;
    if (condition.discomfort_limit <= 0) {
        return;
    }
    const auto limit = static_cast<double>(condition.discomfort_limit);
    EpisodeCounter counter;
    for (const TraceSample& sample : run.trace.samples) {
        counter.take(sample.t_s, static_cast<double>(sample.discomfort), limit);
    }
    for (const Episode& episode : counter.finish()) {
        if (episode.above_s > static_cast<double>(condition.discomfort_limit_s)) {
            findings.critical.push_back({.id = "hurt_for_long",
                                         .what = "The client felt " + rounded(episode.peak, 1) +
                                                 " of 10 for " + rounded(episode.above_s) + " s at " +
                                                 clock(episode.begin_s) + ", where " + rounded(limit, 1) +
                                                 " for " +
                                                 rounded(static_cast<double>(condition.discomfort_limit_s)) +
                                                 " s is this client's limit.",
                                         .value = episode.peak,
                                         .limit = limit,
                                         .moment_s = episode.begin_s});
        }
    }
}

/// What a question that must be asked is about; of others their name.
std::string topic_of(const std::string& question) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> topics{{
        {"cancer_sites", "where the cancer is and was"},
        {"dysreflexia", "sudden headache and flushing"},
        {"effort", "pain that comes with effort"},
        {"flare", "a flare-up"},
        {"pulsing", "a pulsing in the belly"},
        {"relapse", "a relapse"},
        {"saddle", "numbness where one sits"},
        {"swelling", "a swollen leg"},
        {"trauma", "a fall or a blow"},
        {"weeks", "the week of the pregnancy"},
    }};
    const auto found =
        std::ranges::find(topics, question, &std::pair<std::string_view, std::string_view>::first);
    return found == topics.end() ? words(question) : std::string(found->second);
}

/// When the hands first touched; -1 = never.
double first_touch_s(const MarkedRun& run) {
    const auto touched = std::ranges::find_if(run.trace.samples, [](const TraceSample& sample) {
        return strokes::in_contact(sample.hands[0]) || strokes::in_contact(sample.hands[1]);
    });
    return touched == run.trace.samples.end() ? -1 : touched->t_s;
}

void check_interview(const MarkedRun& run, SafetyFindings& findings) {
    const Condition& condition = *run.client.condition;
    const client::Conduct& conduct = *run.client.conduct;
    const double touched_s = first_touch_s(run);
    if (conduct.banned_product) {
        findings.critical.push_back(
            {.id = "banned_product",
             .what = "The product that was taken lists what this client does not bear.",
             .value = 1,
             .limit = 0,
             .moment_s = std::max(0.0, touched_s)});
    }
    if (!run.client.interviewed()) {
        return;
    }
    const bool lies_right =
        std::ranges::find(condition.positions, conduct.position) != condition.positions.end();
    if (condition.position_critical && !lies_right && touched_s >= 0) {
        findings.critical.push_back({.id = "wrong_position",
                                     .what = "At the first touch, at " + clock(touched_s) +
                                             ", the client was " + position_words(conduct.position) +
                                             "; right is " + position_words(condition.positions.front()) +
                                             ".",
                                     .value = 1,
                                     .limit = 0,
                                     .moment_s = touched_s});
    }
    for (const std::string& question : client::unasked(condition.decision.must_ask, conduct.asked)) {
        findings.critical.push_back(
            {.id = "not_asked_" + question,
             .what = "The question about " + topic_of(question) + " was not asked before the work began.",
             .value = 0,
             .limit = 1,
             .moment_s = std::max(0.0, touched_s)});
    }
    if (conduct.decision && client::under_referral(*conduct.decision, condition.decision.urgency) >= 2) {
        findings.critical.push_back(
            {.id = "under_referred",
             .what = "The decision was " + decision_words(*conduct.decision) + ", where " +
                     decision_words(condition.decision.urgency) + " was needed.",
             .value =
                 static_cast<double>(client::under_referral(*conduct.decision, condition.decision.urgency)),
             .limit = 1,
             .moment_s = 0});
    }
}

} // namespace

void check_case(const MarkedRun& run, SafetyFindings& findings, Measures& measures) {
    if (run.client.condition == nullptr || run.client.conduct == nullptr || run.live) {
        return;
    }
    for (const client::TechniqueBan& ban : run.client.condition->bans) {
        if (ban.techniques.empty()) {
            check_touch(run, ban, findings);
        }
    }
    if (!run.client.condition->bans.empty()) {
        check_techniques(run, findings);
    }
    check_events(run, findings);
    check_limit(run, findings);
    check_interview(run, findings);
    if (!run.client.body_events.empty()) {
        measures["body_events"] = static_cast<double>(run.client.body_events.size());
    }
    measures["spasms"] = static_cast<double>(
        std::ranges::count_if(run.client.body_events, is_spasm, &client::BodyEvent::kind));
    if (run.client.tone_start > 0) {
        measures["tone_drop_percent"] =
            100 * (1 - static_cast<double>(run.client.tone_now) / static_cast<double>(run.client.tone_start));
    }
}

} // namespace tactus::scoring
