#pragma once
/// Meshes and maps as the GPU takes them.

#include "shaders/shared/stage.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace tactus::render {

struct StageMesh {
    std::vector<shared::StageVertex> vertices;
    std::vector<std::uint32_t> indices;
};

/// Texels row by row, four bytes each.
struct ByteMap {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<std::uint32_t> texels;
};

/// Four numbers of 0..1 as bytes; red lowest.
inline std::uint32_t packed(float red, float green, float blue, float alpha) {
    const auto byte = [](float value) {
        const float level = std::clamp(value, 0.0F, 1.0F) * 255 + 0.5F; // cut off below, it is rounded
        return static_cast<std::uint32_t>(
            static_cast<std::int32_t>(level)); // many at once wherever signed ones are
    };
    return byte(red) | byte(green) << 8U | byte(blue) << 16U | byte(alpha) << 24U;
}

} // namespace tactus::render
