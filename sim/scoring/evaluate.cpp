#include "sim/scoring/evaluate.hpp"

#include "sim/scoring/case_marks.hpp"
#include "sim/scoring/critical_advice.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/point_hold.hpp"
#include "sim/strokes/butterworth.hpp"

#include <algorithm>

namespace tactus::scoring {

namespace {

constexpr double live_window_s = 180;
constexpr double worth_a_reason = 0.25; // marks of the total below which nothing is said

using Weights = std::array<double, group_count>;

/// The groups as marked, before reasons.
struct Marked {
    std::array<GroupMarks, group_count> groups;
    SafetyFindings safety;
    Measures measures;
};

GroupMarks& of(Marked& marked, Group group) { return marked.groups[static_cast<std::size_t>(group)]; }

Marked mark_all(const MarkedRun& run) {
    Marked marked;
    if (!hands_stay_off(run)) {
        of(marked, Group::pressure) = pressure_marks(run, marked.measures);
        of(marked, Group::flow) = flow_marks(run, marked.measures);
        of(marked, Group::targeting) = targeting_marks(run, marked.measures);
    }
    of(marked, Group::communication) = communication_marks(run, marked.measures);
    of(marked, Group::sequence) = sequence_marks(run, marked.measures);
    marked.safety = safety_findings(run, marked.measures);
    return marked;
}

std::optional<double> group_score(const GroupMarks& group) {
    const double shares = sum_of_shares(group.marks);
    if (shares == 0) {
        return std::nullopt;
    }
    double sum = 0;
    for (const Mark& mark : group.marks) {
        sum += mark.share * mark.counts * mark.marks;
    }
    return group.done * sum / shares;
}

double safety_score(const SafetyFindings& findings) {
    double score = 100;
    for (const Mark& penalty : findings.penalties) {
        score -= penalty.marks;
    }
    return std::max(0.0, score);
}

std::array<std::optional<double>, group_count> group_scores(const Marked& marked, const Weights& weights) {
    std::array<std::optional<double>, group_count> scores;
    for (std::size_t g = 0; g < scores.size(); ++g) {
        if (weights[g] > 0) {
            scores[g] = g == static_cast<std::size_t>(Group::safety) ? safety_score(marked.safety)
                                                                     : group_score(marked.groups[g]);
        }
    }
    return scores;
}

/// Sum of the weights of what was measured: the others leave their weight to them.
double measured_weight(const std::array<std::optional<double>, group_count>& scores, const Weights& weights) {
    double sum = 0;
    for (std::size_t g = 0; g < scores.size(); ++g) {
        sum += scores[g] ? weights[g] : 0;
    }
    return sum;
}

double total_of(const std::array<std::optional<double>, group_count>& scores, const Weights& weights) {
    double sum = 0;
    for (std::size_t g = 0; g < scores.size(); ++g) {
        sum += scores[g] ? weights[g] * *scores[g] : 0;
    }
    const double weight = measured_weight(scores, weights);
    return weight > 0 ? sum / weight : 0;
}

Reason reason_of(Group group, const Mark& mark, double marks_lost) {
    return {.group = group,
            .measure = mark.measure,
            .what = mark.what,
            .value = mark.value,
            .target = mark.target,
            .unit = mark.unit,
            .marks_lost = marks_lost,
            .moment_s = mark.moment_s,
            .advice = mark.advice};
}

void add_reasons(const Marked& marked, const Weights& weights, Score& score) {
    const double weight = measured_weight(score.groups, weights);
    for (std::size_t g = 0; g < score.groups.size(); ++g) {
        if (!score.groups[g]) {
            continue;
        }
        const auto group = static_cast<Group>(g);
        const double share_of_total = weights[g] / weight;
        if (group == Group::safety) {
            double left = 100; // penalties beyond the floor of 0 cost nothing more
            for (const Mark& penalty : marked.safety.penalties) {
                const double lost = std::min(left, penalty.marks);
                left -= lost;
                score.reasons.push_back(reason_of(group, penalty, share_of_total * lost));
            }
            continue;
        }
        const GroupMarks& marks = marked.groups[g];
        const double shares = sum_of_shares(marks.marks);
        double undone = 100; // of the group: what could not be earned because too little was done
        for (const Mark& mark : marks.marks) {
            const double open = marks.done * mark.counts * mark.share / shares;
            score.reasons.push_back(reason_of(group, mark, share_of_total * open * (100 - mark.marks)));
            undone -= 100 * open;
        }
        score.reasons.push_back(reason_of(group, marks.undone, share_of_total * undone));
    }
    std::erase_if(score.reasons, [](const Reason& reason) { return reason.marks_lost < worth_a_reason; });
    std::ranges::stable_sort(score.reasons, std::ranges::greater{}, &Reason::marks_lost);
}

bool all_groups_at_least(const Score& score, double marks) {
    return std::ranges::all_of(score.groups,
                               [&](const std::optional<double>& g) { return !g || *g >= marks; });
}

void grade(const Rubric& rubric, double safety, Score& score) {
    if (!score.critical.empty()) {
        score.total = std::min(score.total, rubric.critical_cap);
    }
    score.passed = score.critical.empty() && score.total >= rubric.pass && safety >= rubric.pass_safety &&
                   all_groups_at_least(score, rubric.pass_group);
    score.grade = "fail";
    if (score.passed) {
        const bool even = all_groups_at_least(score, rubric.distinction_group);
        score.grade = score.total >= rubric.distinction && even ? "distinction"
                      : score.total >= rubric.merit             ? "merit"
                                                                : "pass";
    }
}

/// All of a trace.
strokes::TraceView whole(const strokes::ContactTrace& trace) {
    return {trace.samples, trace.dose_pa_s, trace.marks};
}

/// What was done of late: what a whole session's marks would cost, a step has no time for.
strokes::TraceView recent(const strokes::ContactTrace& trace, double from_s) {
    const auto first = std::ranges::lower_bound(trace.samples, from_s, {}, &strokes::TraceSample::t_s);
    return {{first, trace.samples.end()}, trace.dose_pa_s, trace.marks};
}

/// The steps within [from_s, now): those that are over or have not begun are left out, the others cut.
std::vector<TimedTask> under_way(std::span<const TimedTask> tasks, double from_s, double now_s) {
    std::vector<TimedTask> cut;
    for (const TimedTask& timed : tasks) {
        if (timed.begin_s < now_s && timed.end_s > from_s) {
            cut.push_back(timed);
            cut.back().begin_s = std::max(timed.begin_s, from_s);
            cut.back().end_s = std::min(timed.end_s, now_s);
        }
    }
    return cut;
}

} // namespace

Score evaluate(const anatomy::Anatomy& anatomy, const strokes::ContactTrace& trace,
               std::span<const TimedTask> tasks, const Marking& marking, const ClientOutcome& client) {
    const auto& [rubric, weights] = marking;
    MarkedRun run = lay_out(anatomy, whole(trace), tasks, rubric, client);
    recognise_techniques(run);
    const Marked marked = mark_all(run);
    Score score;
    score.groups = group_scores(marked, weights);
    score.total = total_of(score.groups, weights);
    score.critical = marked.safety.critical;
    score.measures = marked.measures;
    score.version = rubric.id + " " + std::string(strokes::filter_version);
    for (std::size_t k = 0; k < client.trigger_point_tension.size() && k < anatomy.trigger_points.size();
         ++k) {
        std::string id = anatomy.trigger_points[k].id;
        std::ranges::replace(id, ' ', '_');
        score.measures["tension_" + id] = client.trigger_point_tension[k];
    }
    add_reasons(marked, weights, score);
    grade(rubric, safety_score(marked.safety), score);
    if (!score.critical.empty()) {
        score.next_time = advice_after(score.critical.front());
    } else if (!score.reasons.empty()) {
        score.next_time = score.reasons.front().advice;
    }
    return score;
}

LiveMarks evaluate_live(const anatomy::Anatomy& anatomy, const strokes::ContactTrace& trace,
                        std::span<const TimedTask> tasks, const Marking& marking,
                        const ClientOutcome& client) {
    LiveMarks live;
    const double now_s = trace.samples.empty() ? 0 : trace.samples.back().t_s + strokes::trace_interval_s;
    const double from_s = std::max(0.0, now_s - live_window_s);
    const std::vector<TimedTask> so_far = under_way(tasks, from_s, now_s);
    if (so_far.empty()) {
        return live;
    }
    const auto& [rubric, weights] = marking;
    MarkedRun run = lay_out(anatomy, recent(trace, from_s), so_far, rubric, client);
    run.live = true;
    const Marked marked = mark_all(run);
    live.groups = group_scores(marked, weights);
    live.total = total_of(live.groups, weights);
    if (const auto found = marked.measures.find("time_in_band_percent"); found != marked.measures.end()) {
        live.band_share = found->second / 100;
    }
    const MarkedTask& now = run.tasks.back();
    const std::optional<HoldPlace> place = hold_place(run, now.task);
    if (place && !trace.samples.empty()) {
        const strokes::TraceSample& sample = trace.samples.back();
        const auto& pressing = sample.hands[sample.hands[0].force_n > sample.hands[1].force_n ? 0 : 1];
        if (pressing.present) {
            live.target_distance_m = distance_m(anatomy, *place, pressing.u, pressing.v);
        }
    }
    if (asks_for_hold(now.task)) {
        const auto hold = find_hold(run, now);
        live.hold_s = hold && hold->distance_m <= rubric.location_mm.zero / 1000 ? hold->duration_s() : 0;
    }
    return live;
}

} // namespace tactus::scoring
