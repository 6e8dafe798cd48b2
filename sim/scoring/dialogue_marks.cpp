#include "sim/math/interpolation.hpp"
#include "sim/scoring/group_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::scoring {

namespace {

/// How often the student should ask: once per 8 min begun, and at each deepening (facts 7.3).
int wanted_check_ins(const MarkedRun& run) {
    int wanted = std::max(1, static_cast<int>(run.end_s / run.rubric.check_in_every_s));
    const MarkedTask* before = nullptr;
    for (const MarkedTask& task : run.tasks) {
        if (before != nullptr && task.task.force_n && before->task.force_n &&
            task.task.force_n->high > before->task.force_n->high) {
            ++wanted;
        }
        before = &task;
    }
    return wanted;
}

Mark check_in_mark(const MarkedRun& run, Measures& measures) {
    const Rubric& rubric = run.rubric;
    const int wanted = wanted_check_ins(run);
    const int asked = run.client.check_ins;
    Mark mark{.measure = "check_ins",
              .share = rubric.check_in,
              .value = static_cast<double>(asked),
              .target = static_cast<double>(wanted)};
    if (asked <= wanted) {
        mark.marks = 100.0 * asked / wanted;
        mark.what = "Asked the client " + std::to_string(asked) + " times, where " + std::to_string(wanted) +
                    " were due.";
        mark.advice = "Ask how the pressure is, at each deepening.";
    } else {
        const double nagging =
            std::min(1.0, (asked - wanted) / (2.0 * wanted)); // 1 at three times the number wanted
        mark.marks = 100 - (100 - rubric.check_in_nagging) * nagging;
        mark.what = "Asked the client " + std::to_string(asked) + " times, where " + std::to_string(wanted) +
                    " were enough.";
        mark.advice = "Ask once, then listen with the hands.";
    }
    measures["check_ins"] = asked;
    return mark;
}

/// What a step asks for, and what was done in it: a letter for each kind of work.
char letter(Work work) { return "nsrfh"[static_cast<std::size_t>(work)]; }

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

char done_block(const MarkedTask& task) {
    constexpr double least_share = 0.25;    // of the step's time, at work at all
    constexpr double other_technique = 0.5; // of the work: below it the step was done as something else
    const double least_s = least_share * task.duration_s();
    const Work asked = work_of(task.task);
    if (asked == Work::rhythm && task.right_technique >= other_technique && task.work_time_s() >= least_s) {
        return letter(asked);
    }
    const ContactTime time = contact_time(task);
    if (time.still_s + time.moving_s < least_s) {
        return letter(Work::nothing);
    }
    const bool stroked = std::ranges::any_of(task.strokes, [](const MarkedStroke& s) { return s.whole; });
    if (stroked && time.moving_s >= time.still_s) {
        const bool right = asked != Work::strokes || task.right_technique >= other_technique;
        return !right ? 'x' : letter(asked == Work::search ? asked : Work::strokes);
    }
    return letter(time.still_s > time.moving_s ? Work::hold : Work::search);
}

/// Levenshtein distance between the blocks done and those asked, as 100 (1 - distance / longer).
Mark block_mark(const MarkedRun& run) {
    std::vector<int> row;
    std::string done;
    std::string asked;
    for (const MarkedTask& task : run.tasks) {
        asked += letter(work_of(task.task));
        done += done_block(task);
    }
    for (std::size_t j = 0; j <= asked.size(); ++j) {
        row.push_back(static_cast<int>(j));
    }
    for (std::size_t i = 0; i < done.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 0; j < asked.size(); ++j) {
            const int substituted = diagonal + (done[i] == asked[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
        }
    }
    const auto longer = static_cast<double>(std::max(done.size(), asked.size()));
    Mark mark{.measure = "blocks",
              .share = run.rubric.blocks,
              .marks = longer > 0 ? 100 * (1 - row.back() / longer) : 0,
              .target = 0};
    mark.value = row.back();
    mark.what = std::to_string(row.back()) + " of the steps were not done as asked.";
    mark.advice = "Follow the steps in the order in which they are shown.";
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
    const auto index = [](double left, double right) {
        return left + right > 0 ? std::fabs(2 * (left - right) / (left + right)) : 2.0;
    };
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

} // namespace

GroupMarks communication_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    if (run.live) {
        return group;
    }
    group.marks.push_back(check_in_mark(run, measures));
    const std::vector<GuardResponse> responses = guard_responses(run);
    if (!responses.empty()) {
        const Rubric& rubric = run.rubric;
        double marks = 0;
        for (const GuardResponse& response : responses) {
            const bool quick = response.eased_s >= 0 && response.eased_s <= rubric.response_full_s;
            const bool late = response.eased_s >= 0 && response.eased_s <= rubric.response_half_s;
            marks += quick ? 100 : late ? 50 : 0;
        }
        Mark mark{.measure = "response",
                  .share = rubric.response,
                  .marks = marks / static_cast<double>(responses.size()),
                  .value = static_cast<double>(responses.size()),
                  .moment_s = responses.front().begin_s};
        mark.what = "The client tightened " + std::to_string(responses.size()) +
                    " times and waited for the pressure to ease.";
        mark.advice = "Answer within two seconds: ease, breathe, ask.";
        group.marks.push_back(mark);
    }
    return group;
}

GroupMarks sequence_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    if (run.live) {
        return group;
    }
    group.marks.push_back(block_mark(run));
    if (auto mark = symmetry_mark(run, measures)) {
        group.marks.push_back(*mark);
    }
    return group;
}

} // namespace tactus::scoring
