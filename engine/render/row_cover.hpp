#pragma once
/// Where in a picture a thing lies: how far it reaches from left to right in each strip of rows.

#include "engine/render/mesh_parts.hpp"

#include <vulkan/vulkan.h>

#include <algorithm>
#include <cstdint>
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
    void take_in(glm::vec2 pixel, float reach_px) {
        const float left = std::max(pixel.x - reach_px, 0.0F);
        const float right = std::min(pixel.x + reach_px, width_);
        const float top = std::max(pixel.y - reach_px, 0.0F);
        const float bottom = std::min(pixel.y + reach_px, height_);
        if (left >= right || top >= bottom) {
            return;
        }
        const auto from = static_cast<std::int32_t>(left);
        const std::int32_t to =
            std::min(static_cast<std::int32_t>(right) + 1, static_cast<std::int32_t>(width_));
        const auto first = static_cast<std::int32_t>(top) / strip_px;
        const auto last = std::min(static_cast<std::int32_t>(bottom) / strip_px,
                                   static_cast<std::int32_t>(strips_.size()) - 1);
        for (std::int32_t k = first; k <= last; ++k) {
            Run& run = strips_[static_cast<std::size_t>(k)];
            run = run.empty() ? Run{from, to} : Run{std::min(run.from, from), std::max(run.to, to)};
        }
    }

    /// From the top of the picture down; the last strip may be lower than the others.
    [[nodiscard]] std::span<const Run> strips() const { return strips_; }

private:
    float width_ = 0; ///< of the picture
    float height_ = 0;
    std::vector<Run> strips_;
};

} // namespace tactus::render
