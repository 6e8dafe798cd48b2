#include "sim/scoring/case_marks.hpp"
#include "sim/scoring/group_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::scoring {

namespace {

/// How often the student should ask: once per 8 min begun, and at each deepening (facts 7.3), or as often as
/// a step says. A client on whom no hand is laid need not be asked how it is.
int wanted_check_ins(const MarkedRun& run) {
    const bool works = !hands_stay_off(run) && std::ranges::any_of(run.tasks, [](const MarkedTask& task) {
        return work_of(task.task) != Work::nothing;
    });
    int wanted = works ? std::max(1, static_cast<int>(run.end_s / run.rubric.check_in_every_s)) : 0;
    int by_steps = 0;
    for (const MarkedTask& task : run.tasks) {
        by_steps += task.task.ask_every_s > 0
                        ? std::max(1, static_cast<int>(task.duration_s() /
                                                       static_cast<double>(task.task.ask_every_s)))
                        : 0;
    }
    if (by_steps > 0) {
        return by_steps;
    }
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

std::optional<Mark> check_in_mark(const MarkedRun& run, Measures& measures) {
    const Rubric& rubric = run.rubric;
    const int wanted = wanted_check_ins(run);
    const int asked = run.client.check_ins;
    if (wanted == 0) {
        return std::nullopt;
    }
    Mark mark{.measure = "check_ins",
              .share = rubric.check_in,
              .value = static_cast<double>(asked),
              .target = static_cast<double>(wanted)};
    if (asked <= wanted) {
        mark.marks = 100.0 * asked / wanted;
        mark.what = asked == 0
                        ? "The client was never asked, where " + times(wanted) + " was due."
                        : "The client was asked " + times(asked) + ", where " + times(wanted) + " was due.";
        mark.advice = "Ask how the pressure is, at each deepening.";
    } else {
        const double nagging =
            std::min(1.0, (asked - wanted) / (2.0 * wanted)); // 1 at three times the number wanted
        mark.marks = 100 - (100 - rubric.check_in_nagging) * nagging;
        mark.what = "The client was asked " + times(asked) + ", where " + times(wanted) + " was enough.";
        mark.advice = "Ask once, then listen with the hands.";
    }
    measures["check_ins"] = asked;
    return mark;
}

} // namespace

GroupMarks communication_marks(const MarkedRun& run, Measures& measures) {
    GroupMarks group;
    if (run.live) {
        return group;
    }
    if (std::optional<Mark> check_ins = check_in_mark(run, measures)) {
        group.marks.push_back(std::move(*check_ins));
    }
    if (std::optional<Mark> matrix = matrix_mark(run, measures)) {
        group.marks.push_back(std::move(*matrix));
    }
    if (std::optional<Mark> asking = asking_mark(run, measures)) {
        group.marks.push_back(std::move(*asking));
    }
    if (std::optional<Mark> closing = closing_mark(run, measures)) {
        group.marks.push_back(std::move(*closing));
    }
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
        mark.what = "The client tightened " + times(static_cast<int>(responses.size())) +
                    " and waited for the pressure to ease.";
        mark.advice = "Answer within two seconds: ease, breathe, ask.";
        group.marks.push_back(mark);
    }
    return group;
}

} // namespace tactus::scoring
