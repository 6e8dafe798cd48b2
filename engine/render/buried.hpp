#pragma once
/// Vertices that lie inside something else: no one sees them, but the light baked into them would show as
/// teeth along the line where the two surfaces meet.

#include "sim/math/vec.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tactus::render {

/// Buried vertices take the light of their neighbours that are seen, and those farther in that of theirs.
/// light: three shares a vertex; triangles: three indices each.
void light_buried(std::span<const std::uint32_t> triangles, const std::vector<bool>& buried,
                  std::vector<Vec3>& light);

} // namespace tactus::render
