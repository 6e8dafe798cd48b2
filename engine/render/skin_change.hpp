#pragma once
/// Where in a kept picture the skin has come to look different: under and around the hands it dents, reddens
/// and lies in their shadow. The breath is left out: it moves all of the skin, slowly.

#include "engine/render/camera.hpp"
#include "engine/render/row_cover.hpp"
#include "engine/render/skin_field.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tactus::render {

class SkinChange {
public:
    /// Places that differ from how they were drawn last by as much as is seen, left and right of the spine.
    /// They count as drawn from now on. Valid until the next call.
    std::span<const RowCover> next(const SkinField& field, const Camera& camera, VkExtent2D picture);

private:
    /// A place of the coarse field as it was drawn last.
    struct Look {
        Vec3 moved_m = Vec3(0);
        float sky = 1;
        float pressure = 0;
        std::uint32_t state = 0;
    };

    [[nodiscard]] static bool differs(const Look& a, const Look& b);

    std::vector<Look> drawn_;
    std::array<RowCover, 2> covers_;
};

} // namespace tactus::render
