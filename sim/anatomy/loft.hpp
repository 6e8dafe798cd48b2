#pragma once
/// The lofted trunk: superellipse sections along the spine (look.md 1.2), baked into a table over v.

#include "sim/anatomy/body.hpp"
#include "sim/math/vec.hpp"

#include <array>

namespace tactus::anatomy {

/// Extent of the loft and of the relief map in v.
inline constexpr float loft_v_first = -0.36F;
inline constexpr float loft_v_last = 1.80F;

/// One section at constant v. Metres.
struct LoftSection {
    float half_width_m;
    float top_m;     ///< height of the dorsal line over the table
    float bottom_m;  ///< height of the belly line
    float centre;    ///< where the section is widest, as a share from bottom to top
    float exponent;  ///< of the superellipse
    float spine_x_m; ///< of its middle: the spine
};

/// Distance to the loft, and how dorsal the point is.
struct LoftDistance {
    float distance_m; ///< negative inside; (r - 1) / |grad r|, exact to first order
    float
        backness; ///< 0 at the widest height of the section, 1 at its dorsal line, negative on the belly side
    float lateral_m; ///< x counted from the spine
};

class Loft {
public:
    /// spine_length_m: metres per unit of v. breadth_scale: sx of look.md 1.1.
    Loft(const BodyParameters& parameters, float spine_length_m, float breadth_scale);

    /// The section at v, clamped to the ends of the table.
    [[nodiscard]] LoftSection section(float v) const;

    /// Signed distance to the trunk.
    [[nodiscard]] LoftDistance distance(Vec3 point) const;

private:
    static constexpr int samples = 512;
    std::array<LoftSection, samples> table_{};
    float spine_length_m_;
};

/// Share of old age in a body: 0 below 55 years, 1 above 85.
float old_age(const BodyParameters& parameters);

} // namespace tactus::anatomy
