#include "sim/scoring/load_caps.hpp"

#include "sim/anatomy/regions.hpp"
#include "sim/client/event_words.hpp"
#include "sim/scoring/episodes.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {
namespace {

using strokes::HandSample;
using strokes::TraceSample;

double load_of(const HandSample& hand, const LoadCap& cap, const Place& place) {
    const double out = std::fabs(hand.u);
    return out < cap.u_low || out >= cap.u_high ? 0 : load_on(hand, place);
}

/// The lower of two limits, of which 0 is none.
double lower(double one, double other) {
    return one > 0 && other > 0 ? std::min(one, other) : std::max(one, other);
}

void tighten(LoadCap& cap, const client::ConditionCap& by) {
    cap.palm_n = lower(cap.palm_n, static_cast<double>(by.palm_n));
    cap.thumb_n = lower(cap.thumb_n, static_cast<double>(by.thumb_n));
    cap.critical_palm_n = lower(cap.critical_palm_n, static_cast<double>(by.critical_palm_n));
    cap.critical_thumb_n = lower(cap.critical_thumb_n, static_cast<double>(by.critical_thumb_n));
}

/// Those of the rubric and of the condition as one list.
std::vector<LoadCap> all_caps(const MarkedRun& run) {
    std::vector<LoadCap> caps = run.rubric.caps;
    if (run.client.condition == nullptr) {
        return caps;
    }
    for (const client::ConditionCap& by : run.client.condition->caps) {
        bool known = false;
        for (LoadCap& cap : caps) {
            if (cap.region == by.place) {
                tighten(cap, by);
                known = true;
            }
        }
        if (!known) {
            LoadCap cap{.region = by.place};
            tighten(cap, by);
            caps.push_back(cap);
        }
    }
    return caps;
}

bool of_condition(const MarkedRun& run, const LoadCap& cap) {
    return run.client.condition != nullptr &&
           std::ranges::find(run.client.condition->caps, cap.region, &client::ConditionCap::place) !=
               run.client.condition->caps.end();
}

/// One cap for broad tools or for narrow ones, watched over the run.
struct CapWatch {
    const LoadCap* cap;
    bool broad;
    contact::ToolKind tool; ///< that made the peak
    Place place;
    bool of_condition = false; ///< no step may allow more
    bool midline = false;      ///< both hands load the same bone; elsewhere a box is one on each side
    double rubric_limit = 0;   ///< 0 = none
    double critical = 0;       ///< 0 = none
    double peak = 0;
    EpisodeCounter above{};
    EpisodeCounter fatal{};

    /// step: what is asked for at that time; it may set the cap itself, of broad tools for the whole back, of
    /// others at the point that it aims at (facts 5.0: points inside a caution box carry their own cap).
    void take(const TraceSample& sample, const Task& step) {
        const bool at_point = !broad && step.trigger_point && !midline;
        const bool anywhere = !place.region && !place.area;
        const bool own = step.load_cap_n > 0 && ((anywhere && broad) || at_point);
        const double by_step = of_condition ? lower(step.load_cap_n, rubric_limit) : step.load_cap_n;
        double limit = own ? by_step : rubric_limit;
        if (step.press_test && step.force_n && limit > 0 && !midline) {
            constexpr double overshoot = 1.1; // a hand that examines may miss its force by so much
            limit = std::max(limit, overshoot * static_cast<double>(step.force_n->high));
        }
        double load = 0;
        for (const HandSample& hand : sample.hands) {
            const double share = contact::broad(hand.tool) == broad ? load_of(hand, *cap, place) : 0;
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

/// Pointers into `caps`.
std::vector<CapWatch> cap_watches(const MarkedRun& run, const std::vector<LoadCap>& caps) {
    std::vector<CapWatch> watches;
    for (const LoadCap& cap : caps) {
        for (const bool broad : {true, false}) {
            watches.push_back({.cap = &cap,
                               .broad = broad,
                               .tool = broad ? contact::ToolKind::palm : contact::ToolKind::thumb,
                               .place = place_named(cap.region, run.client.condition),
                               .of_condition = of_condition(run, cap),
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
    mark.what = "The " + contact::tool_words(watch.tool) + " pressed " + watch.place.name + " with " +
                against_limit(episode.peak, episode.limit, " N", episode.begin_s) + ".";
    mark.advice = cap.region == "SPN_BAND"
                      ? "Stay two centimetres beside the spine."
                      : "Use a broad hand and less weight over " + watch.place.name + ".";
    findings.penalties.push_back(mark);
}

/// What was asked at that time.
const Task& step_at(const MarkedRun& run, const TraceSample& sample) {
    const auto later =
        std::ranges::find_if(run.tasks, [&](const MarkedTask& task) { return sample.t_s < task.end_s; });
    return later == run.tasks.end() ? run.tasks.back().task : later->task;
}

} // namespace

Place place_named(const std::string& id, const client::Condition* condition) {
    static const client::Condition nobody;
    if (condition != nullptr) {
        const auto area = std::ranges::find(condition->areas, id, &client::SkinArea::id);
        if (area != condition->areas.end()) {
            return {.region = {},
                    .area = static_cast<std::size_t>(area - condition->areas.begin()),
                    .name = area->name};
        }
    }
    const auto region = anatomy::region_named(id);
    return {.region = region,
            .area = {},
            .name = client::place_words(id, condition == nullptr ? nobody : *condition)};
}

double load_on(const HandSample& hand, const Place& place) {
    if (!hand.touching || hand.holding) {
        return 0;
    }
    return static_cast<double>(place.area     ? hand.area_load_n[*place.area]
                               : place.region ? hand.region_load_n[static_cast<std::size_t>(*place.region)]
                                              : hand.force_n);
}

void check_caps(const MarkedRun& run, SafetyFindings& findings, Measures& measures) {
    const std::vector<LoadCap> caps = all_caps(run);
    std::vector<CapWatch> watches = cap_watches(run, caps);
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
                 .what = "The " + tool + " pressed " + watch.place.name + " with " +
                         against_limit(episode.peak, watch.critical, " N", episode.begin_s) + ".",
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

} // namespace tactus::scoring
