#pragma once
/// Down to which layer the body is laid bare, and what lies under the pointer.

#include "engine/ui/canvas.hpp"

#include <string_view>

namespace tactus::ui {

/// What the panel shows. `name` and `pointer` may be empty and anywhere: nothing is named then.
struct LayerView {
    int layer = 0; ///< 0 skin, 1 fat, 2 muscle, 3 deep muscle, 4 bone
    bool split = false;
    bool ready = true; ///< false while the layers are still being made
    std::string_view name;
    Vec2 pointer;
    Rect place; ///< of the panel, layer_panel_size or narrower
};

inline constexpr Vec2 layer_panel_size{406, 56};

/// What is said above the panel while the layers are being made stands that high.
inline constexpr float layer_panel_words = 26;

void draw_layer_panel(Canvas& canvas, const LayerView& view);

} // namespace tactus::ui
