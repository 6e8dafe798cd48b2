#pragma once
/// Where on a tapered capsule's axis the ball sits that is nearest to a point.

#include "sim/contact/tool.hpp"

namespace tactus::contact {

/// The nearest ball of a capsule: its place between a (0) and b (1), its centre and radius.
struct CapsuleFoot {
    float share;
    Vec3 centre;
    float radius_m;
};

/// The surface of a tapered capsule is a cone tangent to two spheres. Its normal leans toward the thin end by
/// an angle with sine (ra - rb) / length, so the nearest ball is the foot on the axis shifted by that
/// tangent. A capsule within its own larger end is that sphere. Pure.
CapsuleFoot capsule_foot(const Capsule& capsule, Vec3 point);

} // namespace tactus::contact
