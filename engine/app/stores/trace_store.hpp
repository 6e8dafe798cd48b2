#pragma once
/// Traces of runs and of experts: read where they were kept, else made in the background, one after another,
/// from the recording or by an expert who does the drill. Main thread, but for the worker inside.

#include "sim/replay/recording.hpp"
#include "sim/replay/run_trace.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace tactus::app {

struct TracedRecording {
    replay::Recording recording;
    replay::RunTrace trace;
};

/// One that is asked for. The worker fills it.
class TraceWork {
public:
    [[nodiscard]] bool done() const { return done_.load(); }

    [[nodiscard]] double progress() const { return progress_.load(); } ///< 0..1

    /// Once done: nullptr when it could not be made, for `trouble`.
    [[nodiscard]] const TracedRecording* made() const { return done() ? made_.get() : nullptr; }

    [[nodiscard]] std::string trouble() const { return done() ? trouble_ : std::string(); }

private:
    friend class TraceStore;

    std::filesystem::path file_; ///< the recording
    std::unique_ptr<session::Setup>
        expertise_; ///< an expert shall do that and keep it as `file_`; null = it exists
    std::atomic<bool> done_ = false;
    std::atomic<double> progress_ = 0;
    std::unique_ptr<TracedRecording> made_;
    std::string trouble_;
};

class TraceStore {
public:
    /// data: experts are kept in its folder `experts`; traces of runs lie beside their recordings and are
    /// erased with them. threads: of a session.
    TraceStore(const std::filesystem::path& data, int threads);
    ~TraceStore(); ///< gives up what is under way

    TraceStore(const TraceStore&) = delete;
    TraceStore& operator=(const TraceStore&) = delete;
    TraceStore(TraceStore&&) = delete;
    TraceStore& operator=(TraceStore&&) = delete;

    /// Of a recording. Work that nobody holds any more is given up.
    std::shared_ptr<const TraceWork> of_recording(const std::filesystem::path& file);

    /// Of an expert at that drill with that client, at the setting `half`; nullptr when it asks for no work.
    /// It goes on when nobody holds it: it takes minutes and is kept for ever.
    std::shared_ptr<const TraceWork> of_expert(const session::Setup& setup);

    /// The kept trace of a recording; nullopt when there is none. Reads one small file.
    [[nodiscard]] static std::optional<replay::RunTrace> kept(const std::filesystem::path& recording);

    /// Keeps it beside its recording; that it cannot be is no more than a loss of time later.
    static void keep(const std::filesystem::path& recording, const replay::RunTrace& trace);

    /// While a person does a run the processor is theirs.
    void rest(bool resting) { resting_.store(resting); }

private:
    void work(const std::stop_token& stop);
    void make(const std::shared_ptr<TraceWork>& task, const std::stop_token& stop);
    std::shared_ptr<TraceWork> enqueue(std::shared_ptr<TraceWork> task);

    std::filesystem::path experts_;
    int threads_;
    std::atomic<bool> resting_ = false;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::shared_ptr<TraceWork>> queue_;
    std::shared_ptr<TraceWork> expert_; ///< held, so that it goes on
    std::jthread worker_;               ///< last: it ends first
};

} // namespace tactus::app
