#include "sim/scoring/case_findings.hpp"
#include "sim/scoring/episodes.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/harmful_work.hpp"
#include "sim/scoring/load_caps.hpp"
#include "sim/scoring/scoring_data.hpp"
#include "sim/scoring/stop_word.hpp"
#include "sim/scoring/walton.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

using strokes::HandSample;
using strokes::TraceSample;

/// What the step under way allows the client to feel before it counts against the student.
double discomfort_limit(const MarkedRun& run, double t_s) {
    for (const MarkedTask& task : run.tasks) {
        if (t_s < task.begin_s || t_s >= task.end_s) {
            continue;
        }
        double limit = run.rubric.strong_discomfort;
        for (const auto& band : {task.task.hold_discomfort, task.task.discomfort}) {
            limit = band ? std::max(limit, static_cast<double>(band->high)) : limit;
        }
        return limit;
    }
    return run.rubric.strong_discomfort;
}

void check_discomfort(const MarkedRun& run, SafetyFindings& findings, Measures& measures) {
    const Rubric& rubric = run.rubric;
    EpisodeCounter counter;
    EpisodeCounter fatal;
    double peak = 0;
    for (const TraceSample& sample : run.trace.samples) {
        counter.take(sample.t_s, sample.discomfort, discomfort_limit(run, sample.t_s));
        fatal.take(sample.t_s, sample.discomfort, rubric.critical_discomfort - 1e-6);
        peak = std::max(peak, static_cast<double>(sample.discomfort));
    }
    measures["discomfort_peak"] = peak;
    for (const Episode& episode : counter.finish()) {
        const bool painful = episode.peak >= rubric.painful_discomfort;
        if (!painful && episode.above_s < rubric.strong_discomfort_s) {
            continue;
        }
        const bool moderate = painful || episode.above_s > rubric.strong_discomfort_max_s;
        Mark mark{.measure = "discomfort",
                  .share = 1,
                  .marks = moderate ? rubric.moderate : rubric.minor,
                  .value = episode.peak,
                  .target = rubric.strong_discomfort,
                  .moment_s = episode.begin_s};
        mark.what = "The client felt " + rounded(episode.peak, 1) + " of 10 for " +
                    rounded(episode.above_s, 1) + " s at " + clock(episode.begin_s) +
                    ", where the limit is " + rounded(episode.limit, 1) + ".";
        mark.advice = "Watch breath and shoulders; ease off as soon as the client tightens.";
        findings.penalties.push_back(mark);
    }
    for (const Episode& episode : fatal.finish()) {
        findings.critical.push_back(
            {.id = "pain",
             .what = "The pain rose to " +
                     against_limit(episode.peak, rubric.critical_discomfort, " of 10", episode.begin_s, 1) +
                     ".",
             .value = episode.peak,
             .limit = rubric.critical_discomfort,
             .moment_s = episode.begin_s});
    }
}

/// Thrust: dF/dt over 400 N/s with more than 80 N. Warm-up: W4 without 20 s of lighter contact before.
void check_force(const MarkedRun& run, SafetyFindings& findings) {
    constexpr std::size_t over = 6; // 0.05 s: a thrust lasts 0.1-0.2 s (facts 2.2)
    const Rubric& rubric = run.rubric;
    const std::span<const TraceSample> samples = run.trace.samples;
    double warm_s = 0;
    bool thrust = false;
    bool cold = false;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        int level = 0;
        for (std::size_t side = 0; side < contact::side_count; ++side) {
            const HandSample& hand = samples[i].hands[side];
            const bool presses = hand.touching && !hand.holding;
            level = std::max(level, presses ? walton_level(hand.tool, hand.force_n) : 0);
            const double before = i >= over ? samples[i - over].hands[side].force_n : 0;
            const double rate =
                (hand.force_n - before) / (static_cast<double>(over) * strokes::trace_interval_s);
            if (!thrust && presses && rate > rubric.thrust_n_s && hand.force_n > rubric.thrust_force_n) {
                thrust = true;
                findings.critical.push_back(
                    {.id = "thrust",
                     .what = "A thrust rose by " +
                             against_limit(rate, rubric.thrust_n_s, " N a second", samples[i].t_s) + ".",
                     .value = rate,
                     .limit = rubric.thrust_n_s,
                     .moment_s = samples[i].t_s});
            }
        }
        warm_s += level >= 1 && level <= 3 ? strokes::trace_interval_s : 0;
        if (level >= 4 && warm_s < rubric.warm_up_s && !cold) {
            cold = true;
            Mark mark{.measure = "warm_up",
                      .share = 1,
                      .marks = rubric.moderate,
                      .value = warm_s,
                      .target = rubric.warm_up_s,
                      .unit = "s",
                      .moment_s = samples[i].t_s};
            mark.what = "Strong pressure began at " + clock(samples[i].t_s) + ", after " + rounded(warm_s) +
                        " s of warming up, where " + rounded(rubric.warm_up_s) + " s are due.";
            mark.advice = "Warm the tissue with light and medium strokes first.";
            findings.penalties.push_back(mark);
        }
    }
}

/// A guard event, and how long it took until the force had fallen by a quarter.
void check_guarding(const MarkedRun& run, SafetyFindings& findings) {
    for (const GuardResponse& response : guard_responses(run)) {
        if (response.eased_s < 0 || response.eased_s > run.rubric.guard_ignored_s) {
            Mark mark{.measure = "guarding",
                      .share = 1,
                      .marks = run.rubric.major,
                      .value = response.eased_s < 0 ? response.lasted_s : response.eased_s,
                      .target = run.rubric.guard_ignored_s,
                      .unit = "s",
                      .moment_s = response.begin_s};
            mark.what = "The client tightened at " + clock(response.begin_s) +
                        ", and the pressure did not ease within " + rounded(run.rubric.guard_ignored_s) +
                        " s.";
            mark.advice = "When the client guards, take a quarter of the weight off at once.";
            findings.penalties.push_back(mark);
        }
    }
}

/// One finding of each kind: when it first happened, and its words and value when it was worst.
std::vector<Critical> worst_of_each(const std::vector<Critical>& all) {
    std::vector<Critical> kept;
    for (const Critical& critical : all) {
        const auto same = std::ranges::find(kept, critical.id, &Critical::id);
        if (same == kept.end()) {
            kept.push_back(critical);
        } else if (critical.value > same->value) {
            same->value = critical.value;
            same->what = critical.what;
        }
    }
    return kept;
}

} // namespace

std::vector<GuardResponse> guard_responses(const MarkedRun& run) {
    std::vector<GuardResponse> responses;
    bool guarding = false;
    double force_at_onset = 0;
    for (const TraceSample& sample : run.trace.samples) {
        const double threshold = run.client.guard_threshold + (guarding ? 0 : guard_event_points.value);
        const bool now = sample.discomfort >= threshold;
        const double force = static_cast<double>(sample.hands[0].force_n) + sample.hands[1].force_n;
        if (now && !guarding && force > run.rubric.loaded_force_n) {
            responses.push_back({.begin_s = sample.t_s});
            force_at_onset = force;
        }
        guarding = now;
        if (responses.empty() || responses.back().eased_s >= 0) {
            continue;
        }
        GuardResponse& last = responses.back();
        last.lasted_s = sample.t_s - last.begin_s;
        if (force <= (1 - run.rubric.response_drop) * force_at_onset) {
            last.eased_s = last.lasted_s;
        }
    }
    // Guarding that ends by itself within the time was not ignored: the run may have ended, or the tissue
    // given way.
    std::erase_if(responses, [&](const GuardResponse& r) {
        return r.eased_s < 0 && r.lasted_s < run.rubric.guard_ignored_s;
    });
    return responses;
}

SafetyFindings safety_findings(const MarkedRun& run, Measures& measures) {
    SafetyFindings findings;
    check_caps(run, findings, measures);
    check_discomfort(run, findings, measures);
    check_force(run, findings);
    check_guarding(run, findings);
    check_blows(run, findings);
    check_stretches(run, findings);
    check_stop_word(run, findings);
    check_case(run, findings, measures);
    std::ranges::stable_sort(findings.critical, {}, &Critical::moment_s);
    findings.critical = worst_of_each(findings.critical);
    return findings;
}

} // namespace tactus::scoring
