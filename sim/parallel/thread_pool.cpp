#include "sim/parallel/thread_pool.hpp"

#include "sim/math/float_mode.hpp"

#include <atomic>
#include <cassert>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace tactus::parallel {

struct ThreadPool::Workers {
    std::mutex mutex;
    std::condition_variable wake;
    std::condition_variable done;
    std::vector<std::thread> threads;
    const std::function<void(std::size_t)>* work = nullptr;
    std::size_t blocks = 0;
    std::atomic<std::size_t> next{0};
    std::size_t running = 0;
    std::uint64_t round = 0;
    bool stop = false;

    void drain() {
        for (std::size_t block = next.fetch_add(1); block < blocks; block = next.fetch_add(1)) {
            (*work)(block);
        }
    }

    void serve() {
        const math::FloatMode mode;
        std::uint64_t seen = 0;
        for (;;) {
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [&] { return stop || round != seen; });
                if (stop) {
                    return;
                }
                seen = round;
            }
            drain();
            const std::scoped_lock lock(mutex);
            if (--running == 0) {
                done.notify_one();
            }
        }
    }
};

ThreadPool::ThreadPool(int threads) : workers_(std::make_unique<Workers>()), threads_(threads) {
    assert(threads >= 1);
    for (int k = 1; k < threads; ++k) {
        workers_->threads.emplace_back([this] { workers_->serve(); });
    }
}

ThreadPool::~ThreadPool() {
    {
        const std::scoped_lock lock(workers_->mutex);
        workers_->stop = true;
    }
    workers_->wake.notify_all();
    for (std::thread& thread : workers_->threads) {
        thread.join();
    }
}

int ThreadPool::threads() const { return threads_; }

void ThreadPool::for_blocks(std::size_t blocks, const std::function<void(std::size_t)>& work) {
    if (workers_->threads.empty() || blocks < 2) {
        for (std::size_t block = 0; block < blocks; ++block) {
            work(block);
        }
        return;
    }
    {
        const std::scoped_lock lock(workers_->mutex);
        workers_->work = &work;
        workers_->blocks = blocks;
        workers_->next = 0;
        workers_->running = workers_->threads.size();
        ++workers_->round;
    }
    workers_->wake.notify_all();
    workers_->drain();
    std::unique_lock lock(workers_->mutex);
    workers_->done.wait(lock, [&] { return workers_->running == 0; });
}

} // namespace tactus::parallel
