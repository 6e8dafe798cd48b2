#include "engine/app/hands/close_up.hpp"

namespace tactus::app {

namespace {

// Right of the body and under the panel of flow, as a share of the picture.
constexpr CloseUpPlace usual{{.735F, .495F}, {.981F, .800F}};
constexpr float distance_m = .46F;

} // namespace

const session::HandSnapshot* hardest_hand(const session::Snapshot& now) {
    const session::HandSnapshot* hardest = nullptr;
    for (const session::HandSnapshot& hand : now.hands) {
        if (hand.touching && (hardest == nullptr || hand.force_n > hardest->force_n)) {
            hardest = &hand;
        }
    }
    return hardest;
}

CloseUpPlace close_up_place(bool mirrored) {
    return mirrored ? CloseUpPlace{{1 - usual.high.x, usual.low.y}, {1 - usual.low.x, usual.high.y}} : usual;
}

render::Inset close_up(const session::HandSnapshot& hand, Vec2 size_px, const CloseUpPlace& place) {
    // From the hand's own side of the body and a little from the head: the forearm comes from the feet.
    const float side = hand.centre.x < 0 ? -1.0F : 1.0F;
    const Vec3 from = glm::normalize(Vec3(side * .80F, .62F, -.18F));
    render::Camera camera;
    camera.target = hand.centre + hand.normal * .012F;
    camera.eye = camera.target + from * distance_m;
    camera.vertical_fov_deg = 26;
    return {camera, place.low * size_px, place.high * size_px};
}

void draw_close_up_frame(ui::Canvas& canvas, Vec2 size_px, const CloseUpPlace& place) {
    const Vec2 low = canvas.logical(place.low * size_px);
    const Vec2 high = canvas.logical(place.high * size_px);
    canvas.outline({low.x - 1, low.y - 1, high.x - low.x + 2, high.y - low.y + 2},
                   canvas.theme().text.at(.35F), 2, 1.5F);
}

} // namespace tactus::app
