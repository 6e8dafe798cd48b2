#include "sim/scoring/pass.hpp"

#include "sim/math/transcendental.hpp"
#include "sim/scoring/band_time.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/point_hold.hpp"
#include "sim/strokes/contact_intervals.hpp"

#include <algorithm>
#include <array>

namespace tactus::scoring {

namespace {

// Design values of what is clean: more would ask for the band's edges at every turn.
constexpr double clean_in_band = 0.85;
constexpr double clean_hold = 0.90; ///< share of the time asked for

constexpr std::size_t beats_a_pass = 8;
constexpr double shortest_pass_m = 0.08;
constexpr double shortest_try_s = 2;   ///< a shorter touch is a try at the place, no hold
constexpr double stroke_over_s = 0.35; ///< a rest up to 0.3 s does not end a stroke (facts 7.3)
constexpr std::array sides{contact::Side::left, contact::Side::right};

/// What a pass is looked for in: the trace from some time on.
struct Looking {
    const anatomy::Anatomy& anatomy;
    strokes::TraceView trace;
    const Task& task;
    const Rubric& rubric;
    double from_s;
    double now_s;

    [[nodiscard]] MarkedRun laid_out(double begin_s, double end_s) const {
        static const ClientOutcome nothing_to_add;
        const strokes::TraceView part{strokes::part(trace.samples, begin_s, end_s), trace.dose_pa_s,
                                      trace.marks};
        const std::array timed{TimedTask{.begin_s = begin_s, .end_s = end_s, .task = task}};
        return lay_out(anatomy, part, timed, rubric, nothing_to_add);
    }
};

/// The force of a pass, and what was most wrong with it.
Pass by_force(const Looking& look, double begin_s, double end_s) {
    Pass pass{.begin_s = begin_s, .end_s = end_s};
    const BandTime time = band_time(look.laid_out(begin_s, end_s));
    pass.in_band = time.samples > 0 ? time.inside / time.samples : 0;
    if (pass.in_band < clean_in_band) {
        pass.fault = time.samples == 0                                    ? "no load"
                     : time.wrong_tool > std::max(time.above, time.below) ? "another tool"
                     : time.above > time.below                            ? "too hard"
                                                                          : "too light";
    }
    return pass;
}

std::optional<Pass> next_stroke(const Looking& look) {
    const MarkedRun run = look.laid_out(look.from_s, look.now_s);
    for (const MarkedStroke& marked : run.tasks.front().strokes) {
        const strokes::Stroke& stroke = marked.stroke;
        const bool counts =
            !marked.returning && stroke.path_m >= shortest_pass_m && (marked.whole || marked.off_pace);
        if (!counts || stroke.end_s > look.now_s - stroke_over_s) {
            continue;
        }
        Pass pass = by_force(look, stroke.begin_s, stroke.end_s);
        const double least = math::cos(look.rubric.direction_deg * math::pi / 180);
        const auto u = static_cast<float>(stroke.mean_u);
        const float v = look.task.zone ? 0.5F * (look.task.zone->v_low + look.task.zone->v_high) : 0.5F;
        const double speed = stroke.mean_speed_m_s();
        if (pass.clean() && look.task.speed_m_s && speed > look.task.speed_m_s->high) {
            pass.fault = "too fast";
        } else if (pass.clean() && look.task.speed_m_s && speed < look.task.speed_m_s->low) {
            pass.fault = "too slow";
        } else if (pass.clean() && agreement(look.task.direction, stroke.travel_m, u, v) < least) {
            pass.fault = "another direction";
        }
        return pass;
    }
    return std::nullopt;
}

/// The first beats in a row, without a rest between them.
std::optional<strokes::Interval> beats_in_a_row(const strokes::Beats& hand, double slowest_hz) {
    std::size_t first = 0;
    for (std::size_t k = 1; k < hand.beats.size(); ++k) {
        if (hand.beats[k].t_s - hand.beats[k - 1].t_s > 2 / slowest_hz) {
            first = k;
        }
        if (k - first + 1 > beats_a_pass) {
            return strokes::Interval{hand.beats[first].t_s, hand.beats[k].t_s};
        }
    }
    return std::nullopt;
}

std::optional<Pass> next_beats(const Looking& look) {
    const MarkedRun run = look.laid_out(look.from_s, look.now_s);
    const MarkedTask& task = run.tasks.front();
    std::optional<strokes::Interval> when;
    for (const contact::Side side : sides) {
        const auto found = beats_in_a_row(task.beats[static_cast<std::size_t>(side)], look.task.beat_hz->low);
        when = found && (!when || found->end_s < when->end_s) ? found : when;
    }
    if (!when) {
        return std::nullopt;
    }
    Pass pass = by_force(look, when->begin_s, when->end_s);
    // Blows of both hands are one rhythm, other cycles are each hand's own.
    double beats = 0;
    for (const contact::Side side : sides) {
        const auto& hand = task.beats[static_cast<std::size_t>(side)].beats;
        const auto within = static_cast<double>(std::ranges::count_if(hand, [&](const strokes::Beat& beat) {
            return beat.t_s >= when->begin_s && beat.t_s < when->end_s;
        }));
        beats = task.strikes(side) ? beats + within : std::max(beats, within);
    }
    const double rate_hz = beats / when->duration_s();
    if (pass.clean() && rate_hz > look.task.beat_hz->high) {
        pass.fault = "too fast";
    } else if (pass.clean() && rate_hz < look.task.beat_hz->low) {
        pass.fault = "too slow";
    }
    return pass;
}

std::optional<Pass> next_hold(const Looking& look) {
    std::optional<strokes::Interval> when;
    for (const contact::Side side : sides) {
        for (const strokes::Contact& held :
             strokes::contacts(look.trace.samples, side, look.rubric.contact_break_s)) {
            const double begin_s = look.trace.samples[held.begin].t_s;
            const double end_s = look.trace.samples[held.end - 1].t_s;
            const bool over = end_s < look.now_s - look.rubric.contact_break_s - strokes::trace_interval_s;
            if (over && end_s - begin_s >= shortest_try_s && (!when || end_s < when->end_s)) {
                when = strokes::Interval{begin_s, end_s};
            }
        }
    }
    if (!when) {
        return std::nullopt;
    }
    Pass pass = by_force(look, when->begin_s, when->end_s);
    const MarkedRun run = look.laid_out(when->begin_s, when->end_s);
    const auto hold = find_hold(run, run.tasks.front());
    if (hold && 1000 * hold->distance_m > look.rubric.location_mm.full) {
        pass.fault = "beside the place";
    } else if (pass.clean() && (!hold || hold->duration_s() < clean_hold * look.task.hold_s)) {
        pass.fault =
            "held " + rounded(hold ? hold->duration_s() : 0) + " of " + rounded(look.task.hold_s) + " s";
    }
    return pass;
}

} // namespace

bool comes_in_passes(const Task& task) {
    const Work work = work_of(task);
    const bool on_skin = work == Work::strokes || work == Work::hold ||
                         (work == Work::rhythm && task.bone == contact::Hold::none);
    return on_skin && task.force_n && task.force_n->low > 0;
}

std::optional<Pass> next_pass(const anatomy::Anatomy& anatomy, const strokes::ContactTrace& trace,
                              const Task& task, double from_s, const Rubric& rubric) {
    if (trace.samples.empty() || !comes_in_passes(task)) {
        return std::nullopt;
    }
    const double now_s = trace.samples.back().t_s + strokes::trace_interval_s;
    const Looking look{.anatomy = anatomy,
                       .trace = {strokes::part(trace.samples, from_s, now_s), trace.dose_pa_s, trace.marks},
                       .task = task,
                       .rubric = rubric,
                       .from_s = from_s,
                       .now_s = now_s};
    switch (work_of(task)) {
    case Work::strokes:
        return next_stroke(look);
    case Work::rhythm:
        return next_beats(look);
    default:
        return next_hold(look);
    }
}

} // namespace tactus::scoring
