#pragma once
/// The skin as a grid in spine coordinates: rows follow v (along the spine), columns run across at equal arc
/// length. It is at once the top face of the tissue grid, the texture atlas of the skin and the surface that
/// hands lie on.

#include "sim/math/vec.hpp"

#include <span>
#include <vector>

namespace tactus::anatomy {

class Body;

struct SkinGrid {
    static constexpr int columns = 193;
    static constexpr int rows = 257;
    static constexpr int field_columns = 97; ///< every second point: the grid that snapshots carry
    static constexpr int field_rows = 129;
    static constexpr float v_first = -0.20F;
    static constexpr float v_last = 1.42F;

    std::vector<Vec3>
        position; ///< row by row: position[row * columns + column], column 0 = client's left flank
    std::vector<float> spine_x_m;    ///< x of the spine at each row; empty where it is 0 throughout
    std::vector<Vec3> normal;        ///< outward unit normals of the skin
    std::vector<Vec3> smooth_normal; ///< the same, low-passed over about 20 mm: what hands and columns follow
    float half_biacromial_m = 0;     ///< metres per unit of u
    float spine_length_m = 0;        ///< C7 to iliac-crest line: metres per unit of v

    [[nodiscard]] static std::size_t index(int column, int row) {
        return static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column);
    }

    [[nodiscard]] Vec3 at(int column, int row) const { return position[index(column, row)]; }

    /// x of the spine at a row: u is counted from it.
    [[nodiscard]] float spine_x(int row) const {
        return spine_x_m.empty() ? 0.0F : spine_x_m[static_cast<std::size_t>(row)];
    }
};

/// A place on the grid: fractional column and row.
struct GridPlace {
    float column;
    float row;
};

/// A point of the rest surface with its frame.
struct SurfacePoint {
    Vec3 position;
    Vec3 normal; ///< outward, unit, smoothed over about 20 mm so that a hand does not rock on every furrow
    Vec3 across; ///< unit, along the skin, toward the client's right
    Vec3 along;  ///< unit, along the skin, caudal
};

/// Casts the grid onto a body: about 0.15 s on one core.
SkinGrid cast_skin_grid(const Body& body);

/// Where (u, v) lies on the grid, clamped to its border.
GridPlace locate(const SkinGrid& grid, float u, float v);

/// Spine coordinates of a grid place.
Vec2 spine_coordinates(const SkinGrid& grid, GridPlace place);

/// True when (u, v) is on the client's skin grid, not beyond a flank or an end.
bool on_skin(const SkinGrid& grid, float u, float v);

/// Smooth (bicubic) rest surface at a place.
SurfacePoint surface(const SkinGrid& grid, GridPlace place);

/// The grid place whose surface point is closest to `point`, searched from `start` (a few Newton steps along
/// the skin).
GridPlace closest(const SkinGrid& grid, Vec3 point, GridPlace start);

} // namespace tactus::anatomy
