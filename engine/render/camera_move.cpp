#include "engine/render/camera_move.hpp"

#include "sim/math/interpolation.hpp"

namespace tactus::render {

void CameraMove::go(const Camera& to, bool at_once) {
    from_ = now();
    to_ = to;
    share_ = at_once ? 1.0F : 0.0F;
}

Camera CameraMove::now() const {
    const float t = math::smoothstep(0, 1, share_);
    Camera camera;
    camera.target = glm::mix(from_.target, to_.target, t);
    camera.vertical_fov_deg = glm::mix(from_.vertical_fov_deg, to_.vertical_fov_deg, t);
    // The eye keeps its distance on the way: a straight line would dip toward the client.
    const Vec3 from = from_.eye - from_.target;
    const Vec3 to = to_.eye - to_.target;
    const Vec3 straight = glm::mix(from, to, t);
    const float distance = glm::mix(glm::length(from), glm::length(to), t);
    camera.eye = camera.target + straight * (distance / std::max(glm::length(straight), 1e-4F));
    return camera;
}

} // namespace tactus::render
