#pragma once
/// Draws what Dear ImGui asks for over the finished picture. One pass of ours for every ImGui version: the
/// stock Vulkan backend of 1.86 knows neither dynamic rendering nor textures of the user.

#include "engine/gpu/frames.hpp"
#include "engine/gpu/memory.hpp"
#include "engine/gpu/pipeline.hpp"
#include "engine/render/damage.hpp"
#include "engine/render/ui_texture.hpp"

#include <array>
#include <cstdint>
#include <vector>

struct ImDrawData;

namespace tactus::render {

class UiPass {
public:
    /// depth_format: of the buffer that a mask of areas was drawn into; undefined = it draws everywhere.
    UiPass(const gpu::Device& device, VkFormat colour_format, VkFormat depth_format);

    /// Uploads the font atlas of the current ImGui context and tells it the atlas's texture. No frame in
    /// flight.
    void upload_fonts();

    /// What glass_texture shows from now on. No frame in flight.
    void set_glass(VkImageView view) { replace_texture(glass_texture, view); }

    /// A texture that draw lists may use from now on; the view must outlive its use.
    UiTexture add_texture(VkImageView view);

    /// Points a texture at another view. No frame in flight.
    void replace_texture(UiTexture texture, VkImageView view);

    struct Where {
        std::uint32_t slot;   ///< whose buffers take the vertices; no frame in flight reads them
        const Damage& damage; ///< what lies wholly outside of it is passed over
        VkRect2D drawn;       ///< the area of the rendering that has begun; nothing is drawn beyond it, where
                              ///< no mask has been laid
    };

    /// Records drawing over a colour attachment that is in its layout.
    void record(VkCommandBuffer commands, const ImDrawData& ui, const Where& where);

private:
    struct SlotBuffers {
        gpu::Buffer vertices;
        gpu::Buffer indices;
    };

    void fill(const ImDrawData& ui, SlotBuffers& buffers, const Damage& damage);

    const gpu::Device* device_;
    gpu::SetLayout set_layout_;
    gpu::DescriptorPool pool_;
    gpu::PipelineLayout layout_;
    gpu::Pipeline pipeline_;
    gpu::Sampler sampler_;
    gpu::Image fonts_;
    std::vector<VkDescriptorSet> textures_; ///< texture id - 1 = index
    UiTexture font_texture_ = 0;
    std::array<SlotBuffers, gpu::Frames::count> buffers_;
    std::vector<std::uint32_t> counts_; ///< of indices to draw, command by command
};

} // namespace tactus::render
