#include "sim/authoring/nearest_name.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/scoring/case_marks.hpp"
#include "sim/scoring/group_marks.hpp"
#include "sim/scoring/joint_stretch.hpp"
#include "sim/scoring/press_test.hpp"
#include "sim/scoring/protocol_mark.hpp"
#include "sim/scoring/zone_dose.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::scoring {

namespace {

/// What a step asks for, and what was done in it: a letter for each kind of work.
char letter(Work work) { return "nsrfhtp"[static_cast<std::size_t>(work)]; }

/// Seconds of contact, of both hands.
struct ContactTime {
    double still_s = 0;
    double moving_s = 0;
};

ContactTime contact_time(const MarkedTask& task) {
    constexpr float moving_m_s = 0.01F;
    ContactTime time;
    for (const strokes::TraceSample& sample : task.samples) {
        for (const strokes::HandSample& hand : sample.hands) {
            if (strokes::in_contact(hand)) {
                const float speed = std::fabs(hand.velocity_m_s.x) + std::fabs(hand.velocity_m_s.y);
                (speed > moving_m_s ? time.moving_s : time.still_s) += strokes::trace_interval_s;
            }
        }
    }
    return time;
}

char done_block(const MarkedRun& run, const MarkedTask& task) {
    constexpr double least_share = 0.25;    // of the step's time, at work at all
    constexpr double other_technique = 0.5; // of the work: below it the step was done as something else
    const double least_s = least_share * task.duration_s();
    const Work asked = work_of(task.task);
    if (asked == Work::rhythm && task.right_technique >= other_technique && task.work_time_s() >= least_s) {
        return letter(asked);
    }
    if (asked == Work::stretch && find_stretch(run, task)) {
        return letter(asked);
    }
    const ContactTime time = contact_time(task);
    if (time.still_s + time.moving_s < least_s) {
        return letter(Work::nothing);
    }
    const bool stroked = std::ranges::any_of(task.strokes, [](const MarkedStroke& s) { return s.whole; });
    if (asked == Work::palpate) { // lanes, strumming, stops: the hands go where they feel something
        return letter(asked);
    }
    if (stroked && time.moving_s >= time.still_s) {
        const bool right = asked != Work::strokes || task.right_technique >= other_technique;
        return !right ? 'x' : letter(asked == Work::search ? asked : Work::strokes);
    }
    return letter(time.still_s > time.moving_s ? Work::hold : Work::search);
}

/// Levenshtein distance between the blocks done and those asked, as 100 (1 - distance / longer).
Mark block_mark(const MarkedRun& run) {
    std::string done;
    std::string asked;
    for (const MarkedTask& task : run.tasks) {
        asked += letter(work_of(task.task));
        done += done_block(run, task);
    }
    const int distance = authoring::edit_distance(done, asked);
    const auto longer = static_cast<double>(std::max(done.size(), asked.size()));
    Mark mark{.measure = "blocks",
              .share = run.rubric.blocks,
              .marks = longer > 0 ? 100 * (1 - distance / longer) : 0,
              .target = 0};
    mark.value = distance;
    mark.what = distance == 1 ? "One of the steps was not done as asked."
                              : "Of the steps " + std::to_string(distance) + " were not done as asked.";
    mark.advice = "Follow the steps in the order in which they are shown.";
    return mark;
}

/// SI of facts 8.2, without its sign; 2 when one side has all or both have nothing.
double symmetry_index(double left, double right) {
    return left + right > 0 ? std::fabs(2 * (left - right) / (left + right)) : 2.0;
}

/// SYM of stretches: how far and how long each side was held.
std::optional<Mark> stretch_symmetry(const MarkedRun& run, Measures& measures) {
    std::array<double, 2> bend_rad{};
    std::array<double, 2> hold_s{};
    double asked = 0;
    for (const MarkedTask& task : run.tasks) {
        if (work_of(task.task) != Work::stretch) {
            continue;
        }
        ++asked;
        if (const auto stretch = find_stretch(run, task)) {
            const std::size_t side = stretch->bend_rad < 0 ? 0 : 1;
            bend_rad[side] = std::max(bend_rad[side], std::fabs(stretch->bend_rad));
            hold_s[side] += stretch->hold_s();
        }
    }
    if (asked < 2) {
        return std::nullopt;
    }
    const Lin lin = run.rubric.symmetry_index;
    const std::array indices{symmetry_index(bend_rad[0], bend_rad[1]), symmetry_index(hold_s[0], hold_s[1])};
    Mark mark{.measure = "stretch_symmetry",
              .share = run.rubric.symmetry,
              .value = 100 * std::max(indices[0], indices[1]),
              .target = 100 * lin.full,
              .unit = "%"};
    for (const double i : indices) {
        mark.marks += 0.5 * math::lin(i, lin.full, lin.zero);
    }
    measures["stretch_symmetry_percent"] = mark.value;
    mark.what = "The two sides were stretched unequally: they differ by " + rounded(mark.value) + " %.";
    mark.advice = "Stretch both sides as far and as long; if one is stiffer, wait there longer another day.";
    return mark;
}

/// SYM: time, mean force and their product (dose) of the strokes on the client's left and right.
std::optional<Mark> symmetry_mark(const MarkedRun& run, Measures& measures) {
    const auto both_sides = [](const MarkedTask& task) {
        return asks_for_strokes(task.task) && task.task.zone && task.task.zone->sides == Zone::Sides::both;
    };
    if (std::ranges::none_of(run.tasks, both_sides)) {
        return std::nullopt;
    }
    std::array<double, 2> time_s{};
    std::array<double, 2> impulse_ns{};
    for (const StepStroke& each : loaded_strokes(run)) {
        if (both_sides(*each.task)) {
            const strokes::Stroke& stroke = each.marked->stroke;
            const std::size_t side = stroke.mean_u < 0 ? 0 : 1;
            time_s[side] += stroke.duration_s();
            impulse_ns[side] += stroke.duration_s() * stroke.mean_force_n;
        }
    }
    const auto index = symmetry_index;
    const std::array force{time_s[0] > 0 ? impulse_ns[0] / time_s[0] : 0,
                           time_s[1] > 0 ? impulse_ns[1] / time_s[1] : 0};
    const std::array indices{index(time_s[0], time_s[1]), index(force[0], force[1]),
                             index(impulse_ns[0], impulse_ns[1])};
    const Lin lin = run.rubric.symmetry_index;
    Mark mark{.measure = "symmetry", .share = run.rubric.symmetry, .target = 100 * lin.full, .unit = "%"};
    for (const double i : indices) {
        mark.marks += math::lin(i, lin.full, lin.zero) / 3;
        mark.value = std::max(mark.value, 100 * i);
    }
    measures["symmetry_time_percent"] = 100 * indices[0];
    measures["symmetry_force_percent"] = 100 * indices[1];
    const bool left = impulse_ns[0] > impulse_ns[1];
    mark.what = std::string("The ") + (left ? "left" : "right") +
                " side got more than the other: they differ by " + rounded(mark.value) + " %.";
    mark.advice =
        std::string("Give the ") + (left ? "right" : "left") + " side the same strokes with the same weight.";
    return mark;
}

/// TIM: how long was worked in each step that asks for work, from its first touch to its last, against how
/// long it is.
std::optional<Mark> timing_mark(const MarkedRun& run, Measures& measures) {
    const Lin lin = run.rubric.timing_error;
    double marks = 0;
    double steps = 0;
    double worst = 0;
    double moment_s = -1;
    for (const MarkedTask& task : run.tasks) {
        if (work_of(task.task) == Work::nothing || task.duration_s() <= 0) {
            continue;
        }
        const auto touched = [](const strokes::TraceSample& sample) {
            return strokes::in_contact(sample.hands[0]) || strokes::in_contact(sample.hands[1]);
        };
        const auto first = std::ranges::find_if(task.samples, touched);
        const auto last = std::ranges::find_if(task.samples.rbegin(), task.samples.rend(), touched);
        const double worked_s = first == task.samples.end()
                                    ? 0
                                    : static_cast<double>(last.base() - first) * strokes::trace_interval_s;
        const double error = std::fabs(worked_s - task.duration_s()) / task.duration_s();
        marks += math::lin(error, lin.full, lin.zero);
        steps += 1;
        if (error > worst) {
            worst = error;
            moment_s = task.begin_s;
        }
    }
    if (steps < 2) {
        return std::nullopt; // one block has no time to share out
    }
    Mark mark{.measure = "timing",
              .share = run.rubric.timing,
              .marks = marks / steps,
              .value = 100 * worst,
              .target = 100 * lin.full,
              .unit = "%",
              .moment_s = moment_s};
    measures["block_time_error_percent"] = mark.value;
    mark.what = "In the step at " + clock(moment_s) + " the hands worked " + rounded(mark.value) +
                " % shorter than it lasts.";
    mark.advice = "Begin each step as soon as it is named and work on until the next.";
    return mark;
}

/// COVER: of the regions that the steps want covered, those that were not left out.
std::optional<Mark> cover_mark(const MarkedRun& run, Measures& measures) {
    const std::vector<double> shares = region_cover(run);
    if (shares.size() < 2) {
        return std::nullopt; // one region's coverage is a matter of aim
    }
    constexpr double left_out = 0.25;
    const auto covered =
        static_cast<double>(std::ranges::count_if(shares, [](double share) { return share >= left_out; }));
    const auto regions = static_cast<double>(shares.size());
    Mark mark{.measure = "cover",
              .share = run.rubric.cover,
              .marks = 100 * covered / regions,
              .value = covered,
              .target = regions};
    measures["regions_left_out"] = regions - covered;
    mark.what = "Of " + rounded(regions) + " regions " + rounded(regions - covered) + " were left out.";
    mark.advice = "Give every region of the routine its time before you return to one.";
    return mark;
}

/// What was between hand and skin in the steps that ask for it.
std::optional<Mark> product_mark(const MarkedRun& run) {
    double right = 0;
    double touched = 0;
    bool asked = false;
    double moment_s = -1;
    for (const MarkedTask& task : run.tasks) {
        if (task.task.products.empty()) {
            continue;
        }
        asked = true;
        for (const strokes::TraceSample& sample : task.samples) {
            if (!strokes::in_contact(sample.hands[0]) && !strokes::in_contact(sample.hands[1])) {
                continue;
            }
            const bool fits =
                std::ranges::find(task.task.products, sample.product) != task.task.products.end();
            touched += 1;
            right += fits ? 1 : 0;
            moment_s = !fits && moment_s < 0 ? sample.t_s : moment_s;
        }
    }
    if (!asked) {
        return std::nullopt;
    }
    Mark mark{.measure = "product",
              .share = run.rubric.product,
              .marks = touched > 0 ? 100 * right / touched : 0,
              .value = touched > 0 ? 100 * right / touched : 0,
              .target = 100,
              .unit = "%",
              .moment_s = moment_s};
    mark.what = "The hands worked with the right product for " + rounded(mark.value) + " % of the time.";
    mark.advice = "Choose before you touch: oil to glide, dry hands to grip and lift.";
    return mark;
}

} // namespace

GroupMarks sequence_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    if (run.live) {
        return group;
    }
    group.marks = case_marks(run, measures);
    if (hands_stay_off(run)) {
        return group;
    }
    group.marks.push_back(block_mark(run));
    for (const auto& mark :
         {symmetry_mark(run, measures), stretch_symmetry(run, measures), timing_mark(run, measures),
          cover_mark(run, measures), product_mark(run), press_test_mark(run, measures),
          protocol_mark(run, measures), label_mark(run, measures)}) {
        if (mark) {
            group.marks.push_back(*mark);
        }
    }
    return group;
}

} // namespace tactus::scoring
