#pragma once
/// One writer, one reader, three slots: the writer never waits, the reader always has a whole value.

#include <array>
#include <atomic>

namespace tactus::app {

template <class Value> class TripleBuffer {
public:
    /// Writer thread: the slot that nobody reads.
    Value& back() { return slots_[back_]; }

    /// Writer thread: makes back() the newest value and takes another slot to write.
    void publish() { back_ = middle_.exchange(back_ | fresh, std::memory_order_acq_rel) & index_mask; }

    /// Reader thread: the newest value published, valid until the next call.
    const Value& latest() {
        if ((middle_.load(std::memory_order_relaxed) & fresh) != 0) {
            front_ = middle_.exchange(front_, std::memory_order_acq_rel) & index_mask;
        }
        return slots_[front_];
    }

private:
    static constexpr unsigned fresh = 4; ///< marks a middle slot that was not read yet
    static constexpr unsigned index_mask = 3;
    std::array<Value, 3> slots_{};
    unsigned back_ = 0; ///< writer's
    std::atomic<unsigned> middle_{1};
    unsigned front_ = 2; ///< reader's
};

} // namespace tactus::app
