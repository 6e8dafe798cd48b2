#include "engine/render/row_cover.hpp"

namespace tactus::render {

void RowCover::clear(VkExtent2D picture) {
    width_ = static_cast<float>(picture.width);
    height_ = static_cast<float>(picture.height);
    const auto height = static_cast<std::int32_t>(picture.height);
    strips_.assign(static_cast<std::size_t>((height + strip_px - 1) / strip_px), {});
}

} // namespace tactus::render
