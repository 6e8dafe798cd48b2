#pragma once
/// The faces of the theme as ImGui fonts: Inter, else DejaVu, else ImGui's own.

#include "engine/ui/theme.hpp"

#include <array>
#include <string>

struct ImFont;
struct ImFontAtlas;

namespace tactus::ui {

struct FontSet {
    std::array<ImFont*, face_count> fonts{};
    float scale = 1;    ///< framebuffer pixels per logical pixel that the atlas was baked for
    std::string family; ///< "Inter", "DejaVu Sans" or "built in"
    std::string note;   ///< one sentence when Inter was not found, else empty

    [[nodiscard]] ImFont* of(Face face) const { return fonts[static_cast<std::size_t>(face)]; }
};

/// Clears the atlas and fills it at `scale`. The renderer must upload the atlas afterwards. Never fails.
FontSet load_fonts(ImFontAtlas& atlas, float scale);

/// The file of a weight of Inter or DejaVu and its family; empty when neither is installed.
struct FontFile {
    std::string path;
    std::string family;
};

FontFile find_font(const std::string& weight);

} // namespace tactus::ui
