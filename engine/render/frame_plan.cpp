#include "engine/render/frame_plan.hpp"

namespace tactus::render {

void FramePlan::place(FrameImage image, VkImage handle, VkFormat format) {
    images_[static_cast<std::size_t>(image)] = {handle, format, gpu::use::fresh};
}

void FramePlan::begin(VkCommandBuffer commands, const char* name, std::span<const PassUse> uses) {
    device_->begin_label(commands, name);
    for (const PassUse& use : uses) {
        Placed& placed = images_[static_cast<std::size_t>(use.image)];
        if (placed.handle == VK_NULL_HANDLE) {
            continue;
        }
        gpu::ImageUse before = placed.use;
        if (!use.keeps) {
            before.layout = VK_IMAGE_LAYOUT_UNDEFINED;
        }
        gpu::move_image(commands, {placed.handle, gpu::whole_image(placed.format)}, before, use.use);
        placed.use = use.use;
    }
}

void FramePlan::end(VkCommandBuffer commands, const char* name) {
    device_->end_label(commands);
    frames_->mark(name);
}

} // namespace tactus::render
