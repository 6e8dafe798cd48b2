#include "engine/render/furniture.hpp"

#include "sim/anatomy/implicit_shapes.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

struct RoundBox {
    Vec3 centre;
    Vec3 half;
    float rounding_m;
};

float round_box_distance(Vec3 point, const RoundBox& box) {
    const Vec3 q = glm::abs(point - box.centre) - box.half + Vec3(box.rounding_m);
    const float inside = std::min(std::max(q.x, std::max(q.y, q.z)), 0.0F);
    return glm::length(glm::max(q, Vec3(0))) + inside - box.rounding_m;
}

} // namespace

float table_distance(Vec3 point, float head_z_m, float foot_z_m) {
    const float middle = 0.5F * (head_z_m + foot_z_m);
    const float half = 0.5F * (foot_z_m - head_z_m);
    const RoundBox cushion{Vec3(0, -0.045F, middle), Vec3(table_half_width_m, 0.045F, half), 0.030F};
    const RoundBox frame{Vec3(0, -0.115F, middle), Vec3(0.335F, 0.028F, half - 0.04F), 0.008F};
    return std::min(round_box_distance(point, cushion), round_box_distance(point, frame));
}

float cradle_distance(Vec3 point) {
    const Vec3 centre(0, 0.050F, -0.185F);
    const Vec3 q = point - centre;
    const float around = std::hypot(q.x / 0.098F, q.z / 0.120F);
    float distance = std::hypot((around - 1) * 0.098F, (q.y + 0.012F) * 0.92F) - 0.043F;
    // The ring opens toward the chest.
    const float opening =
        round_box_distance(point, {centre + Vec3(0, 0, 0.15F), Vec3(0.046F, 0.2F, 0.07F), 0.03F});
    distance = anatomy::smooth_intersection(distance, -opening, 0.02F);
    distance =
        std::min(distance,
                 round_box_distance(point, {Vec3(0, -0.015F, -0.19F), Vec3(0.105F, 0.012F, 0.125F), 0.012F}));
    return std::min(distance,
                    round_box_distance(point, {Vec3(0, -0.05F, -0.11F), Vec3(0.05F, 0.012F, 0.12F), 0.008F}));
}

} // namespace tactus::render
