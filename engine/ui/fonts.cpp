#include "engine/ui/fonts.hpp"

#include <imgui.h>

#include <array>
#include <filesystem>

namespace tactus::ui {

namespace {

namespace fs = std::filesystem;

/// Latin with accents, dashes, quotes, arrows and the few signs that panels use; digits alone for the largest
/// face would save little and make a headline impossible.
constexpr std::array<ImWchar, 13> glyphs{0x0020, 0x00FF, 0x0100, 0x017F, 0x2010, 0x2027, 0x2030,
                                         0x203A, 0x2190, 0x2193, 0x2212, 0x2212, 0};

} // namespace

FontFile find_font(const std::string& weight) {
    std::error_code error;
    // Where Debian 12, Debian 13 and Ubuntu put fonts-inter: the folder and the ending changed between
    // versions.
    for (const char* folder : {"/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/inter",
                               "/usr/share/fonts/inter", "/usr/local/share/fonts/inter"}) {
        for (const char* ending : {".otf", ".ttf"}) {
            const fs::path file = fs::path(folder) / ("Inter-" + weight + ending);
            if (fs::is_regular_file(file, error)) {
                return {file.string(), "Inter"};
            }
        }
    }
    const bool bold = weight == "SemiBold";
    const std::string name = bold                 ? "DejaVuSans-Bold.ttf"
                             : weight == "Italic" ? "DejaVuSans-Oblique.ttf"
                                                  : "DejaVuSans.ttf";
    for (const std::string& candidate :
         {name, std::string(bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf")}) {
        const fs::path file = fs::path("/usr/share/fonts/truetype/dejavu") / candidate;
        if (fs::is_regular_file(file, error)) {
            return {file.string(), "DejaVu Sans"};
        }
    }
    return {};
}

FontSet load_fonts(ImFontAtlas& atlas, float scale) {
    atlas.Clear();
    FontSet set{.scale = scale, .family = "built in"};
    for (int face = 0; face < face_count; ++face) {
        const FaceToken& token = faces[face];
        ImFontConfig config;
        const float height_px = token.size * font_height_per_em * scale;
        config.OversampleH = height_px > 36 ? 1 : 2;
        config.OversampleV = 1;
        config.SizePixels = height_px;
        const FontFile file = find_font(token.weight);
        ImFont* font = nullptr;
        if (!file.path.empty()) {
            font = atlas.AddFontFromFileTTF(file.path.c_str(), height_px, &config, glyphs.data());
            set.family = file.family;
        }
        set.fonts[face] = font != nullptr ? font : atlas.AddFontDefault(&config);
    }
    if (set.family != "Inter") {
        set.note = "The typeface Inter is not installed (package fonts-inter); using " + set.family + ".";
    }
    return set;
}

} // namespace tactus::ui
