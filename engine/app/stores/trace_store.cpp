#include "engine/app/stores/trace_store.hpp"

#include "engine/platform/this_thread.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/drills/drill_performance.hpp"
#include "sim/replay/traced_run.hpp"
#include "sim/session/track_input.hpp"
#include "sim/session/version.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <utility>

namespace tactus::app {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t expert_seed = 1;
constexpr int steps_between_looks = 24; ///< at whether to rest or to stop: a tenth of a simulated second

fs::path trace_file(const fs::path& recording) { return recording.string() + ".trace"; }

bool asks_for_work(const drills::Drill& drill) {
    return std::ranges::any_of(drill.steps, [](const drills::Step& step) {
        return scoring::work_of(step.task) != scoring::Work::nothing;
    });
}

/// FNV-1a: names a file, protects nothing.
std::string short_hash(std::span<const std::uint8_t> bytes, std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    const auto take = [&](std::uint8_t byte) { hash = (hash ^ byte) * 1099511628211ULL; };
    std::ranges::for_each(bytes, take);
    std::ranges::for_each(text, [&](char letter) { take(static_cast<std::uint8_t>(letter)); });
    std::string word;
    for (int digit = 0; digit < 12; ++digit) {
        word += "0123456789abcdef"[(hash >> (4 * digit)) & 15U];
    }
    return word;
}

/// Another body, drill, rubric or version is another expert.
fs::path expert_file(const fs::path& folder, const session::Setup& setup) {
    const replay::Recording nothing_yet{.setup = setup};
    return folder / (setup.drill.id + "-" + setup.client.id + "-" +
                     short_hash(replay::recording_bytes(nothing_yet), session::sim_version()) + ".tactus");
}

std::unique_ptr<replay::TracedRun> begin(const session::Setup& setup, int threads) {
    const anatomy::Anatomy body = anatomy::make_anatomy(setup.client.body, setup.client.trigger_points);
    const auto rows = drills::perform(setup.drill, body, drills::Quality::ideal, expert_seed);
    return std::make_unique<replay::TracedRun>(setup, session::track_of(rows), "expert, simulated", threads);
}

} // namespace

TraceStore::TraceStore(const fs::path& data, int threads)
    : experts_(data / "experts"), threads_(threads),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

TraceStore::~TraceStore() = default;

std::optional<replay::RunTrace> TraceStore::kept(const fs::path& recording) {
    std::ifstream in(trace_file(recording), std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    try {
        return replay::parse_trace({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()},
                                   trace_file(recording).string());
    } catch (const UserError&) { // of another version, or cut off: made anew
        return std::nullopt;
    }
}

void TraceStore::keep(const fs::path& recording, const replay::RunTrace& trace) {
    const std::vector<std::uint8_t> bytes = replay::trace_bytes(trace);
    std::ofstream out(trace_file(recording), std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) {
        std::cerr << "tactus: " << trace_file(recording).string() << ": cannot be written\n";
    }
}

std::shared_ptr<TraceWork> TraceStore::enqueue(std::shared_ptr<TraceWork> task) {
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(task);
    }
    changed_.notify_all();
    return task;
}

std::shared_ptr<const TraceWork> TraceStore::of_recording(const fs::path& file) {
    auto task = std::make_shared<TraceWork>();
    task->file_ = file;
    return enqueue(std::move(task));
}

std::shared_ptr<const TraceWork> TraceStore::of_expert(const session::Setup& setup) {
    if (!asks_for_work(setup.drill)) {
        return nullptr;
    }
    auto task = std::make_shared<TraceWork>();
    task->expertise_ = std::make_unique<session::Setup>(setup);
    task->expertise_->setting = tissue::Setting::half;
    task->expertise_->seed = expert_seed;
    task->file_ = expert_file(experts_, *task->expertise_);
    if (expert_ && !expert_->done() && expert_->file_ == task->file_) {
        return expert_; // under way since an earlier visit
    }
    expert_ = enqueue(std::move(task));
    return expert_;
}

void TraceStore::work(const std::stop_token& stop) {
    platform::yield_to_others();
    while (!stop.stop_requested()) {
        std::shared_ptr<TraceWork> task;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [&] { return !queue_.empty(); })) {
                return;
            }
            task = std::move(queue_.front());
            queue_.pop_front();
        }
        try {
            make(task, stop);
        } catch (const UserError& error) {
            task->trouble_ = error.what();
        } catch (const std::exception& error) {
            task->trouble_ = error.what();
        }
        task->done_.store(true);
    }
}

void TraceStore::make(const std::shared_ptr<TraceWork>& task, const std::stop_token& stop) {
    std::error_code error;
    const bool perform = task->expertise_ != nullptr && !fs::exists(task->file_, error);
    auto made = std::make_unique<TracedRecording>();
    if (!perform) {
        made->recording = replay::read_recording(task->file_);
        if (auto trace = kept(task->file_)) {
            made->trace = std::move(*trace);
            task->made_ = std::move(made);
            return;
        }
    } else {
        fs::create_directories(experts_, error);
    }
    const auto run = perform ? begin(*task->expertise_, threads_)
                             : std::make_unique<replay::TracedRun>(made->recording, threads_);
    while (!run->finished()) {
        for (int step = 0; step < steps_between_looks; ++step) {
            run->step();
        }
        task->progress_.store(run->progress());
        while (resting_.load() && !stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        if (stop.stop_requested() || task.use_count() == 1) { // nobody waits for it
            task->trouble_ = "given up";
            return;
        }
    }
    made->trace = run->trace();
    if (perform) {
        made->recording = run->recording();
        replay::write_recording(task->file_, made->recording);
    }
    keep(task->file_, made->trace);
    task->made_ = std::move(made);
}

} // namespace tactus::app
