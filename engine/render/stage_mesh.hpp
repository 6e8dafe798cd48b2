#pragma once
/// Meshes and maps as the GPU takes them.

#include "shaders/shared/stage.h"

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
std::uint32_t packed(float red, float green, float blue, float alpha);

} // namespace tactus::render
