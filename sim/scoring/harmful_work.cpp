#include "sim/scoring/harmful_work.hpp"

#include "sim/anatomy/regions.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/scoring/joint_stretch.hpp"
#include "sim/strokes/contact_intervals.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace tactus::scoring {

void check_blows(const MarkedRun& run, SafetyFindings& findings) {
    constexpr double longest_blow_s = 1.0 / 3;
    constexpr double within_s = 2;
    constexpr std::size_t blows = 3;
    std::vector<double> times;
    for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
        for (const strokes::Contact& touch : strokes::contacts(run.trace.samples, side, 0)) {
            const double length_s = static_cast<double>(touch.end - touch.begin) * strokes::trace_interval_s;
            const auto samples = run.trace.samples.subspan(touch.begin, touch.end - touch.begin);
            const auto hardest =
                std::ranges::max_element(samples, {}, [&](const strokes::TraceSample& sample) {
                    return sample.hands[static_cast<std::size_t>(side)].force_n;
                });
            const strokes::HandSample& blow = hardest->hands[static_cast<std::size_t>(side)];
            const bool on_kidney =
                blow.region_load_n[static_cast<std::size_t>(anatomy::Region::kid)] > 0.5F * blow.force_n;
            if (length_s <= longest_blow_s && on_kidney && blow.force_n >= run.rubric.loaded_force_n) {
                times.push_back(samples.front().t_s);
            }
        }
    }
    std::ranges::sort(times);
    for (std::size_t k = blows - 1; k < times.size(); ++k) {
        if (times[k] - times[k + 1 - blows] > within_s) {
            continue;
        }
        Mark mark{.measure = "kidney_blows",
                  .share = 1,
                  .marks = run.rubric.major,
                  .value = static_cast<double>(times.size()),
                  .moment_s = times[k + 1 - blows]};
        mark.what = "The kidney region was struck " + std::to_string(times.size()) + " times from " +
                    clock(mark.moment_s) + " on, where no blow is allowed.";
        mark.advice = "Never strike between the last rib and the hip: the kidneys have no cover there.";
        findings.penalties.push_back(mark);
        return;
    }
}

void check_stretches(const MarkedRun& run, SafetyFindings& findings) {
    constexpr double degrees = 180 / math::pi;
    for (const MarkedTask& task : run.tasks) {
        if (work_of(task.task) != Work::stretch || !task.task.bend_rad_s) {
            continue;
        }
        const std::optional<JointStretch> stretch = find_stretch(run, task);
        const double limit = run.rubric.fast_stretch * task.task.bend_rad_s->high;
        if (stretch && stretch->fastest_rad_s > limit) {
            findings.critical.push_back(
                {.id = "fast_stretch",
                 .what = "A joint was led at " +
                         against_limit(degrees * stretch->fastest_rad_s, degrees * limit, " degrees a second",
                                       stretch->begin_s) +
                         ".",
                 .value = degrees * stretch->fastest_rad_s,
                 .limit = degrees * limit,
                 .moment_s = stretch->begin_s});
        }
    }
}

} // namespace tactus::scoring
