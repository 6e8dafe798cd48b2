#pragma once
/// Frames in flight: while the GPU draws one frame the CPU records the next.

#include "engine/gpu/device.hpp"
#include "engine/gpu/owned.hpp"

#include <array>
#include <cstdint>

namespace tactus::gpu {

Semaphore make_semaphore(const Device& device);

/// What a submitted frame waits for and signals; nulls offscreen.
struct FrameSignals {
    VkSemaphore wait = VK_NULL_HANDLE; ///< waited for at the copy to the window's image
    VkSemaphore signal = VK_NULL_HANDLE;
};

class Frames {
public:
    static constexpr std::uint32_t count = 2; ///< in flight

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

    /// Ends recording, submits, and moves on to the next slot.
    void submit(const FrameSignals& signals);

    /// Waits for every submitted frame.
    void wait_all() const;

    /// Milliseconds that the GPU took for the newest finished frame; 0 when unknown.
    [[nodiscard]] double gpu_ms() const { return gpu_ms_; }

private:
    struct Slot {
        CommandPool pool;
        VkCommandBuffer commands = VK_NULL_HANDLE;
        Fence done;
        Semaphore acquired;
        bool timed = false;
    };

    const Device* device_;
    std::array<Slot, count> ring_;
    QueryPool queries_;
    double ns_per_tick_ = 0;
    double gpu_ms_ = 0;
    std::uint32_t slot_ = 0;
};

} // namespace tactus::gpu
