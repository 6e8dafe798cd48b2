#pragma once
/// A run on its own thread at 240 Hz against the steady clock. When the machine cannot keep up, time slows,
/// and the runner says so; it never skips a step. When the whole computer stood still (suspended, the process
/// stopped), a live run stands where it stood, paused.

#include "engine/app/session/run_core.hpp"
#include "engine/app/session/triple_buffer.hpp"
#include "engine/ui/run_view.hpp"
#include "sim/replay/film.hpp"

#include <atomic>
#include <chrono>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

namespace tactus::app {

class SessionRunner {
public:
    /// Starts the thread at once; it builds the session and then waits for `go`.
    SessionRunner(RunSetup setup, std::shared_ptr<InputSource> input);
    ~SessionRunner();
    SessionRunner(const SessionRunner&) = delete;
    SessionRunner& operator=(const SessionRunner&) = delete;
    SessionRunner(SessionRunner&&) = delete;
    SessionRunner& operator=(SessionRunner&&) = delete;

    // Main thread:
    [[nodiscard]] bool ready() const {
        return ready_.load();
    } ///< the session stands and latest() is meaningful

    void go() { running_.store(true); }

    void pause(bool paused);

    void stop() { stop_asked_.store(true); } ///< ends the run early

    void advance_steps(int steps) { single_steps_ += steps; } ///< while paused: so many steps

    void hurry_to(double t_s) {
        hurry_to_s_.store(t_s);
    } ///< steps without waiting until that time, paused or not

    /// Hurries to that time and stands still there, to the step, until told another.
    void hold_at(double t_s) {
        hurry_to_s_.store(t_s);
        hold_at_s_.store(t_s);
    }

    /// Simulated seconds a second, for replays: a graded run goes by the clock.
    void set_speed(double speed) { speed_.store(speed); }

    [[nodiscard]] double speed() const { return speed_.load(); }

    const session::Snapshot& latest() { return snapshots_.latest(); }

    /// What a replay has shown so far; null for a run.
    [[nodiscard]] const replay::Film* film() const { return film_.get(); }

    [[nodiscard]] bool finished() const { return finished_.load(); }

    /// A run that was interrupted is on its way to where it was.
    [[nodiscard]] bool catching_up() const { return catching_up_.load(); }

    /// For how long the computer stood still in the middle of a live run, seconds: the runner has paused it
    /// then. Zero again once it was taken.
    double take_standstill() { return stood_still_s_.exchange(0); }

    [[nodiscard]] ui::Pace pace() const;

    /// How practice stands, as of the latest snapshot.
    [[nodiscard]] ui::PracticeStatus practice() const;

    [[nodiscard]] double mean_step_ms() const { return mean_step_ms_.load(); }

    [[nodiscard]] double worst_step_ms() const { return worst_step_ms_.load(); }

    /// Once finished(): what is left of the run. Rethrows what ended the thread, if anything did.
    const RunOutcome& outcome();

private:
    using Clock = std::chrono::steady_clock;

    void run(const RunSetup& setup, std::shared_ptr<InputSource> input);
    void loop(RunCore& core);
    void pace_step(Clock::time_point& due, const RunCore& core);
    [[nodiscard]] bool hurries(const RunCore& core) const;
    void watch_standstill(RunCore& core);
    void measure(double step_ms);
    void measure_pace(Clock::time_point now);
    void publish(const RunCore& core);

    const bool live_;
    const bool graded_;
    const bool counts_;
    std::atomic<double> speed_ = 1; ///< simulated seconds a second
    TripleBuffer<session::Snapshot> snapshots_;
    const std::unique_ptr<replay::Film> film_; ///< null unless a recording is played
    mutable std::mutex practice_mutex_;
    ui::PracticeStatus practice_;
    std::atomic<bool> ready_ = false;
    std::atomic<bool> running_ = false;
    std::atomic<bool> paused_ = false;
    std::atomic<bool> stop_asked_ = false;
    std::atomic<bool> finished_ = false;
    std::atomic<bool> quit_ = false;
    std::atomic<int> single_steps_ = 0;
    std::atomic<double> hurry_to_s_ = 0;
    std::atomic<double> hold_at_s_ = 1e30;
    std::atomic<double> sim_per_wall_ = 1;
    std::atomic<double> slowest_pace_ = 1;
    std::atomic<double> mean_step_ms_ = 0;
    std::atomic<double> worst_step_ms_ = 0;
    std::atomic<bool> catching_up_ = false;
    std::atomic<double> stood_still_s_ = 0;
    double looked_at_s_ = 0; ///< by the clock that no sleep stops; 0 = not yet
    Clock::time_point second_began_;
    int steps_in_second_ = 0;
    RunOutcome outcome_;
    std::exception_ptr failure_;
    std::thread thread_;
};

} // namespace tactus::app
