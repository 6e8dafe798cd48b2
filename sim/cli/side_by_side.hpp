#pragma once
/// Whole runs several at a time, each on a thread of its own, handed on in their order. Internal to cli.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace tactus::cli {

/// Plays run(0) .. run(count - 1), `at_a_time` at once; calls take(k, result) in order of k on the calling
/// thread, as soon as that run and all before it are over. An exception of a run is thrown from here at its
/// turn, when the others are over. run: from any thread.
template <class Run, class Take>
void play_side_by_side(std::size_t count, int at_a_time, Run run, Take take) {
    using Result = std::invoke_result_t<Run, std::size_t>;
    std::vector<std::packaged_task<Result()>> tasks;
    for (std::size_t k = 0; k < count; ++k) {
        tasks.emplace_back([&run, k] { return run(k); });
    }
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t k = next++; k < tasks.size(); k = next++) {
            tasks[k]();
        }
    };
    std::vector<std::jthread> workers;
    for (int k = 0; k < std::min(at_a_time, static_cast<int>(count)); ++k) {
        workers.emplace_back(work);
    }
    for (std::size_t k = 0; k < count; ++k) {
        take(k, tasks[k].get_future().get());
    }
}

} // namespace tactus::cli
