#pragma once

#include <imgui.h>

namespace tactus::tests {

/// Bakes the fonts of the current ImGui context, as a renderer would before the first frame.
inline void bake_fonts() {
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
}

} // namespace tactus::tests
