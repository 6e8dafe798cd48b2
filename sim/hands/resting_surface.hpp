#pragma once
/// The rest skin around a hand, as something to lay joints on.

#include "sim/anatomy/skin_grid.hpp"
#include "sim/math/vec.hpp"

namespace tactus::hands {

/// A place on the skin with the hand's axes as they arrive there along the skin.
struct Foot {
    anatomy::GridPlace place{};
    Vec3 position; ///< on the skin; past the grid's border on its last tangent plane
    Vec3 beyond;   ///< how far past the border
    Vec3 normal;   ///< unit, outward, smoothed
    Vec3 forward;  ///< unit, along the skin: toward the fingers
    Vec3 lateral;  ///< unit, along the skin: away from the thumb
};

/// Walks on the rest skin. There is no search in it: a walk is an integral along the skin and a distance a
/// minimum over a fixed pattern of points, so what is laid moves smoothly with the hand. Valid while the grid
/// lives; const calls from any thread.
class RestingSurface {
public:
    explicit RestingSurface(const anatomy::SkinGrid& grid) : grid_(&grid) {}

    /// An endless flat skin, y = 0, seen from above: cranial is -z.
    RestingSurface() = default;

    /// The foot at a grid place. heading_rad: of forward about the normal, 0 = cranial, positive to the
    /// client's right. lateral_sign: +1 for a right hand, -1 for a left one.
    [[nodiscard]] Foot at(anatomy::GridPlace place, float heading_rad, float lateral_sign) const;

    /// The foot reached from `from` by going the given lengths along the skin, straight on.
    [[nodiscard]] Foot walked(const Foot& from, float lateral_m, float forward_m) const;

    /// Distance of a point to the skin about `near`, metres: right within 0.3 mm when the nearest skin is
    /// within 10 mm of `near` (0.05 mm for flat skin). Unsigned: the point must be outside.
    [[nodiscard]] float distance(Vec3 point, anatomy::GridPlace near) const;

    /// Height (y) of the back below a point, with flanks made no steeper than 45 degrees: what a forearm must
    /// clear.
    [[nodiscard]] float height_near(Vec3 point) const;

private:
    [[nodiscard]] Foot stepped(const Foot& from, Vec3 way) const;

    const anatomy::SkinGrid* grid_ = nullptr; ///< none: the flat skin
};

/// The place half way between two.
anatomy::GridPlace between(anatomy::GridPlace a, anatomy::GridPlace b);

} // namespace tactus::hands
