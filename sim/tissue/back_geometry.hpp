#pragma once
/// The client's back as layered grids: columns run from the skin inward along smoothed normals, down to bone.

#include "sim/anatomy/anatomy.hpp"
#include "sim/tissue/grid_geometry.hpp"

#include <cstdint>
#include <vector>

namespace tactus::tissue {

struct MaterialScale;

/// Cells through the thickness, from the bone up: 5 muscle, 2 fat, 1 skin.
inline constexpr int muscle_layers = 5;
inline constexpr int fat_layers = 2;
inline constexpr int back_layers = 8;

/// Columns of the back at every second point of the skin grid (97 x 129): the fine lattice. Every second one
/// of those is a column of the coarse lattice. Grid frame, mm.
struct BackColumns {
    static constexpr int across = anatomy::SkinGrid::field_columns;
    static constexpr int along = anatomy::SkinGrid::field_rows;
    std::vector<Vec3> skin;
    std::vector<Vec3> outward; ///< unit
    std::vector<float> skin_mm;
    std::vector<float> fat_mm;
    std::vector<float> muscle_mm;

    [[nodiscard]] Vec3 node(std::size_t column, int level) const;
};

/// Lays the columns; thins them where neighbours would cross.
BackColumns make_columns(const anatomy::Anatomy& anatomy);

/// What a cell consists of at rest and which muscle's tone it follows.
struct CellMaterial {
    float shear_kpa;
    float bulk_kpa;
    float stiffening;
    std::uint8_t muscle; ///< anatomy::Muscle, or no_muscle
};

inline constexpr std::uint8_t no_muscle = 255;

/// Share of a trigger point's nodule and taut band in a cell.
struct NoduleShare {
    int cell; ///< GridGeometry::cell
    int trigger_point;
    float nodule;
    float band;
};

/// A grid over the back at every `spacing`-th column of the fine lattice, with its materials.
struct BackGrid {
    GridGeometry geometry;
    std::vector<CellMaterial> material; ///< by GridGeometry::cell
    std::vector<NoduleShare> nodules;
};

BackGrid make_back_grid(const anatomy::Anatomy& anatomy, const BackColumns& columns, int spacing,
                        const MaterialScale& scale);

} // namespace tactus::tissue
