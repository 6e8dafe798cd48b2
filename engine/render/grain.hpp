#pragma once
/// A tiling pattern of fine skin: lines and pores; also serves cloth and hair as noise.

#include "engine/render/stage_mesh.hpp"

namespace tactus::render {

inline constexpr std::uint32_t grain_levels = 8;

/// 256 x 256 texels: slope along x and y as 0.5 + slope, height 0..1, 1. Repeats without a seam.
ByteMap make_grain();

} // namespace tactus::render
