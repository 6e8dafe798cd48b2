#include "engine/app/session/speed_probe.hpp"

#include "engine/app/hands/demo_strokes.hpp"
#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <vector>

namespace tactus::app {

namespace {

/// A step may use this share of its 1/240 s; the rest is for the picture and for the system's own work.
constexpr double usable_share = 0.80;
constexpr double settle_s = 1.3; ///< the demonstration's hands have loaded by then
constexpr int measured_steps = 60;

double thread_milliseconds() {
    std::timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

double ranked(std::vector<double> values, int fifths) {
    const auto rank = values.begin() + (fifths * static_cast<std::ptrdiff_t>(values.size())) / 5;
    std::nth_element(values.begin(), rank, values.end());
    return *rank;
}

double step_milliseconds(const RunSetup& setup) {
    using Clock = std::chrono::steady_clock;
    RunCore core(setup, std::make_shared<DemoStrokes>(setup.session.drill, setup.anatomy));
    const Clock::time_point began = Clock::now();
    // A machine that is far too slow is not made to finish the warm-up.
    while (core.session().time_s() < settle_s && Clock::now() - began < std::chrono::seconds(3)) {
        core.step();
    }
    std::vector<double> wall_ms;
    std::vector<double> work_ms;
    for (int step = 0; step < measured_steps; ++step) {
        const Clock::time_point before = Clock::now();
        const double worked_ms = thread_milliseconds();
        core.step();
        work_ms.push_back(thread_milliseconds() - worked_ms);
        wall_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    }
    // The work of nearly every step must fit, and most steps must find a free core: a moment in which the
    // system was busy with something else does not coarsen the whole run.
    return std::max(ranked(work_ms, 4), ranked(wall_ms, 2));
}

} // namespace

SpeedProbe probe_speed(RunSetup setup) {
    setup.policy = demonstration_policy();
    SpeedProbe probe;
    for (const tissue::Setting setting :
         {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half}) {
        setup.session.setting = setting;
        probe.setting = setting;
        probe.step_ms = step_milliseconds(setup);
        probe.keeps_pace = probe.step_ms < usable_share * 1000 * session::step_s;
        if (probe.keeps_pace) {
            break;
        }
    }
    return probe;
}

std::string probe_words(const SpeedProbe& probe) {
    const std::string words = "Tissue: " + std::string(tissue::setting_name(probe.setting)) + " (" +
                              ui::rounded(probe.step_ms, 1) + " ms a step)";
    return probe.keeps_pace ? words : words + "; this computer is slow, time may stretch";
}

} // namespace tactus::app
