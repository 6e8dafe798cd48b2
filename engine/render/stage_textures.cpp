#include "engine/render/stage_textures.hpp"

#include "engine/render/anatomy_model.hpp"
#include "engine/render/grain.hpp"
#include "engine/render/muscle_map.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace tactus::render {
namespace {

/// A uniform buffer and what Binding names after it.
constexpr std::size_t binding_count = 14;

constexpr std::array<VkDescriptorType, binding_count> types_of_set() {
    std::array<VkDescriptorType, binding_count> types{};
    types.fill(VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER);
    types.front() = VK_DESCRIPTOR_TYPE_UNIFORM_BUFFER;
    return types;
}

constexpr std::array set_types = types_of_set();

// Bindings of shaders/passes/stage.glsl.
enum Binding : std::uint32_t {
    frame_data,
    skin_normal,
    skin_state,
    skin_overlay,
    skin_shift,
    skin_tint,
    grain,
    sheet_normal,
    table_light,
    backdrop,
    muscles,
    deep_muscles,
    hands_shadow,
    muscle_names
};

constexpr auto field_columns = static_cast<std::uint32_t>(SkinField::columns);
constexpr auto field_rows = static_cast<std::uint32_t>(SkinField::rows);

std::size_t place_of(std::uint32_t slot, StageView view) {
    return stage_view_count * slot + static_cast<std::size_t>(view);
}

gpu::Image byte_texture(const gpu::Device& device, const ByteMap& map, std::uint32_t levels) {
    gpu::ImageDescription description;
    description.width = map.width;
    description.height = map.height;
    description.levels = levels;
    return gpu::make_texture(device, description, gpu::bytes_of(map.texels));
}

} // namespace

LiveTexture::LiveTexture(const gpu::Device& device, VkFormat format, std::uint32_t width,
                         std::uint32_t height) {
    gpu::ImageDescription description;
    description.format = format;
    description.width = width;
    description.height = height;
    description.usage = VK_IMAGE_USAGE_SAMPLED_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT;
    image_ = gpu::make_image(device, description);
    const VkDeviceSize texel = format == VK_FORMAT_R8G8B8A8_UNORM ? 4 : 8;
    for (gpu::Buffer& buffer : staging_) {
        buffer = gpu::make_shared_buffer(device, texel * width * height, VK_BUFFER_USAGE_TRANSFER_SRC_BIT);
    }
}

void LiveTexture::write(VkCommandBuffer commands, std::uint32_t slot, std::span<const std::byte> texels) {
    write(commands, slot, texels, {0, static_cast<int>(image_.description.height)});
}

void LiveTexture::write(VkCommandBuffer commands, std::uint32_t slot, std::span<const std::byte> texels,
                        SkinField::FineRows of) {
    if (of.from >= of.to) {
        return;
    }
    const std::size_t row_bytes = texels.size() / image_.description.height;
    const std::size_t first = static_cast<std::size_t>(of.from) * row_bytes;
    const gpu::Buffer& staging = staging_[slot];
    const auto wanted = texels.subspan(first, static_cast<std::size_t>(of.to - of.from) * row_bytes);
    std::memcpy(staging.mapped + first, wanted.data(), wanted.size());
    const gpu::ImageMove move{image_.handle.get(), gpu::whole_image(image_.description.format)};
    gpu::move_image(commands, move, use_, gpu::use::copy_target);
    VkBufferImageCopy region{};
    region.bufferOffset = first;
    region.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
    region.imageOffset = {0, of.from, 0};
    region.imageExtent = {image_.description.width, static_cast<std::uint32_t>(of.to - of.from), 1};
    vkCmdCopyBufferToImage(commands, staging.handle.get(), image_.handle.get(),
                           VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, 1, &region);
    gpu::move_image(commands, move, gpu::use::copy_target, gpu::use::sampled);
    use_ = gpu::use::sampled;
}

StageTextures::StageTextures(const gpu::Device& device)
    : device_(&device), set_layout_(gpu::make_set_layout(device, set_types)),
      pool_(gpu::make_pool(device, set_types, stage_view_count * gpu::Frames::count)),
      layout_(gpu::make_layout(device, set_layout_.get(), 0)),
      clamped_(gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::clamp)),
      nearest_(gpu::make_sampler(device, gpu::Filter::nearest, gpu::Edge::clamp)),
      repeated_(gpu::make_sampler(device, gpu::Filter::linear, gpu::Edge::repeat)),
      normal_(device, VK_FORMAT_R16G16B16A16_SFLOAT, std::uint32_t{fine_columns}, std::uint32_t{fine_rows}),
      state_(device, VK_FORMAT_R8G8B8A8_UNORM, field_columns, field_rows),
      overlay_(device, VK_FORMAT_R16G16B16A16_SFLOAT, field_columns, field_rows),
      shift_(device, VK_FORMAT_R16G16B16A16_SFLOAT, field_columns, field_rows) {
    const ByteMap pattern = make_grain();
    grain_ = byte_texture(device, pattern, grain_levels);
    for (std::size_t k = 0; k < sets_.size(); ++k) {
        frames_[k] =
            gpu::make_shared_buffer(device, sizeof(shared::StageFrame), VK_BUFFER_USAGE_UNIFORM_BUFFER_BIT);
        sets_[k] = gpu::make_set(device, pool_, set_layout_);
        gpu::write_uniform(device, sets_[k], Binding::frame_data, frames_[k].handle.get());
    }
    point_all(Binding::skin_normal, normal_.view(), clamped_.get());
    point_all(Binding::skin_state, state_.view(), clamped_.get());
    point_all(Binding::skin_overlay, overlay_.view(), clamped_.get());
    point_all(Binding::skin_shift, shift_.view(), clamped_.get());
    // Every binding is valid from the start, whether its pipelines are used or not: lavapipe looks at all.
    for (std::uint32_t binding = Binding::grain; binding < binding_count; ++binding) {
        point_all(binding, grain_.view.get(), repeated_.get());
    }
}

void StageTextures::point_all(std::uint32_t binding, VkImageView view, VkSampler sampler) {
    for (VkDescriptorSet set : sets_) {
        gpu::write_texture(*device_, set, binding, view, sampler);
    }
}

void StageTextures::set_client(const ClientModel& model) {
    new_client_ = true;
    tint_ = byte_texture(*device_, model.skin_tint, 1);
    sheet_ = byte_texture(*device_, model.sheet_normals, 1);
    table_ = byte_texture(*device_, model.table_light, 1);
    point_all(Binding::skin_tint, tint_.view.get(), clamped_.get());
    point_all(Binding::sheet_normal, sheet_.view.get(), clamped_.get());
    point_all(Binding::table_light, table_.view.get(), clamped_.get());
}

void StageTextures::set_anatomy(const AnatomyModel& model) {
    for (std::size_t layer = 0; layer < muscles_.size(); ++layer) {
        muscles_[layer] = byte_texture(*device_, model.muscles[layer], muscle_map_levels);
        point_all(static_cast<std::uint32_t>(Binding::muscles + layer), muscles_[layer].view.get(),
                  clamped_.get());
    }
    muscle_names_ = byte_texture(*device_, model.muscle_names, 1);
    point_all(Binding::muscle_names, muscle_names_.view.get(), nearest_.get());
}

void StageTextures::set_hands_shadow(VkImageView view) {
    point_all(Binding::hands_shadow, view, nearest_.get());
}

void StageTextures::set_backdrop(VkImageView view) { point_all(Binding::backdrop, view, clamped_.get()); }

void StageTextures::write(VkCommandBuffer commands, std::uint32_t slot, const shared::StageFrame& frame,
                          const SkinField& field) {
    ::new (frames_[place_of(slot, StageView::whole)].mapped) shared::StageFrame(frame);
    normal_.write(commands, slot, gpu::bytes_of(field.normals()),
                  new_client_ ? SkinField::FineRows{0, fine_rows} : field.changed_normals());
    state_.write(commands, slot, gpu::bytes_of(field.state()));
    if (new_client_ || field.overlaid()) {
        overlay_.write(commands, slot, gpu::bytes_of(field.overlay()));
    }
    new_client_ = false;
    shift_.write(commands, slot, gpu::bytes_of(field.shift()));
}

void StageTextures::write_inset(std::uint32_t slot, const shared::StageFrame& frame) {
    ::new (frames_[place_of(slot, StageView::inset)].mapped) shared::StageFrame(frame);
}

void StageTextures::bind(VkCommandBuffer commands, std::uint32_t slot, StageView view) const {
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_GRAPHICS, layout_.get(), 0, 1,
                            &sets_[place_of(slot, view)], 0, nullptr);
}

} // namespace tactus::render
