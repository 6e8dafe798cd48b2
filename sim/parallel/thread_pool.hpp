#pragma once
/// Fork-join over fixed blocks. Results never depend on how many threads run: a block's work must not depend
/// on another's, and its size is a constant of the caller, not a share of the thread count.

#include <cstddef>
#include <functional>
#include <memory>

namespace tactus::parallel {

class ThreadPool {
public:
    /// threads >= 1, counting the caller. Each worker holds a math::FloatMode.
    explicit ThreadPool(int threads);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;
    ThreadPool(ThreadPool&&) = delete;
    ThreadPool& operator=(ThreadPool&&) = delete;

    [[nodiscard]] int threads() const;

    /// Calls work(block) once for each block in [0, blocks) and returns when all are done. A thread takes the
    /// same part of every loop first, so that what it works on stays in its cache. Not re-entrant.
    void for_blocks(std::size_t blocks, const std::function<void(std::size_t)>& work);

private:
    struct Workers;
    std::unique_ptr<Workers> workers_;
    int threads_;
};

} // namespace tactus::parallel
