#include "sim/anatomy/regions.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/harmful_work.hpp"
#include "sim/scoring/scoring_data.hpp"
#include "sim/scoring/walton.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

using strokes::HandSample;
using strokes::TraceSample;

constexpr double episode_gap_s = 1.0; // an excess that comes back within this time is the same episode

/// A stretch of time in which something was above a limit.
struct Episode {
    double begin_s = 0;
    double last_s = 0; ///< last moment above
    double peak = 0;
    double limit = 0;   ///< at its begin
    double above_s = 0; ///< time above in all
    bool open = false;
};

/// Follows one quantity against one limit and keeps the episodes.
class EpisodeCounter {
public:
    void take(double t_s, double value, double limit) {
        if (value <= limit) {
            return;
        }
        if (current_.open && t_s - current_.last_s > episode_gap_s) {
            close();
        }
        if (!current_.open) {
            current_ = {.begin_s = t_s, .limit = limit, .open = true};
        }
        current_.last_s = t_s;
        current_.peak = std::max(current_.peak, value);
        current_.above_s += strokes::trace_interval_s;
    }

    std::vector<Episode> finish() {
        close();
        return std::move(episodes_);
    }

private:
    void close() {
        if (current_.open) {
            episodes_.push_back(current_);
        }
        current_.open = false;
    }

    Episode current_;
    std::vector<Episode> episodes_;
};

double load_of(const HandSample& hand, const LoadCap& cap, const std::optional<anatomy::Region>& region) {
    const double out = std::fabs(hand.u);
    if (!hand.touching || hand.holding || out < cap.u_low || out >= cap.u_high) {
        return 0; // a bone in the hand is pulled, the tissue is not pressed
    }
    return region ? hand.region_load_n[static_cast<std::size_t>(*region)] : hand.force_n;
}

std::string place_name(const LoadCap& cap) {
    const auto region = anatomy::region_named(cap.region);
    return region ? std::string(anatomy::region_box(*region).name) : "the back";
}

/// One cap for broad tools or for narrow ones, watched over the run.
struct CapWatch {
    const LoadCap* cap;
    bool broad;
    contact::ToolKind tool; ///< that made the peak
    std::optional<anatomy::Region> region;
    bool midline = false;    ///< both hands load the same bone; elsewhere a box is one on each side
    double rubric_limit = 0; ///< 0 = none
    double critical = 0;     ///< 0 = none
    double peak = 0;
    EpisodeCounter above{};
    EpisodeCounter fatal{};

    /// step: what is asked for at that time; it may set the cap itself, of broad tools for the whole back, of
    /// others at the point that it aims at (facts 5.0: points inside a caution box carry their own cap).
    void take(const TraceSample& sample, const Task& step) {
        const bool at_point = !broad && step.trigger_point && !midline;
        const bool own = step.load_cap_n > 0 && ((!region && broad) || at_point);
        const double limit = own ? step.load_cap_n : rubric_limit;
        double load = 0;
        for (const HandSample& hand : sample.hands) {
            const double share = contact::broad(hand.tool) == broad ? load_of(hand, *cap, region) : 0;
            tool = share > peak ? hand.tool : tool;
            load = midline ? load + share : std::max(load, share);
        }
        peak = std::max(peak, load);
        if (limit > 0 && load > limit) {
            above.take(sample.t_s, load, limit);
        }
        if (critical > 0 && load > critical) {
            fatal.take(sample.t_s, load, critical);
        }
    }
};

std::vector<CapWatch> cap_watches(const Rubric& rubric) {
    std::vector<CapWatch> watches;
    for (const LoadCap& cap : rubric.caps) {
        for (const bool broad : {true, false}) {
            watches.push_back({.cap = &cap,
                               .broad = broad,
                               .tool = broad ? contact::ToolKind::palm : contact::ToolKind::thumb,
                               .region = anatomy::region_named(cap.region),
                               .midline = cap.region == "SPN" || cap.region == "SPN_BAND",
                               .rubric_limit = broad ? cap.palm_n : cap.thumb_n,
                               .critical = broad ? cap.critical_palm_n : cap.critical_thumb_n});
        }
    }
    return watches;
}

void add_cap_penalty(const Rubric& rubric, const CapWatch& watch, const Episode& episode,
                     SafetyFindings& findings) {
    const LoadCap& cap = *watch.cap;
    const double excess = episode.peak / episode.limit - 1;
    double penalty = rubric.major;
    if (excess <= rubric.moderate_excess || episode.above_s < rubric.brief_s) {
        penalty = rubric.minor;
    } else if (excess <= rubric.major_excess) {
        penalty = rubric.moderate;
    }
    Mark mark{.measure = "load_cap",
              .share = 1,
              .marks = penalty,
              .value = episode.peak,
              .target = episode.limit,
              .unit = "N",
              .moment_s = episode.begin_s};
    mark.what = rounded(episode.peak) + " N with the " + contact::tool_words(watch.tool) + " on " +
                place_name(cap) + ", at most " + rounded(episode.limit) + " N at " + clock(episode.begin_s) +
                ".";
    mark.advice = cap.region == "SPN_BAND" ? "Stay two centimetres beside the spine."
                                           : "Use a broad hand and less weight over " + place_name(cap) + ".";
    findings.penalties.push_back(mark);
}

/// What was asked at that time.
const Task& step_at(const MarkedRun& run, const TraceSample& sample) {
    const auto later =
        std::ranges::find_if(run.tasks, [&](const MarkedTask& task) { return sample.t_s < task.end_s; });
    return later == run.tasks.end() ? run.tasks.back().task : later->task;
}

void check_caps(const MarkedRun& run, SafetyFindings& findings, Measures& measures) {
    std::vector<CapWatch> watches = cap_watches(run.rubric);
    for (const TraceSample& sample : run.trace.samples) {
        if (!sample.hands[0].touching && !sample.hands[1].touching) {
            continue;
        }
        for (CapWatch& watch : watches) {
            if (contact::broad(sample.hands[0].tool) == watch.broad ||
                contact::broad(sample.hands[1].tool) == watch.broad) {
                watch.take(sample, step_at(run, sample));
            }
        }
    }
    for (CapWatch& watch : watches) {
        const LoadCap& cap = *watch.cap;
        const std::string tool = contact::tool_words(watch.tool);
        for (const Episode& episode : watch.above.finish()) {
            add_cap_penalty(run.rubric, watch, episode, findings);
        }
        for (const Episode& episode : watch.fatal.finish()) {
            findings.critical.push_back(
                {.id = cap.region == "SPN_BAND" ? "spine_load" : "load_" + cap.region,
                 .what = rounded(episode.peak) + " N with the " + tool + " on " + place_name(cap),
                 .value = episode.peak,
                 .limit = watch.critical,
                 .moment_s = episode.begin_s});
        }
        if (cap.region == "SPN_BAND" || cap.region == "KID") {
            double& shown = measures[(cap.region == "KID" ? "kidney_" : "spine_") +
                                     std::string(watch.broad ? "palm" : "thumb") + "_peak_n"];
            shown = std::max(shown, watch.peak);
        }
    }
}

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
                    rounded(episode.above_s, 1) + " s at " + clock(episode.begin_s) + ".";
        mark.advice = "Watch breath and shoulders; ease off as soon as the client tightens.";
        findings.penalties.push_back(mark);
    }
    for (const Episode& episode : fatal.finish()) {
        findings.critical.push_back({.id = "pain",
                                     .what = "Pain of " + rounded(episode.peak, 1) + " of 10",
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
                     .what = "A thrust of " + rounded(rate) + " N/s at " + rounded(hand.force_n) + " N",
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
            mark.what = "Strong pressure after only " + rounded(warm_s) + " s of warming up.";
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
            mark.what =
                "The client tightened at " + clock(response.begin_s) + " and the pressure did not ease.";
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
    std::ranges::stable_sort(findings.critical, {}, &Critical::moment_s);
    findings.critical = worst_of_each(findings.critical);
    return findings;
}

} // namespace tactus::scoring
