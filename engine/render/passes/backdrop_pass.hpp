#pragma once
/// The room behind the client: traced at quarter resolution, blurred as a lens would, kept until the camera
/// moves. While it moves, a coarser one will do.

#include "engine/gpu/memory.hpp"
#include "engine/gpu/pipeline.hpp"
#include "engine/render/camera.hpp"
#include "shaders/shared/room.h"

#include <array>
#include <optional>

namespace tactus::render {

/// The room as it is looked at: a camera in its own frame, and how far the table, which throws a shadow,
/// stands above its usual height.
struct RoomView {
    Camera camera;
    float table_m = 0;
};

class BackdropPass {
public:
    explicit BackdropPass(const gpu::Device& device);

    /// Images for a picture of that size. No frame in flight.
    void fit(VkExtent2D picture);

    /// The finished backdrop, graded for the screen; after `fit`.
    [[nodiscard]] VkImageView view() const { return images_[enlarged].view.get(); }

    /// Draws it anew when the view differs from the one it was drawn for. hurried: coarsely then, and
    /// finely in the second and third frame in which the camera rests. True when it differs from before.
    /// Outside of rendering.
    bool record(VkCommandBuffer commands, const RoomView& seen, bool hurried);

    /// How much of the view it fills, from its corner. Pixels.
    [[nodiscard]] Vec2 filled() const { return filled_; }

private:
    static constexpr std::size_t enlarged = 2; ///< the image that is shown; the others are a quarter its size

    struct Sweep {
        const gpu::Pipeline* pipeline;
        std::size_t from; ///< image that is read; the first sweep reads none
        std::size_t to;
        bool reads;
    };

    /// What the finished backdrop is drawn from, and how far that has got.
    enum class Kept { coarse, traced, fine };

    [[nodiscard]] shared::RoomPush push_for(std::uint32_t coarser) const;
    void draw(VkCommandBuffer commands, const Sweep& sweep, const shared::RoomPush& push);
    void trace(VkCommandBuffer commands, std::uint32_t coarser);
    void finish(VkCommandBuffer commands, std::uint32_t coarser);

    const gpu::Device* device_;
    gpu::SetLayout set_layout_;
    gpu::DescriptorPool pool_;
    gpu::PipelineLayout layout_;
    gpu::Sampler sampler_;
    gpu::Pipeline room_;
    gpu::Pipeline blur_;
    gpu::Pipeline enlarge_;
    std::array<VkDescriptorSet, 3> sets_{};
    std::array<gpu::Image, 3> images_;
    std::optional<Camera> drawn_for_;
    float table_m_ = 0;
    Kept kept_ = Kept::fine;
    Vec2 filled_ = Vec2(1);
};

} // namespace tactus::render
