#pragma once
/// Where the eye is: presets, orbit within limits, smooth moves, and the way from a pixel to a ray and back.

#include "sim/math/vec.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace tactus::render {

enum class CameraPreset { main, close, top, side, kiosk, anatomy };

/// In radians.
inline constexpr float degree = 3.14159265F / 180;

/// Depth of a pixel is this over its distance along the view, metres.
inline constexpr float near_m = 0.05F;

struct Camera {
    Vec3 eye = Vec3(0.36F, 1.10F, 1.60F);
    Vec3 target = Vec3(0.005F, 0.085F, 0.150F);
    float vertical_fov_deg = 26;
    Vec3 up = Vec3(0, 1, 0); ///< upright in the picture; unit

    friend bool operator==(const Camera&, const Camera&) = default;

    [[nodiscard]] glm::mat4
    clip_from_world(float aspect) const; ///< reversed depth (1 near, 0 infinity), y down

    /// How large a metre is at a metre's distance, in a picture of that height.
    [[nodiscard]] float pixels_at_1_m(float height_px) const;
};

struct Ray {
    Vec3 origin;
    Vec3 direction; ///< unit
};

Camera preset_camera(CameraPreset preset);
std::optional<CameraPreset> preset_named(std::string_view name);

/// Pixel (x right, y down, of a picture of that size) to ray, and world to pixel (nullopt behind the eye).
Ray pixel_ray(const Camera& camera, Vec2 pixel, Vec2 size);
std::optional<Vec2> world_to_pixel(const Camera& camera, Vec3 world, Vec2 size);

/// Orbit about the preset's target by angles added to the preset's own: yaw within +-60 degrees, resulting
/// pitch within 20..75 degrees (never under the table), zoom 0.5..2 (2 = half as far). (0, 0, 1) is the
/// preset itself.
Camera orbited(const Camera& preset, float yaw_deg, float pitch_deg, float zoom);

} // namespace tactus::render
