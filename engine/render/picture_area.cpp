#include "engine/render/picture_area.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tactus::render {
namespace {

std::int32_t right_of(const VkRect2D& area) {
    return area.offset.x + static_cast<std::int32_t>(area.extent.width);
}

std::int32_t bottom_of(const VkRect2D& area) {
    return area.offset.y + static_cast<std::int32_t>(area.extent.height);
}

VkRect2D area_between(VkOffset2D low, VkOffset2D high) {
    return {low,
            {static_cast<std::uint32_t>(std::max(high.x - low.x, 0)),
             static_cast<std::uint32_t>(std::max(high.y - low.y, 0))}};
}

} // namespace

VkRect2D around(const VkRect2D& a, const VkRect2D& b) {
    if (empty(a) || empty(b)) {
        return empty(a) ? b : a;
    }
    return area_between({std::min(a.offset.x, b.offset.x), std::min(a.offset.y, b.offset.y)},
                        {std::max(right_of(a), right_of(b)), std::max(bottom_of(a), bottom_of(b))});
}

VkRect2D around(std::span<const VkRect2D> areas) {
    VkRect2D all{};
    for (const VkRect2D& area : areas) {
        all = around(all, area);
    }
    return all;
}

VkRect2D common(const VkRect2D& a, const VkRect2D& b) {
    return area_between({std::max(a.offset.x, b.offset.x), std::max(a.offset.y, b.offset.y)},
                        {std::min(right_of(a), right_of(b)), std::min(bottom_of(a), bottom_of(b))});
}

VkRect2D even_area(Vec2 low, Vec2 high, VkExtent2D picture) {
    const Vec2 most(static_cast<float>(picture.width), static_cast<float>(picture.height));
    const auto even = [](Vec2 pixel) { return 2 * glm::ivec2(.5F * pixel); };
    const glm::ivec2 first = even(glm::clamp(low, Vec2(0), most - 2.0F));
    const glm::ivec2 past = glm::max(even(glm::clamp(high, Vec2(0), most)), first + 2);
    return area_between({first.x, first.y}, {past.x, past.y});
}

bool empty(const VkRect2D& area) { return area.extent.width == 0 || area.extent.height == 0; }

// Many areas a command: each is memory that a driver asks for and gives back.
void copy_image(VkCommandBuffer commands, const ImageCopy& copy) {
    constexpr std::size_t most = 32;
    std::array<VkImageCopy, most> regions{};
    for (std::size_t first = 0; first < copy.areas.size(); first += most) {
        const auto areas = copy.areas.subspan(first, std::min(most, copy.areas.size() - first));
        std::ranges::transform(areas, regions.begin(), [](const VkRect2D& area) {
            constexpr VkImageSubresourceLayers colour{VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
            const VkOffset3D offset{area.offset.x, area.offset.y, 0};
            return VkImageCopy{colour, offset, colour, offset, {area.extent.width, area.extent.height, 1}};
        });
        vkCmdCopyImage(commands, copy.from, VK_IMAGE_LAYOUT_TRANSFER_SRC_OPTIMAL, copy.to,
                       VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, static_cast<std::uint32_t>(areas.size()),
                       regions.data());
    }
}

} // namespace tactus::render
