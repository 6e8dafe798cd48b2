#pragma once
/// A back that is a flat slab: what the whole solver, windows and all, is held against references on.

#include "sim/anatomy/anatomy.hpp"

namespace tactus::tissue {

/// Spacing of the skin grid on the slab: the fine lattice then has cells of 5 mm, the coarse one of 10 mm.
inline constexpr float slab_skin_spacing_m = 0.0025F;

/// Layers of a flat slab over a rigid base, metres.
struct SlabThickness {
    float skin_m = 0.002F;
    float fat_m = 0.008F;
    float muscle_m = 0.030F;
};

/// A slab of 480 x 640 mm whose skin lies at the height of its thickness, centred on x = z = 0: trapezius of
/// a man over bone everywhere, no trigger points, no body, and a single bone without shape. The caller
/// may change layers (ribs) and add trigger points (nodules) before a solver is made from it.
anatomy::Anatomy make_slab_anatomy(const SlabThickness& thickness);

} // namespace tactus::tissue
