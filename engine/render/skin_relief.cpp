#include "engine/render/skin_relief.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::render {
namespace {

using anatomy::SkinGrid;

/// Of the lean away from the smooth normal. Design value: with more, lean backs look carved.
constexpr float raised_by = .45F;
/// Exponent on the open sky. Design value: about as if a hollow's own light did not reach its floor.
constexpr float deepened_by = 1.8F;

/// Ways over the grid in which a horizon is looked for, and how far, in points of it: 5 to 30 mm.
constexpr std::array<std::array<int, 2>, 8> ways{
    {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};
constexpr std::array reaches{2, 4, 7, 11};

/// The part of a quarter of sky, weighed by the cosine, that lies over the highest horizon in one way.
float open_over_horizon(const SkinGrid& grid, int column, int row, const std::array<int, 2>& way) {
    const std::size_t here = SkinGrid::index(column, row);
    float highest = 0; // sine of its elevation over the tangent plane
    for (const int reach : reaches) {
        const int c = std::clamp(column + way[0] * reach, 0, SkinGrid::columns - 1);
        const int r = std::clamp(row + way[1] * reach, 0, SkinGrid::rows - 1);
        const Vec3 to = grid.at(c, r) - grid.position[here];
        const float squared = glm::dot(to, to);
        if (squared > 0) {
            highest = std::max(highest, glm::dot(to, grid.normal[here]) / std::sqrt(squared));
        }
    }
    return 1 - highest * highest;
}

} // namespace

std::vector<Vec3> raised_normals(const SkinGrid& grid) {
    std::vector<Vec3> raised;
    raised.reserve(grid.normal.size());
    for (std::size_t k = 0; k < grid.normal.size(); ++k) {
        raised.push_back(
            glm::normalize(grid.normal[k] + (grid.normal[k] - grid.smooth_normal[k]) * raised_by));
    }
    return raised;
}

std::vector<float> relief_sky(const SkinGrid& grid) {
    std::vector<float> sky;
    sky.reserve(grid.position.size());
    for (int row = 0; row < SkinGrid::rows; ++row) {
        for (int column = 0; column < SkinGrid::columns; ++column) {
            float open = 0;
            for (const std::array<int, 2>& way : ways) {
                open += open_over_horizon(grid, column, row, way);
            }
            sky.push_back(std::pow(open / static_cast<float>(ways.size()), deepened_by));
        }
    }
    return sky;
}

} // namespace tactus::render
