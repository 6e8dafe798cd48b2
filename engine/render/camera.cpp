#include "engine/render/camera.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::render {
namespace {

constexpr std::array<std::string_view, 6> preset_names{"main", "close", "top", "side", "kiosk", "anatomy"};

/// The camera's own axes and the distance of a picture plane that is 2 high.
struct View {
    Vec3 right;
    Vec3 up;
    Vec3 forward;
    float focal;

    explicit View(const Camera& camera)
        : forward(glm::normalize(camera.target - camera.eye)),
          focal(1.0F / std::tan(camera.vertical_fov_deg * degree * 0.5F)) {
        right = glm::normalize(glm::cross(forward, camera.up));
        up = glm::cross(right, forward);
    }
};

} // namespace

// Depth is reversed and without a far plane: 1 at the near plane, 0 at infinity, so that a float depth buffer
// is precise everywhere. Vulkan's y runs down the picture.
glm::mat4 Camera::clip_from_world(float aspect) const {
    const View view(*this);
    const float x = view.focal / aspect;
    const float y = -view.focal;
    const Vec3 shift(glm::dot(view.right, eye), glm::dot(view.up, eye), glm::dot(view.forward, eye));
    glm::mat4 clip(0.0F);
    for (int axis = 0; axis < 3; ++axis) {
        clip[axis] = glm::vec4(x * view.right[axis], y * view.up[axis], 0, view.forward[axis]);
    }
    clip[3] = glm::vec4(-x * shift.x, -y * shift.y, near_m, -shift.z);
    return clip;
}

float Camera::pixels_at_1_m(float height_px) const { return .5F * height_px * View(*this).focal; }

Camera preset_camera(CameraPreset preset) {
    switch (preset) {
    case CameraPreset::close:
        return {Vec3(0.42F, 0.80F, 0.95F), Vec3(0, 0.19F, 0.26F), 30};
    case CameraPreset::top:
        return {Vec3(0, 2.20F, 0.75F), Vec3(0, 0.10F, 0.24F), 30};
    case CameraPreset::side:
        return {Vec3(1.45F, 0.75F, 0.80F), Vec3(0.03F, 0.10F, 0.22F), 36};
    case CameraPreset::kiosk:
        return {Vec3(0.10F, 1.10F, 1.62F), Vec3(-0.30F, 0.085F, 0.150F), 27};
    case CameraPreset::anatomy:
        return {Vec3(0, 1.85F, 1.05F), Vec3(0, 0.10F, 0.235F), 25};
    case CameraPreset::main:
        break;
    }
    return {};
}

std::optional<CameraPreset> preset_named(std::string_view name) {
    const auto* found = std::find(preset_names.begin(), preset_names.end(), name);
    if (found == preset_names.end()) {
        return std::nullopt;
    }
    return static_cast<CameraPreset>(found - preset_names.begin());
}

Ray pixel_ray(const Camera& camera, Vec2 pixel, Vec2 size) {
    const View view(camera);
    const Vec2 centred = (pixel - 0.5F * size) * (2.0F / size.y);
    const Vec3 direction = view.forward * view.focal + view.right * centred.x - view.up * centred.y;
    return {camera.eye, glm::normalize(direction)};
}

std::optional<Vec2> world_to_pixel(const Camera& camera, Vec3 world, Vec2 size) {
    const View view(camera);
    const Vec3 offset = world - camera.eye;
    const float depth = glm::dot(offset, view.forward);
    if (depth <= 0) {
        return std::nullopt;
    }
    const float scale = view.focal / depth * size.y * 0.5F;
    return Vec2(size.x * 0.5F + glm::dot(offset, view.right) * scale,
                size.y * 0.5F - glm::dot(offset, view.up) * scale);
}

Camera orbited(const Camera& preset, float yaw_deg, float pitch_deg, float zoom) {
    if (yaw_deg == 0 && pitch_deg == 0 && zoom == 1) { // to the bit: what was drawn for the preset stays good
        return preset;
    }
    const Vec3 offset = preset.eye - preset.target;
    const float distance = glm::length(offset);
    const float preset_yaw = std::atan2(offset.x, offset.z);
    const float preset_pitch = std::asin(offset.y / distance);
    const float lowest = std::min(20.0F * degree, preset_pitch);
    const float highest = std::max(75.0F * degree, preset_pitch);
    const float yaw = preset_yaw + std::clamp(yaw_deg, -60.0F, 60.0F) * degree;
    const float pitch = std::clamp(preset_pitch + pitch_deg * degree, lowest, highest);
    const float reach = distance / std::clamp(zoom, 0.5F, 2.0F);
    Camera camera = preset;
    camera.eye = preset.target + reach * Vec3(std::cos(pitch) * std::sin(yaw), std::sin(pitch),
                                              std::cos(pitch) * std::cos(yaw));
    return camera;
}

} // namespace tactus::render
