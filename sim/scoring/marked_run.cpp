#include "sim/scoring/marked_run.hpp"

#include "sim/anatomy/muscles.hpp"
#include "sim/strokes/contact_intervals.hpp"
#include "sim/strokes/recognition.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

namespace {

constexpr double shortest_stroke_m = 0.08;  // where the step names no zone to stroke along
constexpr double shortest_zone_share = 0.5; // else half the zone: a scribble has none that long
constexpr double straight_enough = 0.7;     // rounding the shoulders is 0.8, scribbling 0.3
constexpr double slowest_share = 0.5; // of the slowest rate asked: slower is no beat (facts 7.3, SP: ln 2)

double needed_length(const Task& task, const anatomy::SkinGrid& skin) {
    if (!task.zone) {
        return shortest_stroke_m;
    }
    switch (task.direction) {
    case Direction::cephalad:
    case Direction::caudad:
        return shortest_zone_share * (task.zone->v_high - task.zone->v_low) * skin.spine_length_m;
    case Direction::out_from_spine:
        return shortest_zone_share * (task.zone->u_high - task.zone->u_low) * skin.half_biacromial_m;
    default:
        return shortest_stroke_m;
    }
}

MarkedStroke mark(const strokes::Stroke& stroke, const Task& task, double needed_m) {
    const float v = task.zone ? 0.5F * (task.zone->v_low + task.zone->v_high) : 0.5F;
    MarkedStroke marked{.stroke = stroke};
    marked.returning = task.return_force_n &&
                       agreement(task.direction, stroke.travel_m, static_cast<float>(stroke.mean_u), v) < 0;
    if (task.speed_m_s && !marked.returning) {
        // SP (facts 7.3) has faded to nothing at a factor of 2.
        const double speed = stroke.mean_speed_m_s();
        marked.off_pace = speed > 2 * task.speed_m_s->high || speed < 0.5 * task.speed_m_s->low;
    }
    marked.whole = stroke.path_m >= needed_m && stroke.straightness() >= straight_enough && !marked.off_pace;
    return marked;
}

/// Seconds that lie within a beat of either hand; a wait longer than two of the slowest is none.
double beating_s(const MarkedTask& task) {
    const double longest_s = 2 / static_cast<double>(task.task.beat_hz->low);
    double sum = 0;
    std::vector<strokes::Interval> spans;
    for (const strokes::Beats& hand : task.beats) {
        for (std::size_t k = 0; k + 1 < hand.beats.size(); ++k) {
            const double begin_s = hand.beats[k].t_s;
            spans.push_back({begin_s, std::min(hand.beats[k + 1].t_s, begin_s + longest_s)});
        }
    }
    std::ranges::sort(spans, {}, &strokes::Interval::begin_s);
    double covered_until = task.begin_s;
    for (const strokes::Interval& span : spans) {
        sum += std::max(0.0, span.end_s - std::max(covered_until, span.begin_s));
        covered_until = std::max(covered_until, span.end_s);
    }
    return sum;
}

/// Of all that was done in a step, the share recognised as one of the techniques that it asks for.
double technique_share(const MarkedTask& task) {
    double right_s = 0;
    double all_s = 0;
    for (const strokes::Recognised& bout : strokes::recognise(task.samples)) {
        const double length_s = bout.end_s - bout.begin_s;
        all_s += length_s;
        right_s += std::ranges::find(task.task.techniques, bout.technique) != task.task.techniques.end()
                       ? length_s
                       : 0;
    }
    return all_s > 0 ? right_s / all_s : 1;
}

} // namespace

bool MarkedTask::allows(contact::ToolKind tool) const {
    return task.tools.empty() || std::ranges::find(task.tools, tool) != task.tools.end();
}

double MarkedTask::stroke_time_s() const {
    double sum = 0;
    double covered_until = begin_s;
    for (const MarkedStroke& marked : strokes) {
        if (marked.whole && allows(marked.stroke.tool)) {
            sum += std::max(0.0, marked.stroke.end_s - std::max(covered_until, marked.stroke.begin_s));
            covered_until = std::max(covered_until, marked.stroke.end_s);
        }
    }
    return sum;
}

double MarkedTask::work_time_s() const {
    switch (work_of(task)) {
    case Work::strokes:
        return right_technique * stroke_time_s();
    case Work::rhythm:
        return right_technique * beating_s(*this);
    default:
        return 0;
    }
}

double MarkedRun::work_share() const {
    double done_s = 0;
    double wanted_s = 0;
    for (const MarkedTask& task : tasks) {
        const Work work = work_of(task.task);
        if (work == Work::strokes || work == Work::rhythm) {
            const double wanted = rubric.demanded_contact * task.duration_s();
            done_s += std::min(wanted, task.work_time_s());
            wanted_s += wanted;
        }
    }
    return wanted_s > 0 ? done_s / wanted_s : 1;
}

std::vector<StepStroke> step_strokes(const MarkedRun& run) {
    std::vector<StepStroke> all;
    for (const MarkedTask& task : run.tasks) {
        for (const MarkedStroke& marked : task.strokes) {
            all.push_back({&task, &marked});
        }
    }
    std::erase_if(all, [](const StepStroke& s) { return !asks_for_strokes(s.task->task); });
    return all;
}

std::vector<StepStroke> loaded_strokes(const MarkedRun& run) {
    std::vector<StepStroke> loaded = step_strokes(run);
    std::erase_if(loaded, [](const StepStroke& s) { return !s.marked->whole || s.marked->returning; });
    return loaded;
}

namespace {

MarkedTask laid_out(const TimedTask& timed, const strokes::TraceView& trace,
                    std::span<const strokes::Stroke> all, const anatomy::SkinGrid& skin) {
    const auto samples = strokes::part(trace.samples, timed.begin_s, timed.end_s);
    MarkedTask task{.task = timed.task,
                    .begin_s = timed.begin_s,
                    .end_s = timed.end_s,
                    .samples = samples,
                    .first_sample = static_cast<std::size_t>(samples.data() - trace.samples.data()),
                    .strokes = {}};
    const double needed_m = needed_length(timed.task, skin);
    for (const strokes::Stroke& stroke : all) {
        const double middle_s = 0.5 * (stroke.begin_s + stroke.end_s);
        if (middle_s >= timed.begin_s && middle_s < timed.end_s) {
            task.strokes.push_back(mark(stroke, timed.task, needed_m));
        }
    }
    std::ranges::stable_sort(task.strokes, {}, [](const MarkedStroke& s) { return s.stroke.begin_s; });
    if (work_of(timed.task) == Work::rhythm) {
        for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
            task.beats[static_cast<std::size_t>(side)] =
                strokes::beats(samples, side, slowest_share * timed.task.beat_hz->low);
        }
    }
    return task;
}

} // namespace

MarkedRun lay_out(const anatomy::Anatomy& anatomy, const strokes::TraceView& trace,
                  std::span<const TimedTask> tasks, const Rubric& rubric, const ClientOutcome& client) {
    MarkedRun run{anatomy, trace, rubric, client, {}, 0, false};
    std::vector<strokes::Stroke> all = strokes::segment(trace.samples, contact::Side::left);
    const std::vector<strokes::Stroke> right = strokes::segment(trace.samples, contact::Side::right);
    all.insert(all.end(), right.begin(), right.end());
    for (const TimedTask& timed : tasks) {
        run.end_s = std::max(run.end_s, timed.end_s);
        run.tasks.push_back(laid_out(timed, trace, all, anatomy.skin));
    }
    return run;
}

void recognise_techniques(MarkedRun& run) {
    for (MarkedTask& task : run.tasks) {
        if (!task.task.techniques.empty()) {
            task.right_technique = technique_share(task);
        }
    }
}

double agreement(Direction direction, Vec2 heading, float u, float v) {
    const double length =
        std::sqrt(static_cast<double>(heading.x) * heading.x + static_cast<double>(heading.y) * heading.y);
    if (direction == Direction::any || length == 0) {
        return 1;
    }
    switch (direction) {
    case Direction::cephalad:
        return -heading.y / length;
    case Direction::caudad:
        return heading.y / length;
    case Direction::out_from_spine:
        return (u < 0 ? -heading.x : heading.x) / length;
    default:
        break;
    }
    // A fibre has no sense: both ways along it are the rule.
    const Vec2 fibre = anatomy::muscle_at(u, v).fibre;
    const double along =
        std::fabs(static_cast<double>(heading.x) * fibre.x + static_cast<double>(heading.y) * fibre.y) /
        length;
    const double across =
        std::fabs(static_cast<double>(heading.x) * fibre.y - static_cast<double>(heading.y) * fibre.x) /
        length;
    return direction == Direction::along_fibre ? along : across;
}

} // namespace tactus::scoring
