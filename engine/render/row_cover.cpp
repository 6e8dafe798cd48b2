#include "engine/render/row_cover.hpp"

#include <algorithm>

namespace tactus::render {

void RowCover::clear(VkExtent2D picture) {
    picture_ = picture;
    const auto height = static_cast<std::int32_t>(picture.height);
    strips_.assign(static_cast<std::size_t>((height + strip_px - 1) / strip_px), {});
}

void RowCover::take_in(glm::vec2 pixel, float reach_px) {
    const auto width = static_cast<float>(picture_.width);
    const auto height = static_cast<float>(picture_.height);
    const glm::vec2 low = glm::max(pixel - reach_px, 0.0F);
    const glm::vec2 high = glm::min(pixel + reach_px, glm::vec2(width, height));
    if (low.x >= high.x || low.y >= high.y) {
        return;
    }
    const auto from = static_cast<std::int32_t>(low.x);
    const auto to =
        std::min(static_cast<std::int32_t>(high.x) + 1, static_cast<std::int32_t>(picture_.width));
    const auto first = static_cast<std::size_t>(low.y) / strip_px;
    const auto last = std::min(static_cast<std::size_t>(high.y) / strip_px, strips_.size() - 1);
    for (std::size_t k = first; k <= last; ++k) {
        Run& run = strips_[k];
        run = run.empty() ? Run{from, to} : Run{std::min(run.from, from), std::max(run.to, to)};
    }
}

} // namespace tactus::render
