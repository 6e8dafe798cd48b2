#pragma once
/// How many logical pixels screens need to stay within their edges. Words are only made as large as leaves
/// that much of the window.

#include "sim/math/vec.hpp"

namespace tactus::ui {

inline constexpr Vec2 run_room{850, 478};   ///< panels around the client: 150 % on a screen of 1280 x 720
inline constexpr Vec2 kiosk_room{984, 553}; ///< 130 %
inline constexpr Vec2 page_room{1218, 685}; ///< lists and tables, result, help: 105 %

} // namespace tactus::ui
