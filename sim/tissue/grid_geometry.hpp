#pragma once
/// What a grid is made of, before it has any state: the back at one of its two spacings, or a slab of a test.

#include "sim/math/vec.hpp"

#include <array>
#include <vector>

namespace tactus::tissue {

/// At most two families of fibres cross in a cell: those of a muscle, or the collagen of skin along and
/// across its lines of tension.
inline constexpr int fibre_families = 2;

/// One family of fibres, by cell. Empty: no cell has any. The second family is taken square to the first.
struct Fibres {
    std::vector<Vec3> direction;  ///< unit, at rest
    std::vector<float> stiffness; ///< Young's modulus that they add, over the cell's shear modulus; 0 = none
    std::vector<float> stiffening;  ///< b of their line, see fibres.inl
    std::vector<float> tension_kpa; ///< stress along them at rest

    void resize(std::size_t cells) {
        direction.resize(cells, Vec3{1, 0, 0});
        stiffness.resize(cells, 0.0F);
        stiffening.resize(cells, 0.0F);
        tension_kpa.resize(cells, 0.0F);
    }
};

/// A layered grid of hexahedra. Layer 0 lies on the bone, the last one is the skin. Grid frame, mm, kPa.
struct GridGeometry {
    int columns = 0; ///< cells across
    int rows = 0;    ///< cells along
    int layers = 0;
    std::vector<Vec3> position; ///< of nodes, (row * (layers + 1) + level) * (columns + 1) + column
    std::vector<float> shear; ///< of cells, (row * layers + layer) * columns + column: instantaneous modulus
    std::vector<float> bulk;  ///< of cells: lambda + mu
    std::vector<float> stiffening; ///< of cells: b of mu (1 + b s), see element.inl
    std::array<Fibres, fibre_families> fibres;

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
