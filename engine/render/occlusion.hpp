#pragma once
/// How much of the room and of its two lights a place sees: a coarse distance grid of client, table and
/// cradle, and rays through it. Baked once; the hands are added live.

#include "sim/math/vec.hpp"

#include <functional>
#include <vector>

namespace tactus::render {

/// A rectangle that shines: half edges u and v from its centre.
struct AreaLight {
    Vec3 centre;
    Vec3 u;
    Vec3 v;
};

/// Shares of light that arrive, 0..1.
struct Openness {
    float sky = 1; ///< cosine-weighted over the hemisphere, within 0.5 m
    float key = 1;
    float rim = 1;
};

/// Signed distance, negative inside, metres.
using Field = std::function<float(Vec3)>;

class Occlusion {
public:
    /// Samples the field on a lattice of 15 mm, up to that height.
    explicit Occlusion(const Field& solid, float highest_m = 0.46F);

    /// Distance to the solid, trilinear; large outside the lattice.
    [[nodiscard]] float distance(Vec3 point) const;

    /// At a surface point with its outward unit normal.
    [[nodiscard]] Openness at(Vec3 point, Vec3 normal) const;

private:
    [[nodiscard]] float lit(Vec3 origin, Vec3 direction, float length_m) const;
    [[nodiscard]] float lit_share(Vec3 origin, Vec3 normal, const AreaLight& light) const;

    glm::ivec3 count_;
    std::vector<float> values_;
};

} // namespace tactus::render
