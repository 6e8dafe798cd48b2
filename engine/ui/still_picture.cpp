#include "engine/ui/still_picture.hpp"

#include "engine/ui/fonts.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace tactus::ui {

namespace {

/// ImGui's font atlas is a picture in memory: its glyphs are laid on another one by hand.
class Lettering {
public:
    explicit Lettering(float scale) : fonts_(load_fonts(atlas_, scale)) {
        atlas_.GetTexDataAsAlpha8(&alpha_, &width_, &height_);
    }

    /// Centred on x, its top at y.
    void write(platform::Image& picture, float x, float y, Face face, const std::string& words) {
        const ImFont* font = fonts_.of(face);
        const float wide =
            font->CalcTextSizeA(font->FontSize, 1e9F, 0, words.data(), words.data() + words.size()).x;
        float pen = x - wide / 2;
        for (const char* at = words.c_str(); *at != '\0';) {
            unsigned code = 0;
            at += letter(at, code);
            const ImFontGlyph* glyph = font->FindGlyph(static_cast<ImWchar>(code));
            if (glyph != nullptr) {
                stamp(picture, *glyph, pen, y);
                pen += glyph->AdvanceX;
            }
        }
    }

private:
    /// One letter of UTF-8, of two bytes at most but for dots and quotes; returns how many it took.
    static int letter(const char* at, unsigned& code) {
        const auto byte = [&](int k) { return static_cast<unsigned>(static_cast<unsigned char>(at[k])); };
        if (byte(0) < 0x80U) {
            code = byte(0);
            return 1;
        }
        if (byte(0) < 0xE0U && at[1] != '\0') {
            code = ((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU);
            return 2;
        }
        if (at[1] != '\0' && at[2] != '\0') {
            code = ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
            return 3;
        }
        code = '?';
        return 1;
    }

    void stamp(platform::Image& picture, const ImFontGlyph& glyph, float pen, float top) const {
        const auto left = static_cast<int>(std::round(pen + glyph.X0));
        const auto upper = static_cast<int>(std::round(top + glyph.Y0));
        const auto across = static_cast<int>(std::round(glyph.X1 - glyph.X0));
        const auto down = static_cast<int>(std::round(glyph.Y1 - glyph.Y0));
        for (int y = 0; y < down; ++y) {
            for (int x = 0; x < across; ++x) {
                const int to_x = left + x;
                const int to_y = upper + y;
                if (to_x < 0 || to_y < 0 || to_x >= picture.width || to_y >= picture.height) {
                    continue;
                }
                const float u = glyph.U0 + (glyph.U1 - glyph.U0) * (static_cast<float>(x) + 0.5F) /
                                               static_cast<float>(across);
                const float v = glyph.V0 + (glyph.V1 - glyph.V0) * (static_cast<float>(y) + 0.5F) /
                                               static_cast<float>(down);
                const int from =
                    std::min(static_cast<int>(v * static_cast<float>(height_)), height_ - 1) * width_ +
                    std::min(static_cast<int>(u * static_cast<float>(width_)), width_ - 1);
                std::uint8_t* pixel =
                    &picture
                         .rgba[4 * (static_cast<std::size_t>(to_y) * static_cast<std::size_t>(picture.width) +
                                    static_cast<std::size_t>(to_x))];
                for (int channel = 0; channel < 3; ++channel) {
                    pixel[channel] = static_cast<std::uint8_t>(pixel[channel] +
                                                               (255 - pixel[channel]) * alpha_[from] / 255);
                }
            }
        }
    }

    ImFontAtlas atlas_;
    FontSet fonts_;
    unsigned char* alpha_ = nullptr; ///< of the atlas
    int width_ = 0;
    int height_ = 0;
};

/// The scene, dimmed and stretched to the size; a dark ground where there is none.
std::array<std::uint8_t, 3> ground_at(const platform::Image& scene, platform::PixelSize size, int x, int y) {
    if (scene.width <= 0 || scene.height <= 0) {
        return {18, 30, 32};
    }
    constexpr int dimmed_percent = 30;
    const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(scene.height) /
                     static_cast<std::size_t>(size.height);
    const auto column = static_cast<std::size_t>(x) * static_cast<std::size_t>(scene.width) /
                        static_cast<std::size_t>(size.width);
    const std::uint8_t* rgba = &scene.rgba[4 * (row * static_cast<std::size_t>(scene.width) + column)];
    const auto dimmed = [&](int channel) {
        return static_cast<std::uint8_t>(rgba[channel] * dimmed_percent / 100);
    };
    return {dimmed(0), dimmed(1), dimmed(2)};
}

} // namespace

platform::Image still_picture(platform::PixelSize size, const platform::Image& scene,
                              const std::string& title, const std::string& words) {
    platform::Image picture{.width = size.width, .height = size.height, .rgba = {}};
    picture.rgba.resize(4 * static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const std::array<std::uint8_t, 3> colour = ground_at(scene, size, x, y);
            const std::size_t at = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width) +
                                        static_cast<std::size_t>(x));
            std::ranges::copy(colour, picture.rgba.begin() + static_cast<std::ptrdiff_t>(at));
            picture.rgba[at + 3] = 255;
        }
    }
    const float scale = std::max(0.6F, static_cast<float>(size.height) / 720);
    Lettering lettering(scale);
    const auto middle = static_cast<float>(size.width) / 2;
    const auto height = static_cast<float>(size.height);
    lettering.write(picture, middle, height * 0.42F, Face::big_figure, title);
    lettering.write(picture, middle, height * 0.42F + 84 * scale, Face::kiosk_body, words);
    return picture;
}

} // namespace tactus::ui
