#pragma once
/// How many logical pixels screens need to stay within their edges. Words are only made as large as leaves
/// that much of the window.

#include "sim/math/vec.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::ui {

inline constexpr Vec2 run_room{850, 478};     ///< panels around the client: 150 % on a screen of 1280 x 720
inline constexpr Vec2 replay_room{1100, 619}; ///< with the bar under it: 116 %
inline constexpr Vec2 kiosk_room{984, 553};   ///< 130 %
inline constexpr Vec2 page_room{1218, 685};   ///< lists and tables, result, help: 105 %

/// The staff's corner of a kiosk, top left, is a square of that side: a press in it begins nothing.
inline constexpr float staff_corner = 96;

/// Pixels a logical pixel in a window of that size, for words of 100 %. In steps, so that dragging a window's
/// edge does not bake a font atlas for every pixel.
inline float usual_scale(Vec2 window_px) {
    const float fits = std::min(window_px.x / 1280, window_px.y / 720);
    return std::max(0.6F, std::floor(fits * 20) / 20);
}

/// The largest size of words, percent, that leaves that room.
inline int percent_with(Vec2 room, Vec2 window_px) {
    const float most = std::min(window_px.x / room.x, window_px.y / room.y);
    return static_cast<int>(100 * most / usual_scale(window_px));
}

} // namespace tactus::ui
