#pragma once
/// Frames in flight: while the GPU draws one frame the CPU records the next.

#include "engine/gpu/device.hpp"
#include "engine/gpu/owned.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tactus::gpu {

Semaphore make_semaphore(const Device& device);

/// What a submitted frame waits for and signals; nulls offscreen.
struct FrameSignals {
    VkSemaphore wait = VK_NULL_HANDLE; ///< waited for at the copy to the window's image
    VkSemaphore signal = VK_NULL_HANDLE;
};

/// How long a named part of a frame took on the GPU. `name` is the one given to Frames::mark.
struct PassTime {
    const char* name;
    double ms;
};

class Frames {
public:
    static constexpr std::uint32_t count = 2;       ///< in flight
    static constexpr std::uint32_t most_marks = 24; ///< a frame

    explicit Frames(const Device& device);
    ~Frames(); ///< waits for all frames
    Frames(const Frames&) = delete;
    Frames& operator=(const Frames&) = delete;
    Frames(Frames&&) = delete;
    Frames& operator=(Frames&&) = delete;

    /// Waits until the GPU is done with the frame that used this slot before; the slot's buffers may then be
    /// written.
    void wait_slot();

    /// The slot of the frame being made, 0 .. count - 1.
    [[nodiscard]] std::uint32_t slot() const { return slot_; }

    /// Signalled when the window's image of this frame may be written.
    [[nodiscard]] VkSemaphore acquired() const { return ring_[slot_].acquired.get(); }

    /// Starts recording this frame.
    VkCommandBuffer begin();

    /// Names what was recorded since the mark before (or since `begin`): it gets a timer of its own. `name`
    /// outlives the frame; marks beyond most_marks are not timed.
    void mark(const char* name);

    /// Ends recording, submits, and moves on to the next slot.
    void submit(const FrameSignals& signals);

    /// Waits for the frame submitted last, but no longer than that; true when it is done.
    [[nodiscard]] bool done_within(double seconds) const;

    /// Waits for every submitted frame.
    void wait_all() const;

    /// Milliseconds that the GPU took for the newest finished frame; 0 when unknown.
    [[nodiscard]] double gpu_ms() const { return gpu_ms_; }

    /// The parts of that frame in their order; empty when unknown. Valid until the next wait_slot.
    [[nodiscard]] std::span<const PassTime> pass_ms() const { return pass_ms_; }

private:
    struct Slot {
        CommandPool pool;
        VkCommandBuffer commands = VK_NULL_HANDLE;
        Fence done;
        Semaphore acquired;
        std::array<const char*, most_marks> marks{};
        std::uint32_t marked = 0;
        bool timed = false;
    };

    static constexpr std::uint32_t queries_a_slot = most_marks + 1;

    void stamp(const Slot& slot, std::uint32_t index);

    const Device* device_;
    std::array<Slot, count> ring_;
    QueryPool queries_;
    double ns_per_tick_ = 0;
    double gpu_ms_ = 0;
    std::vector<PassTime> pass_ms_;
    std::uint32_t slot_ = 0;
};

} // namespace tactus::gpu
