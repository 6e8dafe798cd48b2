#include "engine/app/speed_probe.hpp"

#include "engine/app/demo_strokes.hpp"
#include "engine/ui/widgets/figures.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace tactus::app {

namespace {

/// A step may use this share of its 1/240 s; the rest is for the picture and for the system's own work.
constexpr double usable_share = 0.80;
constexpr double settle_s = 1.3; ///< the demonstration's hands have loaded by then
constexpr int measured_steps = 60;

double step_milliseconds(const RunSetup& setup) {
    using Clock = std::chrono::steady_clock;
    RunCore core(setup, std::make_unique<DemoStrokes>(setup.session.drill, setup.anatomy));
    const Clock::time_point began = Clock::now();
    // A machine that is far too slow is not made to finish the warm-up.
    while (core.session().time_s() < settle_s && Clock::now() - began < std::chrono::seconds(3)) {
        core.step();
    }
    std::vector<double> times_ms;
    for (int step = 0; step < measured_steps; ++step) {
        const Clock::time_point before = Clock::now();
        core.step();
        times_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    }
    const auto rank = times_ms.begin() + (4 * measured_steps) / 5;
    std::nth_element(times_ms.begin(), rank, times_ms.end());
    return *rank;
}

} // namespace

SpeedProbe probe_speed(RunSetup setup) {
    setup.policy = demonstration_policy();
    SpeedProbe probe;
    for (const tissue::Setting setting : {tissue::Setting::fine, tissue::Setting::standard, tissue::Setting::half}) {
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
