#include "engine/app/session/session_runner.hpp"

#include "engine/platform/this_thread.hpp"

#include <algorithm>
#include <utility>

namespace tactus::app {

namespace {

using namespace std::chrono_literals;

constexpr auto step_time = std::chrono::nanoseconds(1'000'000'000 / 240);

/// The session may fall behind by this much and catch up again; beyond it, time has slowed.
constexpr auto longest_lag = 60ms;

/// Between two steps: none takes so long, on whatever machine. Design value.
constexpr double longest_gap_s = 3;

/// Snapshots at 60 Hz: no screen shows more of them than that.
constexpr std::uint64_t steps_a_snapshot = 4;

constexpr double milliseconds(std::chrono::nanoseconds time) {
    return 1e-6 * static_cast<double>(time.count());
}

} // namespace

SessionRunner::SessionRunner(RunSetup setup, std::shared_ptr<InputSource> input)
    : live_(setup.policy.source == Source::live), graded_(setup.policy.graded), counts_(setup.policy.counts),
      speed_(setup.policy.speed),
      film_(setup.policy.source == Source::recording ? std::make_unique<replay::Film>() : nullptr) {
    thread_ = std::thread([this, setup = std::move(setup), source = std::move(input)]() mutable {
        try {
            run(setup, std::move(source));
        } catch (...) {
            failure_ = std::current_exception();
        }
        finished_.store(true);
    });
}

SessionRunner::~SessionRunner() {
    quit_.store(true);
    thread_.join();
}

void SessionRunner::pause(bool paused) { paused_.store(paused); }

ui::Pace SessionRunner::pace() const {
    const double pace = sim_per_wall_.load();
    return {.sim_per_wall = pace,
            .speed = speed_.load(),
            .slowed = pace < graded_pace,
            .graded = graded_ && counts_ && slowest_pace_.load() >= graded_pace};
}

const RunOutcome& SessionRunner::outcome() {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    return outcome_;
}

void SessionRunner::run(const RunSetup& setup, std::shared_ptr<InputSource> input) {
    RunCore core(setup, std::move(input));
    publish(core);
    catching_up_.store(core.catching_up());
    ready_.store(true);
    while (!running_.load() && !quit_.load()) {
        std::this_thread::sleep_for(2ms);
    }
    loop(core);
    publish(core);
    outcome_ = core.outcome(slowest_pace_.load());
}

void SessionRunner::loop(RunCore& core) {
    Clock::time_point due = Clock::now();
    bool was_paused = false;
    second_began_ = due;
    while (!quit_.load() && !core.finished()) {
        watch_standstill(core);
        if (stop_asked_.exchange(false)) {
            core.stop();
        }
        const bool paused = paused_.load() && single_steps_.load() <= 0 && !hurries(core);
        if (graded_ && paused != was_paused) {
            core.set_paused(paused);
            publish(core);
        }
        was_paused = paused;
        const bool holding = core.session().time_s() >= hold_at_s_.load() - 1e-9;
        if (holding) {
            publish(core);
        }
        if (paused || holding) {
            std::this_thread::sleep_for(4ms);
            due = Clock::now();
            second_began_ = due;
            steps_in_second_ = 0;
            continue;
        }
        const Clock::time_point began = Clock::now();
        core.step();
        measure(milliseconds(Clock::now() - began));
        if (single_steps_.load() > 0) {
            --single_steps_;
        }
        catching_up_.store(core.catching_up());
        if (core.session().steps() % steps_a_snapshot == 0) {
            publish(core);
        }
        pace_step(due, core);
    }
}

bool SessionRunner::hurries(const RunCore& core) const {
    return core.session().time_s() < hurry_to_s_.load() || core.catching_up();
}

void SessionRunner::watch_standstill(RunCore& core) {
    const double now_s = platform::awake_or_asleep_s();
    const double gap_s = looked_at_s_ > 0 ? now_s - looked_at_s_ : 0;
    looked_at_s_ = now_s;
    if (gap_s < longest_gap_s || !live_ || paused_.load()) {
        return;
    }
    core.note_standstill();
    paused_.store(true);
    stood_still_s_.store(gap_s);
}

void SessionRunner::pace_step(Clock::time_point& due, const RunCore& core) {
    const double speed = speed_.load();
    due += std::chrono::duration_cast<std::chrono::nanoseconds>(step_time / speed);
    const Clock::time_point now = Clock::now();
    if (hurries(core)) {
        due = now;
        second_began_ = now;
        steps_in_second_ = 0;
        return;
    }
    if (now - due > longest_lag) { // too far behind to catch up: from here on the clock of the run is late
        due = now - longest_lag;
    }
    ++steps_in_second_;
    measure_pace(now);
    if (now < due) {
        std::this_thread::sleep_until(due);
    }
}

void SessionRunner::measure(double step_ms) {
    mean_step_ms_.store(mean_step_ms_.load() + 0.01 * (step_ms - mean_step_ms_.load()));
    worst_step_ms_.store(std::max(worst_step_ms_.load(), step_ms));
}

void SessionRunner::measure_pace(Clock::time_point now) {
    const double elapsed_s = std::chrono::duration<double>(now - second_began_).count();
    if (elapsed_s < 1) {
        return;
    }
    // A second measured from outside holds 239 to 241 steps when nothing is late.
    const double wanted_steps = elapsed_s * speed_.load() / session::step_s;
    const double pace = std::min(1.0, (steps_in_second_ + 1) / wanted_steps);
    sim_per_wall_.store(pace);
    slowest_pace_.store(std::min(slowest_pace_.load(), pace));
    second_began_ = now;
    steps_in_second_ = 0;
}

void SessionRunner::publish(const RunCore& core) {
    core.session().write(snapshots_.back());
    if (film_ && core.session().steps() % replay::steps_a_picture == 0) {
        film_->add(snapshots_.back());
    }
    snapshots_.publish();
    const std::scoped_lock lock(practice_mutex_);
    practice_ = core.practice();
}

ui::PracticeStatus SessionRunner::practice() const {
    const std::scoped_lock lock(practice_mutex_);
    return practice_;
}

} // namespace tactus::app
