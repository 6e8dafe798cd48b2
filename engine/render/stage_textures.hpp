#pragma once
/// What the shaders of the stage read: the frame's constants, the maps of the client, the maps that change.

#include "engine/gpu/barrier.hpp"
#include "engine/gpu/frames.hpp"
#include "engine/gpu/memory.hpp"
#include "engine/gpu/pipeline.hpp"
#include "engine/render/client_model.hpp"
#include "engine/render/skin_field.hpp"

#include <array>

namespace tactus::render {

/// A texture that is written each frame from a buffer of the frame's slot.
class LiveTexture {
public:
    LiveTexture(const gpu::Device& device, VkFormat format, std::uint32_t width, std::uint32_t height);

    /// Copies the texels of some rows and makes the texture ready for sampling. texels: of all of the
    /// texture, tightly packed.
    void write(VkCommandBuffer commands, std::uint32_t slot, std::span<const std::byte> texels,
               SkinField::FineRows of);

    /// The same with all rows.
    void write(VkCommandBuffer commands, std::uint32_t slot, std::span<const std::byte> texels);

    [[nodiscard]] VkImageView view() const { return image_.view.get(); }

private:
    gpu::Image image_;
    std::array<gpu::Buffer, gpu::Frames::count> staging_;
    gpu::ImageUse use_ = gpu::use::fresh;
};

/// The two pictures of a frame: all of it, and the inset.
enum class StageView : std::uint8_t { whole, inset };

inline constexpr std::size_t stage_view_count = 2;

class StageTextures {
public:
    explicit StageTextures(const gpu::Device& device);

    /// The maps of a client. No frame in flight.
    void set_client(const ClientModel& model);

    /// The maps of the layers under the skin. No frame in flight.
    void set_anatomy(const AnatomyModel& model);

    /// The blurred room. No frame in flight.
    void set_backdrop(VkImageView view);

    /// The hands' heights toward the key light. No frame in flight.
    void set_hands_shadow(VkImageView view);

    /// Uploads what changes; `slot` is not in flight.
    void write(VkCommandBuffer commands, std::uint32_t slot, const shared::StageFrame& frame,
               const SkinField& field);

    /// The constants of the inset; `slot` is not in flight.
    void write_inset(std::uint32_t slot, const shared::StageFrame& frame);

    [[nodiscard]] VkPipelineLayout layout() const { return layout_.get(); }

    /// Binds the set of a slot for the stage's pipelines.
    void bind(VkCommandBuffer commands, std::uint32_t slot, StageView view = StageView::whole) const;

private:
    void point_all(std::uint32_t binding, VkImageView view, VkSampler sampler);

    const gpu::Device* device_;
    gpu::SetLayout set_layout_;
    gpu::DescriptorPool pool_;
    gpu::PipelineLayout layout_;
    gpu::Sampler clamped_;
    gpu::Sampler nearest_;
    gpu::Sampler repeated_;
    bool new_client_ = true; ///< nothing of it has been uploaded
    std::array<VkDescriptorSet, stage_view_count * gpu::Frames::count> sets_{};
    std::array<gpu::Buffer, stage_view_count * gpu::Frames::count> frames_;
    LiveTexture normal_;
    LiveTexture state_;
    LiveTexture overlay_;
    LiveTexture shift_;
    gpu::Image grain_;
    gpu::Image tint_;
    gpu::Image sheet_;
    gpu::Image table_;
    std::array<gpu::Image, 2> muscles_;
    gpu::Image muscle_names_;
};

} // namespace tactus::render
