#pragma once
/// What a grid is made of, before it has any state: the back at one of its two spacings, or a slab of a test.

#include "sim/math/vec.hpp"

#include <vector>

namespace tactus::tissue {

/// A layered grid of hexahedra. Layer 0 lies on the bone, the last one is the skin. Grid frame, mm, kPa.
struct GridGeometry {
    int columns = 0; ///< cells across
    int rows = 0;    ///< cells along
    int layers = 0;
    std::vector<Vec3> position; ///< of nodes, (row * (layers + 1) + level) * (columns + 1) + column
    std::vector<float> shear; ///< of cells, (row * layers + layer) * columns + column: instantaneous modulus
    std::vector<float> bulk;  ///< of cells: lambda + mu
    std::vector<float> stiffening; ///< of cells: b of mu (1 + b s), see element.inl

    [[nodiscard]] std::size_t node(int column, int row, int level) const {
        return (static_cast<std::size_t>(row) * (layers + 1) + level) * (columns + 1) + column;
    }

    [[nodiscard]] std::size_t cell(int column, int row, int layer) const {
        return (static_cast<std::size_t>(row) * layers + layer) * columns + column;
    }
};

/// lambda + mu of a material with shear modulus `shear` and Poisson ratio `poisson` (< 0.5).
inline float bulk_term(float shear, float poisson) { return shear * (2 * poisson / (1 - 2 * poisson) + 1); }

} // namespace tactus::tissue
