#include "engine/render/stage_frame.hpp"

#include "shaders/shared/lights.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tactus::render {

void look_from(shared::StageFrame& frame, const Camera& camera, Vec2 size) {
    frame.clip_from_world = camera.clip_from_world(size.x / size.y);
    frame.eye = camera.eye;
}

namespace {

void bend_joints(shared::StageFrame& frame, const session::JointPlaces& places,
                 const session::Snapshot* now) {
    frame.neck = {places.neck.base_m, 0, places.neck.end_m};
    frame.lumbar = {places.lumbar.base_m, 0, places.lumbar.end_m};
    std::ranges::copy(places.right_arm_m, std::begin(frame.right_arm));
    for (std::size_t side = 0; side < places.acromion_m.size(); ++side) {
        frame.girdles[side].acromion = places.acromion_m[side];
    }
    if (now == nullptr) {
        return;
    }
    frame.neck.rad = now->body.neck_rad;
    frame.lumbar.rad = now->body.lumbar_rad;
    for (std::size_t side = 0; side < now->girdles.size(); ++side) {
        frame.girdles[side].glide = now->girdles[side].glide_m;
        frame.girdles[side].wing_rad = now->girdles[side].wing_rad;
    }
}

/// Lights and room as the body sees them, however it lies.
void light(shared::StageFrame& frame, const ClientModel& client) {
    const Placement& lying = client.placement;
    frame.key_centre = lying.to_body(shared::key_centre);
    frame.key_facing = lying.way_to_body(glm::cross(shared::key_edge_u, shared::key_edge_v));
    frame.rim_centre = lying.to_body(shared::rim_centre);
    frame.rim_facing = lying.way_to_body(glm::cross(shared::rim_edge_u, shared::rim_edge_v));
    frame.room_up = lying.way_to_body(Vec3(0, 1, 0));
    frame.window_way = lying.way_to_body(shared::to_window);
    frame.lamp_way = lying.way_to_body(shared::to_lamp);
    std::ranges::copy(client.sky, std::begin(frame.sky));
}

} // namespace

shared::StageFrame stage_frame(const FrameView& view, const ClientModel& client, VkExtent2D extent) {
    shared::StageFrame frame{};
    frame.picture = Vec2(static_cast<float>(extent.width), static_cast<float>(extent.height));
    look_from(frame, view.camera, frame.picture);
    light(frame, client);
    frame.skin = client.look.base;
    frame.blood = client.look.blood;
    frame.age = client.look.age;
    frame.grid_span = client.grid_span_m;
    frame.hand_opacity = view.overlays.hand_opacity;
    frame.pressure_map = view.overlays.pressure_map ? 1.0F : 0.0F;
    frame.coverage = view.overlays.coverage ? 1.0F : 0.0F;
    frame.peel = view.overlays.peel.right;
    frame.peel_left = view.overlays.peel.left;
    frame.split = view.overlays.peel.split_m;
    frame.named_muscle = static_cast<float>(view.overlays.named_muscle);
    frame.named_side = view.overlays.named_left ? -1.0F : 1.0F;
    bend_joints(frame, client.joints, view.now);
    return frame;
}

} // namespace tactus::render
