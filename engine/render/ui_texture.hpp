#pragma once
/// Names of textures in ImGui's draw lists.

#include <cstdint>

namespace tactus::render {

/// Cast to ImTextureID. 0 is no texture.
using UiTexture = std::uintptr_t;

/// The blurred picture under the interface, stretched over the whole screen: the ground of panels of glass.
inline constexpr UiTexture glass_texture = 1;

} // namespace tactus::render
