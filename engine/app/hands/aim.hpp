#pragma once
/// From a ray to a place on the client's rest skin. Pure: an aim does not depend on breath, dent or frame
/// rate.

#include "engine/render/camera.hpp"
#include "sim/anatomy/skin_grid.hpp"

#include <optional>
#include <vector>

namespace tactus::app {

/// Where a ray meets the rest skin.
struct Aim {
    Vec2 spine;       ///< u, v
    Vec3 position_m;  ///< in the body frame
    float distance_m; ///< from the ray's origin
};

/// The skin grid prepared for casting: boxes about blocks of its cells. Keeps a pointer to the grid, which
/// must outlive it.
class SkinTarget {
public:
    explicit SkinTarget(const anatomy::SkinGrid& grid);

    /// The nearest crossing with the skin's outside; nullopt when the ray misses or meets it from below.
    [[nodiscard]] std::optional<Aim> aim(const render::Ray& ray) const;

    /// Spine coordinates, also beyond the back: where the ray meets the skin, or else the level plane at half
    /// the height of the back. For hands that hold a bone: they pull wherever the pointer goes. nullopt when
    /// the ray misses both.
    [[nodiscard]] std::optional<Vec2> aim_beyond(const render::Ray& ray) const;

private:
    struct Block {
        Vec3 low;
        Vec3 high;
        int column;
        int row;
    };

    /// The block whose first cell is (column, row), with the box about its corners.
    static Block block_from(const anatomy::SkinGrid& grid, int column, int row);

    const anatomy::SkinGrid* grid_;
    std::vector<Block> blocks_;
    float half_height_m_ = 0; ///< of the back over the table
};

} // namespace tactus::app
