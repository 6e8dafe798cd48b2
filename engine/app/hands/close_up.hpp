#pragma once
/// The picture in the picture: the hand that presses, seen from beside it, so that the skin under it shows.

#include "engine/render/renderer.hpp"
#include "engine/ui/canvas.hpp"
#include "sim/session/snapshot.hpp"

namespace tactus::app {

/// The touching hand with the most force; null while none touches.
const session::HandSnapshot* hardest_hand(const session::Snapshot& now);

/// Where the close-up stands in a picture, as shares of its size; on the other side when mirrored.
struct CloseUpPlace {
    Vec2 low;
    Vec2 high;
};

CloseUpPlace close_up_place(bool mirrored);

/// The close-up of a hand, at its place in a picture of that size.
render::Inset close_up(const session::HandSnapshot& hand, Vec2 size_px, const CloseUpPlace& place);

/// The line around that place.
void draw_close_up_frame(ui::Canvas& canvas, Vec2 size_px, const CloseUpPlace& place);

} // namespace tactus::app
