#pragma once
/// Small vectors and matrices of the simulation: GLM's, with GLM's transcendental functions left alone
/// (rotate, angleAxis, slerp call libm and would tie results to the machine; see
/// sim/math/transcendental.hpp).

#include <glm/glm.hpp>

namespace tactus {

using Vec2 = glm::vec2;
using Vec3 = glm::vec3;
using Mat3 = glm::mat3;

} // namespace tactus
