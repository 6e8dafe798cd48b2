#include "sim/anatomy/head.hpp"

#include "sim/anatomy/implicit_shapes.hpp"

namespace tactus::anatomy {
namespace {

using math::mix;

/// The outer ear: a leaf that stands off the skull backward, hollowed to its shell, with a lobe.
float ear_distance(const BodyFrame& f, Vec3 q) {
    const Vec3 centre(.0785F * f.head_scale, .112F * f.breadth_scale, -.148F * f.stature_scale);
    const Vec3 outward(.885F, -.466F, 0); // of the leaf: it stands off by 28 degrees
    const Vec3 backward(.466F, .885F, 0);
    const Vec3 p = (q - centre) / f.head_scale;
    const Vec3 leaf(glm::dot(p, outward), glm::dot(p, backward), p.z);
    float d = ellipsoid(leaf, Vec3(0), {.0060F, .0175F, .0300F});
    const float lobe = ellipsoid(leaf, {.001F, -.006F, .0255F}, {.0055F, .0085F, .0095F});
    d = smooth_union(d, lobe, .006F);
    const float shell = ellipsoid(leaf, {.0085F, -.0025F, -.002F}, {.0075F, .0105F, .0190F});
    return smooth_intersection(d, -shell, .005F) * f.head_scale;
}

} // namespace

float head_distance(const BodyFrame& f, Vec3 q) {
    const float hs = f.head_scale;
    const float s = f.breadth_scale;
    const float sz = f.stature_scale;
    const float skull = ellipsoid(q, {0, .132F * s, -.178F * sz}, Vec3(.0755F, .097F, .106F) * hs);
    const float jaw = ellipsoid(q, {0, .070F * s, -.120F * sz}, Vec3(.055F, .062F, .075F) * hs);
    return smooth_union(smooth_union(skull, jaw, .05F), ear_distance(f, q), .007F);
}

} // namespace tactus::anatomy
