#include "engine/app/run/shown_marks.hpp"

#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace tactus::app {
namespace {

/// A spot with an uneven border. Spine coordinates and metres.
struct Spot {
    float u;
    float v;
    float radius_m;
    float strength;
};

constexpr std::array weals = std::to_array<Spot>({{.26F, .26F, .014F, 1},
                                                  {.38F, .33F, .010F, 1},
                                                  {.24F, .40F, .008F, .9F},
                                                  {.36F, .47F, .016F, 1},
                                                  {.27F, .56F, .011F, .9F}});
constexpr std::array bruises =
    std::to_array<Spot>({{-.34F, .30F, .022F, .95F}, {-.26F, .52F, .018F, .60F}, {-.40F, .72F, .024F, .32F}});

float cover(std::span<const Spot> spots, const anatomy::SkinGrid& grid, Vec3 place, float soft_m) {
    float most = 0;
    for (const Spot& spot : spots) {
        const anatomy::GridPlace at = anatomy::locate(grid, spot.u, spot.v);
        const Vec3 centre =
            grid.at(static_cast<int>(std::lround(at.column)), static_cast<int>(std::lround(at.row)));
        const Vec3 off = place - centre;
        const float turn = std::atan2(off.x, off.z);
        const float ragged =
            1 + .10F * std::sin(2 * turn + spot.v * 20) + .06F * std::sin(5 * turn + spot.u * 30);
        const float radius_m = spot.radius_m * ragged;
        most = std::max(most, spot.strength *
                                  math::smoothstep(radius_m + soft_m, radius_m - soft_m, glm::length(off)));
    }
    return most;
}

} // namespace

void lay_marks(const anatomy::SkinGrid& grid, session::SkinSnapshot& skin) {
    using anatomy::SkinGrid;
    constexpr std::size_t count = std::size_t{SkinGrid::field_columns} * SkinGrid::field_rows;
    skin.weal.resize(count);
    skin.bruise.resize(count);
    for (std::size_t k = 0; k < count; ++k) {
        const Vec3 place = grid.at(2 * static_cast<int>(k % SkinGrid::field_columns),
                                   2 * static_cast<int>(k / SkinGrid::field_columns));
        skin.weal[k] = cover(weals, grid, place, .0150F);
        skin.bruise[k] = cover(bruises, grid, place, .014F);
    }
}

} // namespace tactus::app
