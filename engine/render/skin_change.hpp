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
    /// How places of the coarse lattice look, a number after the other.
    struct Looks {
        const float* x; ///< moved, metres
        const float* y;
        const float* z;
        const float* sky;
        const float* pressure;
        const std::uint32_t* state;
    };

    static void compare(const Looks& a, const Looks& b, std::uint8_t* differs);

    // As drawn last:
    SplitVectors moved_{coarse_count};
    std::vector<float> sky_ = std::vector<float>(coarse_count, 1.0F);
    std::vector<float> pressure_ = std::vector<float>(coarse_count);
    std::vector<std::uint32_t> state_ = std::vector<std::uint32_t>(coarse_count);
    std::vector<std::uint8_t> differs_ = std::vector<std::uint8_t>(coarse_count);
    std::array<RowCover, 2> covers_;
};

} // namespace tactus::render
