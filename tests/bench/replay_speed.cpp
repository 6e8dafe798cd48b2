/// replay_speed [SECONDS [SETTING [HANDS]]]: how much faster than real time runs are simulated on one core,
/// by what the hands do (12 s each, at standard and half, by default), and how much faster two workers verify
/// than one. By the clock, and by the core time that it took, which says what an idle core would give while
/// others work beside it. Prints the load of the machine before and after, and the hash of every run, so that
/// a fast wrong answer is seen. Timings belong on an idle machine.

#include "sim/cli/side_by_side.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/replay/recorder.hpp"
#include "sim/replay/verify.hpp"
#include "tests/scenes/recordings.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iomanip>
#include <iostream>

using namespace tactus;

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Of the calling thread: what the run would take if it had the core to itself.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double load() {
    double average = 0;
    return getloadavg(&average, 1) == 1 ? average : -1;
}

/// A palm up and down beside the spine at about 10 cm/s.
hands::HandInput gliding(float u, float t_s) {
    return {.u = u, .v = 0.6F - 0.3F * math::cos(0.8F * t_s), .force_n = 25, .oil = 0.6F};
}

/// What the hands do at a time.
struct Scene {
    const char* name;
    std::function<session::InputFrame(float t_s)> at;
};

std::vector<Scene> scenes_of_hands() {
    return {
        {"no hand", [](float) { return session::InputFrame{}; }},
        {"a hand that rests, 0 N",
         [](float t_s) {
             session::InputFrame frame;
             frame.hands[1] = gliding(0.22F, t_s);
             frame.hands[1]->force_n = 0;
             return frame;
         }},
        {"one palm",
         [](float t_s) {
             session::InputFrame frame;
             frame.hands[1] = gliding(0.22F, t_s);
             return frame;
         }},
        {"one thumb",
         [](float t_s) {
             session::InputFrame frame;
             frame.hands[1] = gliding(0.22F, t_s);
             frame.hands[1]->tool = contact::ToolKind::thumb;
             frame.hands[1]->force_n = 15;
             return frame;
         }},
        {"two palms",
         [](float t_s) {
             session::InputFrame frame;
             frame.hands[0] = gliding(-0.22F, t_s);
             frame.hands[1] = gliding(0.22F, t_s + 1);
             return frame;
         }},
    };
}

/// Runs a scene on one thread and prints how it went.
replay::Recording run(const Scene& scene, tissue::Setting setting, double seconds) {
    session::Setup setup = tactus::scenes::shipped_setup("full-back-short");
    setup.setting = setting;
    const Clock::time_point start = Clock::now();
    session::Session session(setup, 1);
    const double making_s = seconds_since(start);
    replay::Recorder recorder(session, replay::make_origin("replay_speed", "inferred"));
    const auto steps = static_cast<int>(seconds / session::step_s);
    const Clock::time_point stepping = Clock::now();
    const double stepping_cpu_s = processor_seconds();
    for (int step = 0; step < steps; ++step) {
        const session::InputFrame frame = scene.at(static_cast<float>(step * session::step_s));
        session.step(frame);
        recorder.add(frame, session);
    }
    const double taken_s = seconds_since(stepping);
    const double cpu_s = processor_seconds() - stepping_cpu_s;
    std::cout << std::left << std::setw(11) << tissue::setting_name(setting) << std::setw(24) << scene.name
              << std::right << std::fixed << std::setprecision(2) << std::setw(9) << seconds / taken_s
              << std::setw(9) << seconds / cpu_s << std::setw(11) << 1000 * cpu_s / steps << std::setw(11)
              << making_s << "   " << std::hex << session.chain_hash() << std::dec << '\n'
              << std::flush;
    return recorder.finish(session, true, 1.0);
}

/// Seconds to verify `runs` of a recording, so many at a time.
double verify_all(const replay::Recording& recording, std::size_t runs, int workers) {
    const Clock::time_point start = Clock::now();
    cli::play_side_by_side(
        runs, workers, [&](std::size_t /*index*/) { return replay::verify(recording, 1).agrees; },
        [](std::size_t index, bool agrees) {
            if (!agrees) {
                std::cerr << "replay_speed: run " << index << " does not agree\n";
                std::exit(EXIT_FAILURE);
            }
        });
    return seconds_since(start);
}

void compare_workers(const replay::Recording& recording) {
    constexpr std::size_t runs = 4;
    constexpr int repeats = 2;
    std::array<double, 3> best{0, 1e9, 1e9};
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (const int workers : {1, 2}) {
            double& least = best[static_cast<std::size_t>(workers)];
            least = std::min(least, verify_all(recording, runs, workers));
        }
    }
    std::cout << runs << " runs of " << recording.duration_s() << " s verified, least of " << repeats
              << ": one worker " << best[1] << " s, two " << best[2] << " s, " << best[1] / best[2]
              << " times as fast\n";
}

} // namespace

int main(int argc, char** argv) {
    const double seconds = argc > 1 ? std::max(1.0, std::atof(argv[1])) : 12;
    const std::string only = argc > 2 ? argv[2] : "";
    const std::string hands = argc > 3 ? argv[3] : "";
    std::cout
        << "load " << load()
        << "\n                                   times real time\nsetting    hands                   by "
           "clock   by core  ms a step   making s   hash\n";
    std::optional<replay::Recording> two_palms;
    for (const tissue::Setting setting : {tissue::Setting::standard, tissue::Setting::half}) {
        for (const Scene& scene : scenes_of_hands()) {
            if ((only.empty() || only == tissue::setting_name(setting)) &&
                (hands.empty() || hands == scene.name)) {
                two_palms = run(scene, setting, seconds);
            }
        }
    }
    if (two_palms && hands.empty()) {
        compare_workers(*two_palms);
    }
    std::cout << "load " << load() << '\n';
    return EXIT_SUCCESS;
}
