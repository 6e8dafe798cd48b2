#pragma once
/// The tokens of the screen language (design look.md 3): colours, faces, sizes. Everything drawn takes them
/// from here.

#include "sim/math/vec.hpp"

#include <array>
#include <cstdint>

namespace tactus::ui {

/// sRGB and opacity, 0..255.
struct Colour {
    std::uint8_t red = 255;
    std::uint8_t green = 255;
    std::uint8_t blue = 255;
    std::uint8_t opacity = 255;

    /// The same colour at a share 0..1 of full opacity.
    [[nodiscard]] constexpr Colour at(float share) const {
        return {red, green, blue,
                static_cast<std::uint8_t>(share <= 0   ? 0
                                          : share >= 1 ? 255
                                                       : 255 * share + 0.5F)};
    }

    friend constexpr bool operator==(Colour, Colour) = default;
};

/// How a word is set: weight and size in logical pixels of a 720-line screen.
enum class Face : std::uint8_t {
    caption, ///< 13, the smallest there is
    caption_strong,
    body, ///< 15
    body_strong,
    said,         ///< 15 italic: what the client says
    title,        ///< 17
    card_title,   ///< 26
    figure,       ///< 40
    big_figure,   ///< 54
    kiosk_body,   ///< 24
    kiosk_button, ///< 24
    headline,     ///< 78
};

inline constexpr int face_count = 12;

struct FaceToken {
    const char* weight; ///< of Inter: "Regular"
    float size;
};

inline constexpr std::array<FaceToken, face_count> faces{{
    {"Regular", 13},
    {"SemiBold", 13},
    {"Regular", 15},
    {"SemiBold", 15},
    {"Italic", 15},
    {"SemiBold", 17},
    {"SemiBold", 26},
    {"SemiBold", 40},
    {"SemiBold", 54},
    {"Regular", 24},
    {"SemiBold", 24},
    {"SemiBold", 78},
}};

/// ImGui sizes a font by its ascender plus descender, typographers by the em: Inter's sum is 1.21 em.
inline constexpr float font_height_per_em = 1.21F;

/// Colours by role. A state is never told by colour alone: a word or a shape goes with it.
struct Theme {
    Colour ink{13, 20, 22, 209}; ///< panel ground, over the blurred picture
    Colour card{13, 20, 22, 244};
    Colour dim{8, 12, 13, 150}; ///< over the scene while a card is up
    Colour text{242, 245, 244};
    Colour text_second{184, 196, 195};
    Colour text_third{132, 146, 145};
    Colour teal{70, 190, 178};   ///< in range, action
    Colour amber{242, 165, 65};  ///< attention
    Colour orange{240, 124, 44}; ///< too much
    Colour blue{98, 172, 236};   ///< too little
    Colour edge{255, 255, 255, 26};
    Colour track{255, 255, 255, 34};  ///< the unfilled part of a bar, arc or ring
    Colour raised{255, 255, 255, 26}; ///< a quiet button, a key cap
    Colour control_edge{0, 0, 0, 0};  ///< around what can be pressed; clear where its ground shows it well
    bool glass = true;                ///< panels show the picture behind them, blurred

    friend bool operator==(const Theme&, const Theme&) = default;
};

/// Solid grounds and brighter second tones for people who need more contrast.
Theme high_contrast_theme();

inline constexpr float padding = 20;
inline constexpr float gap = 14;
inline constexpr float margin = 24; ///< from the screen's edge
inline constexpr float radius = 12;
inline constexpr float card_radius = 18;

/// Contrast of two opaque colours by the WCAG formula, 1..21.
float contrast(Colour first, Colour second);

/// The ramp of the pressure map, 0..1: dark blue, teal, amber, cream; lightness rises all along.
Colour pressure_colour(float share);

} // namespace tactus::ui
