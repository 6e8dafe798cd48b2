#include "sim/math/interpolation.hpp"
#include "sim/scoring/group_marks.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::scoring {

std::optional<Mark> tone_mark(const MarkedRun& run, Measures& measures) {
    double asked = 0;
    for (const MarkedTask& task : run.tasks) {
        asked = std::max(asked, static_cast<double>(task.task.tone_drop));
    }
    if (asked <= 0 || run.live || run.client.tone_start <= 0) {
        return std::nullopt;
    }
    const double drop =
        1 - static_cast<double>(run.client.tone_now) / static_cast<double>(run.client.tone_start);
    Mark mark{.measure = "tone_drop",
              .share = run.rubric.tone,
              .marks = math::lin(drop, asked, 0),
              .value = 100 * drop,
              .target = 100 * asked,
              .unit = "%"};
    mark.what = std::string("The muscle tone ") + (drop < 0 ? "rose" : "fell") + " by " +
                percent(std::fabs(drop)) + " %, where a fall by " + percent(asked) + " % was asked.";
    mark.advice = "Slower and broader still, and wait at every catch: such a muscle lets go only unhurried.";
    measures["tone_drop_percent"] = mark.value;
    return mark;
}

} // namespace tactus::scoring
