#include "sim/drills/drill.hpp"

#include <algorithm>
#include <cassert>

namespace tactus::drills {

double Drill::duration_s() const {
    double sum = 0;
    for (const Step& step : steps) {
        sum += step.duration_s;
    }
    return sum;
}

Feedback feedback_of(const Step& step, Feedback drill) {
    return step.feedback ? std::max(*step.feedback, drill) : drill; // in order of what they leave out
}

Progress progress_at(const Drill& drill, double t_s) {
    assert(!drill.steps.empty());
    Progress progress{.left_s = std::max(0.0, drill.duration_s() - t_s)};
    double end_s = 0;
    for (std::size_t k = 0; k < drill.steps.size(); ++k) {
        end_s += drill.steps[k].duration_s;
        progress.step = static_cast<int>(k);
        if (t_s < end_s) {
            progress.step_left_s = end_s - t_s;
            return progress;
        }
    }
    progress.finished = true;
    return progress;
}

} // namespace tactus::drills
