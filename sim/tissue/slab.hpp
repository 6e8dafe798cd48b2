#pragma once
/// Flat slabs on a rigid base, for indentation tests and benchmarks.

#include "sim/tissue/grid_geometry.hpp"

#include <span>
#include <vector>

namespace tactus::tissue {

/// One layer of a slab, from the base up.
struct SlabLayer {
    float thickness_mm;
    int cells;
    float shear_kpa;
    float poisson;
    float stiffening;
};

/// A slab whose node lines lie at `across_mm` and `along_mm` (rising); base at height 0.
GridGeometry make_slab(std::span<const float> across_mm, std::span<const float> along_mm,
                       std::span<const SlabLayer> layers);

/// count + 1 lines, `spacing` apart, centred on 0.
std::vector<float> even_lines(int count, float spacing);

} // namespace tactus::tissue
