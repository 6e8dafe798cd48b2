#include "engine/render/passes/ui_pass.hpp"

#include "engine/render/picture_area.hpp"
#include "shaders/shared/ui.h"
#include "sim/authoring/user_error.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <utility>

namespace tactus::render {
namespace {

constexpr std::uint32_t most_textures = 64;

gpu::Pipeline make_ui_pipeline(const gpu::Device& device, VkPipelineLayout layout, VkFormat colour_format,
                               VkFormat depth_format) {
    gpu::PipelineDescription description;
    description.depth_format = depth_format;
    description.depth_test = depth_format != VK_FORMAT_UNDEFINED;
    description.vertex_shader = "ui.vert.spv";
    description.fragment_shader = "ui.frag.spv";
    description.layout = layout;
    description.bindings = {{0, sizeof(ImDrawVert), VK_VERTEX_INPUT_RATE_VERTEX}};
    description.attributes = {{0, 0, VK_FORMAT_R32G32_SFLOAT, offsetof(ImDrawVert, pos)},
                              {1, 0, VK_FORMAT_R32G32_SFLOAT, offsetof(ImDrawVert, uv)},
                              {2, 0, VK_FORMAT_R8G8B8A8_UNORM, offsetof(ImDrawVert, col)}};
    description.colour_format = colour_format;
    description.blend = true;
    return gpu::make_pipeline(device, description);
}

bool meets(const Damage& damage, const std::array<ImVec2, 3>& triangle) {
    const auto& [a, b, c] = triangle;
    return damage.meets(std::min({a.x, b.x, c.x}), std::min({a.y, b.y, c.y}), std::max({a.x, b.x, c.x}),
                        std::max({a.y, b.y, c.y}));
}

void grow(const gpu::Device& device, gpu::Buffer& buffer, std::size_t bytes, VkBufferUsageFlags usage) {
    if (buffer.size < bytes) {
        buffer = gpu::make_shared_buffer(device, bytes + bytes / 2, usage);
    }
}

UiTexture texture_of(const ImDrawCmd& command) {
    // A pointer up to ImGui 1.91, an integer after: the C cast reads both.
    return (UiTexture)command.GetTexID();
}

/// The scissor of a command in pixels; empty when nothing of it shows.
VkRect2D scissor_of(const ImDrawCmd& command, const ImDrawData& ui) {
    const float width = ui.DisplaySize.x * ui.FramebufferScale.x;
    const float height = ui.DisplaySize.y * ui.FramebufferScale.y;
    const auto pixel = [](float at, float origin, float scale, float most) {
        return static_cast<std::int32_t>(std::clamp((at - origin) * scale, 0.0F, most));
    };
    const std::int32_t left = pixel(command.ClipRect.x, ui.DisplayPos.x, ui.FramebufferScale.x, width);
    const std::int32_t top = pixel(command.ClipRect.y, ui.DisplayPos.y, ui.FramebufferScale.y, height);
    const std::int32_t right = pixel(command.ClipRect.z, ui.DisplayPos.x, ui.FramebufferScale.x, width);
    const std::int32_t bottom = pixel(command.ClipRect.w, ui.DisplayPos.y, ui.FramebufferScale.y, height);
    return {{left, top},
            {static_cast<std::uint32_t>(std::max(right - left, 0)),
             static_cast<std::uint32_t>(std::max(bottom - top, 0))}};
}

} // namespace

UiPass::UiPass(const gpu::Device& device, VkFormat colour_format, VkFormat depth_format)
    : device_(&device), set_layout_(gpu::make_set_layout(device, gpu::one_image)),
      pool_(gpu::make_pool(device, gpu::one_image, most_textures)),
      layout_(gpu::make_layout(device, set_layout_.get(), sizeof(shared::UiPush))),
      pipeline_(make_ui_pipeline(device, layout_.get(), colour_format, depth_format)),
      sampler_(gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::clamp)) {
    textures_.push_back(gpu::make_set(device, pool_, set_layout_)); // glass_texture, shown when it is set
}

void UiPass::upload_fonts() {
    ImGuiIO& io = ImGui::GetIO();
    unsigned char* texels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&texels, &width, &height);
    gpu::ImageDescription description;
    description.format = VK_FORMAT_R8_UNORM;
    description.width = static_cast<std::uint32_t>(width);
    description.height = static_cast<std::uint32_t>(height);
    description.alpha_only = true;
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    gpu::Image made = gpu::make_texture(*device_, description, std::as_bytes(std::span(texels, count)));
    if (font_texture_ == 0) {
        font_texture_ = add_texture(made.view.get());
    } else {
        replace_texture(font_texture_, made.view.get());
    }
    fonts_ = std::move(made);
    // ImGui hands our number back as it is; its type is a pointer in 1.86 and an integer in later versions.
    io.Fonts->SetTexID((ImTextureID)font_texture_); // NOLINT(performance-no-int-to-ptr)
}

UiTexture UiPass::add_texture(VkImageView view) {
    if (textures_.size() == most_textures) {
        throw UserError({.where = "interface", .what = "more than 64 textures", .mend = "restart Tactus"});
    }
    textures_.push_back(gpu::make_set(*device_, pool_, set_layout_));
    replace_texture(textures_.size(), view);
    return textures_.size();
}

void UiPass::replace_texture(UiTexture texture, VkImageView view) {
    gpu::write_texture(*device_, textures_[texture - 1], 0, view, sampler_.get());
}

void UiPass::fill(const ImDrawData& ui, SlotBuffers& buffers, const Damage& damage) {
    auto* vertices = reinterpret_cast<ImDrawVert*>(buffers.vertices.mapped);
    auto* indices = reinterpret_cast<ImDrawIdx*>(buffers.indices.mapped);
    counts_.clear();
    for (int list = 0; list < ui.CmdListsCount; ++list) {
        const ImDrawList& draw = *ui.CmdLists[list];
        vertices = std::copy(draw.VtxBuffer.begin(), draw.VtxBuffer.end(), vertices);
        for (const ImDrawCmd& command : draw.CmdBuffer) {
            const ImDrawIdx* const first = indices;
            const ImDrawVert* const corners = draw.VtxBuffer.Data + command.VtxOffset;
            const ImDrawIdx* index = draw.IdxBuffer.Data + command.IdxOffset;
            for (unsigned k = 0; k + 2 < command.ElemCount; k += 3, index += 3) {
                const std::array corner{corners[index[0]].pos, corners[index[1]].pos, corners[index[2]].pos};
                indices = meets(damage, corner) ? std::copy_n(index, 3, indices) : indices;
            }
            counts_.push_back(static_cast<std::uint32_t>(indices - first));
        }
    }
}

void UiPass::record(VkCommandBuffer commands, const ImDrawData& ui, const Where& where) {
    if (ui.TotalVtxCount == 0 || ui.DisplaySize.x <= 0 || ui.DisplaySize.y <= 0) {
        return;
    }
    SlotBuffers& buffers = buffers_[where.slot];
    grow(*device_, buffers.vertices, static_cast<std::size_t>(ui.TotalVtxCount) * sizeof(ImDrawVert),
         VK_BUFFER_USAGE_VERTEX_BUFFER_BIT);
    grow(*device_, buffers.indices, static_cast<std::size_t>(ui.TotalIdxCount) * sizeof(ImDrawIdx),
         VK_BUFFER_USAGE_INDEX_BUFFER_BIT);
    fill(ui, buffers, where.damage);
    const VkBuffer vertex_buffer = buffers.vertices.handle.get();
    const VkDeviceSize none = 0;
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline_.get());
    vkCmdBindVertexBuffers(commands, 0, 1, &vertex_buffer, &none);
    vkCmdBindIndexBuffer(commands, buffers.indices.handle.get(), 0,
                         sizeof(ImDrawIdx) == 2 ? VK_INDEX_TYPE_UINT16 : VK_INDEX_TYPE_UINT32);
    shared::UiPush push{};
    push.scale = {2.0F / ui.DisplaySize.x, 2.0F / ui.DisplaySize.y};
    push.shift = glm::vec2(-1.0F) - glm::vec2(ui.DisplayPos.x, ui.DisplayPos.y) * push.scale;
    vkCmdPushConstants(commands, layout_.get(), VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0,
                       sizeof push, &push);
    std::int32_t first_vertex = 0;
    std::uint32_t first_index = 0;
    UiTexture bound = 0;
    auto counted = counts_.begin();
    for (int list = 0; list < ui.CmdListsCount; ++list) {
        const ImDrawList& draw = *ui.CmdLists[list];
        for (const ImDrawCmd& command : draw.CmdBuffer) {
            const std::uint32_t first = std::exchange(first_index, first_index + *counted);
            const std::uint32_t count = *counted++;
            const UiTexture texture = texture_of(command);
            const VkRect2D scissor = common(scissor_of(command, ui), where.drawn);
            // User callbacks are a way for ImGui to call backends; nothing of ours uses them.
            const bool skip = command.UserCallback != nullptr || texture == 0 || texture > textures_.size() ||
                              count == 0 || empty(scissor);
            if (skip) {
                continue;
            }
            if (texture != bound) {
                vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1,
                                        &textures_[texture - 1], 0, nullptr);
                bound = texture;
            }
            vkCmdSetScissor(commands, 0, 1, &scissor);
            vkCmdDrawIndexed(commands, count, 1, first,
                             first_vertex + static_cast<std::int32_t>(command.VtxOffset), 0);
        }
        first_vertex += draw.VtxBuffer.Size;
    }
}

} // namespace tactus::render
