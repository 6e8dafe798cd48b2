#pragma once
/// The light of the room as spherical harmonics.

#include "sim/math/vec.hpp"

#include <array>

namespace tactus::render {

/// Nine coefficients of order 2 of the room's irradiance over pi (a white surface's radiance), each with the
/// constants of its harmonic and of the cosine lobe folded in (Ramamoorthi and Hanrahan 2001). Order: 1, y,
/// z, x, xy, yz, 3z^2 - 1, xz, x^2 - y^2, in a frame that the matrix takes into the room's.
std::array<glm::vec4, 9> sky_harmonics(const Mat3& room_from_body);

} // namespace tactus::render
