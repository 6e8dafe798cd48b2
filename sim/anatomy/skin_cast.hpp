#pragma once
/// Rays onto the skin of a body.

#include "sim/anatomy/body.hpp"
#include "sim/math/vec.hpp"

namespace tactus::anatomy {

/// The dorsal skin above (x, z): the first skin met from above the client. Metres; on the table (y = 0) when
/// the ray misses the body.
Vec3 skin_above(const Body& body, float x, float z);

/// The same at spine coordinates.
Vec3 skin_at(const Body& body, float u, float v);

} // namespace tactus::anatomy
