#pragma once
/// Where in a picture a thing lies: how far it reaches from left to right in each strip of rows.

#include "engine/render/mesh_parts.hpp"

#include <vulkan/vulkan.h>

#include <span>
#include <vector>

namespace tactus::render {

/// Columns of pixels from one to before another; none unless from < to.
struct Run {
    std::int32_t from = 0;
    std::int32_t to = 0;

    [[nodiscard]] bool empty() const { return from >= to; }
};

class RowCover {
public:
    static constexpr std::int32_t strip_px = 16;

    /// Nothing, in a picture of that size.
    void clear(VkExtent2D picture);

    /// Adds a square of pixels about a place.
    void take_in(glm::vec2 pixel, float reach_px);

    /// From the top of the picture down; the last strip may be lower than the others.
    [[nodiscard]] std::span<const Run> strips() const { return strips_; }

private:
    VkExtent2D picture_{0, 0};
    std::vector<Run> strips_;
};

} // namespace tactus::render
