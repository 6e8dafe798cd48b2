#pragma once
/// The passes of a frame in their order. Each says how it uses the frame's images; the plan puts the barriers
/// between neighbours, names the pass for debuggers and times it on the GPU.

#include "engine/gpu/barrier.hpp"
#include "engine/gpu/device.hpp"
#include "engine/gpu/frames.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace tactus::render {

/// The images that passes hand to each other.
enum class FrameImage : std::uint8_t {
    samples, ///< colour with several samples a pixel, on tiers that have them
    depth,
    scene,    ///< the stage before its edges are smoothed, at the size at which it is drawn
    smoothed, ///< the same with smooth edges, where that is a step of its own
    shown,    ///< the finished picture
    blurred,  ///< the picture at an eighth of its size, blurred: what panels of glass show
    sweep,    ///< between the two sweeps of that blur
    // Of the high tier, where light that wanders in skin is drawn apart; each with and without its samples.
    light_samples,
    albedo_samples,
    surface, ///< what does not wander
    light,
    albedo,
    far,      ///< depth, one sample a pixel
    swept,    ///< light after the first sweep of its blur
    open_sky, ///< half the size
    hands_shadow,
};

inline constexpr std::size_t frame_image_count = 16;

/// One image in one pass.
struct PassUse {
    FrameImage image;
    gpu::ImageUse use;
    bool keeps = true; ///< false: what the image held is not wanted
};

constexpr PassUse reads(FrameImage image) { return {image, gpu::use::sampled}; }

constexpr PassUse copies(FrameImage image) { return {image, gpu::use::copy_source}; }

constexpr PassUse filled(FrameImage image) { return {image, gpu::use::copy_target, false}; }

constexpr PassUse draws(FrameImage image) { return {image, gpu::use::colour, false}; }

constexpr PassUse draws_depth{FrameImage::depth, gpu::use::depth, false};

constexpr PassUse filled_in(FrameImage image) { return {image, gpu::use::copy_target}; }

constexpr PassUse draws_over(FrameImage image) { return {image, gpu::use::colour}; }

class FramePlan {
public:
    FramePlan(const gpu::Device& device, gpu::Frames& frames) : device_(&device), frames_(&frames) {}

    /// From now on this image is that one; what it holds is not known. No frame in flight.
    void place(FrameImage image, VkImage handle, VkFormat format);

    /// Records a pass: barriers for its uses, then `record`. `name` is a literal. Images that were never
    /// placed are passed over: a tier without them needs no other list of uses.
    template <class Record>
    void run(VkCommandBuffer commands, const char* name, std::span<const PassUse> uses,
             const Record& record) {
        begin(commands, name, uses);
        record(commands);
        end(commands, name);
    }

private:
    void begin(VkCommandBuffer commands, const char* name, std::span<const PassUse> uses);
    void end(VkCommandBuffer commands, const char* name);

    struct Placed {
        VkImage handle = VK_NULL_HANDLE;
        VkFormat format = VK_FORMAT_UNDEFINED;
        gpu::ImageUse use = gpu::use::fresh;
    };

    const gpu::Device* device_;
    gpu::Frames* frames_;
    std::array<Placed, frame_image_count> images_{};
};

} // namespace tactus::render
