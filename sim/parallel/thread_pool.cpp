#include "sim/parallel/thread_pool.hpp"

#include "sim/math/float_mode.hpp"

#include <atomic>
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tactus::parallel {

namespace {

/// Looks a waiting thread takes before it goes to sleep: about half a millisecond, more than the serial parts
/// of a step and less than the rest between two. Waking a thread takes longer than most loops that it would
/// help with.
constexpr int looks = 10000;

void pause() {
#if defined(__x86_64__)
    _mm_pause();
#else
    std::this_thread::yield();
#endif
}

} // namespace

/// The blocks that a thread takes first: the same part of every loop, so that its data stay in its cache.
struct alignas(64) Share {
    std::atomic<std::size_t> next{0};
    std::size_t last = 0;
};

struct ThreadPool::Workers {
    std::vector<std::thread> threads;
    const std::function<void(std::size_t)>* work = nullptr;
    std::vector<Share> shares;
    std::atomic<bool> open{false}; ///< a loop runs that workers may join
    std::atomic<int> joined{0};    ///< workers that are in it, or look whether they may
    std::atomic<int> sleeping{0};
    std::atomic<bool> stop{false};
    std::mutex mutex; ///< for sleeping alone
    std::condition_variable wake;

    /// A thread's own share, then what is left of the others'. False when nothing was.
    bool drain(std::size_t thread) {
        bool useful = false;
        for (std::size_t k = 0; k < shares.size(); ++k) {
            Share& share = shares[(thread + k) % shares.size()];
            while (share.next.load() < share.last) {
                const std::size_t block = share.next.fetch_add(1);
                if (block < share.last) {
                    (*work)(block);
                    useful = true;
                }
            }
        }
        return useful;
    }

    /// False when no loop is open, or what was left of one is taken.
    bool help(std::size_t thread) {
        joined.fetch_add(1);
        // The caller closes the loop before it counts who is in: whoever sees it open here is waited for.
        const bool useful = open.load() && drain(thread);
        joined.fetch_sub(1);
        return useful;
    }

    void sleep() {
        std::unique_lock lock(mutex);
        sleeping.fetch_add(1);
        wake.wait(lock, [&] { return stop.load() || open.load(); });
        sleeping.fetch_sub(1);
    }

    void serve(std::size_t thread) {
        const math::FloatMode mode;
        int looked = 0;
        while (!stop.load()) {
            if (open.load() && help(thread)) {
                looked = 0;
            } else if (++looked < looks) {
                pause();
            } else {
                sleep();
                looked = 0;
            }
        }
    }

    void start(std::size_t blocks) {
        for (std::size_t k = 0; k < shares.size(); ++k) {
            shares[k].next.store(blocks * k / shares.size());
            shares[k].last = blocks * (k + 1) / shares.size();
        }
        open.store(true);
        if (sleeping.load() > 0) {
            {
                const std::scoped_lock lock(mutex);
            } // whoever is about to sleep sees the loop or hears the call
            wake.notify_all();
        }
    }

    void finish() {
        open.store(false);
        while (joined.load() > 0) {
            pause();
        }
    }
};

ThreadPool::ThreadPool(int threads) : workers_(std::make_unique<Workers>()), threads_(threads) {
    assert(threads >= 1);
    workers_->shares = std::vector<Share>(static_cast<std::size_t>(threads));
    for (std::size_t k = 1; k < workers_->shares.size(); ++k) {
        workers_->threads.emplace_back([this, k] { workers_->serve(k); });
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
    workers_->work = &work;
    workers_->start(blocks);
    workers_->drain(0);
    workers_->finish();
}

} // namespace tactus::parallel
