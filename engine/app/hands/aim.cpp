#include "engine/app/hands/aim.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tactus::app {

namespace {

constexpr int block_cells = 16; ///< along each side; 12 x 16 blocks cover the grid's 192 x 256 cells

using anatomy::SkinGrid;

bool meets_box(const render::Ray& ray, Vec3 low, Vec3 high, float nearest) {
    float enter = 0;
    float leave = nearest;
    for (int axis = 0; axis < 3; ++axis) {
        const float direction = ray.direction[axis];
        if (std::fabs(direction) < 1e-12F) {
            if (ray.origin[axis] < low[axis] || ray.origin[axis] > high[axis]) {
                return false;
            }
            continue;
        }
        const float first = (low[axis] - ray.origin[axis]) / direction;
        const float second = (high[axis] - ray.origin[axis]) / direction;
        enter = std::max(enter, std::min(first, second));
        leave = std::min(leave, std::max(first, second));
    }
    return enter <= leave;
}

struct Crossing {
    float distance;
    float toward_b; ///< barycentric weight of the second corner
    float toward_c; ///< and of the third
};

/// Moeller and Trumbore's test against triangle a, b, c, both faces.
std::optional<Crossing> cross(const render::Ray& ray, Vec3 a, Vec3 b, Vec3 c) {
    const Vec3 ab = b - a;
    const Vec3 ac = c - a;
    const Vec3 p = glm::cross(ray.direction, ac);
    const float determinant = glm::dot(ab, p);
    if (std::fabs(determinant) < 1e-14F) {
        return std::nullopt;
    }
    const Vec3 from_a = ray.origin - a;
    const float toward_b = glm::dot(from_a, p) / determinant;
    const Vec3 q = glm::cross(from_a, ab);
    const float toward_c = glm::dot(ray.direction, q) / determinant;
    const float distance = glm::dot(ac, q) / determinant;
    constexpr float rim = -1e-5F; // neighbours overlap by a hair, so that no ray slips between two cells
    if (toward_b < rim || toward_c < rim || toward_b + toward_c > 1 - rim || distance <= 0) {
        return std::nullopt;
    }
    return Crossing{distance, toward_b, toward_c};
}

} // namespace

SkinTarget::SkinTarget(const SkinGrid& grid) : grid_(&grid) {
    for (int row = 0; row + 1 < SkinGrid::rows; row += block_cells) {
        for (int column = 0; column + 1 < SkinGrid::columns; column += block_cells) {
            blocks_.push_back(block_from(grid, column, row));
            half_height_m_ = std::max(half_height_m_, 0.5F * blocks_.back().high.y);
        }
    }
}

SkinTarget::Block SkinTarget::block_from(const SkinGrid& grid, int column, int row) {
    Block block{.low = Vec3(std::numeric_limits<float>::max()),
                .high = Vec3(std::numeric_limits<float>::lowest()),
                .column = column,
                .row = row};
    for (int r = row; r <= std::min(row + block_cells, SkinGrid::rows - 1); ++r) {
        for (int c = column; c <= std::min(column + block_cells, SkinGrid::columns - 1); ++c) {
            block.low = glm::min(block.low, grid.at(c, r));
            block.high = glm::max(block.high, grid.at(c, r));
        }
    }
    return block;
}

std::optional<Aim> SkinTarget::aim(const render::Ray& ray) const {
    float nearest = std::numeric_limits<float>::max();
    anatomy::GridPlace place{};
    bool outside = false;
    const auto consider = [&](const Crossing& found, anatomy::GridPlace at, Vec3 normal) {
        if (found.distance < nearest) {
            nearest = found.distance;
            place = at;
            outside = glm::dot(normal, ray.direction) < 0;
        }
    };
    const auto try_cell = [&](int column, int row) {
        const Vec3 a = grid_->at(column, row);
        const Vec3 b = grid_->at(column + 1, row);
        const Vec3 c = grid_->at(column, row + 1);
        const Vec3 d = grid_->at(column + 1, row + 1);
        const Vec3 normal = grid_->normal[row * SkinGrid::columns + column];
        const auto left = static_cast<float>(column);
        const auto top = static_cast<float>(row);
        if (const auto found = cross(ray, a, b, c)) {
            consider(*found, {left + found->toward_b, top + found->toward_c}, normal);
        }
        if (const auto found = cross(ray, d, c, b)) {
            consider(*found, {left + 1 - found->toward_b, top + 1 - found->toward_c}, normal);
        }
    };
    for (const Block& block : blocks_) {
        if (!meets_box(ray, block.low, block.high, nearest)) {
            continue;
        }
        for (int row = block.row; row < std::min(block.row + block_cells, SkinGrid::rows - 1); ++row) {
            for (int column = block.column;
                 column < std::min(block.column + block_cells, SkinGrid::columns - 1); ++column) {
                try_cell(column, row);
            }
        }
    }
    if (!outside) {
        return std::nullopt;
    }
    return Aim{anatomy::spine_coordinates(*grid_, place), ray.origin + nearest * ray.direction, nearest};
}

std::optional<Vec2> SkinTarget::aim_beyond(const render::Ray& ray) const {
    if (const auto on_skin = aim(ray)) {
        return on_skin->spine;
    }
    const float way_m = (half_height_m_ - ray.origin.y) / ray.direction.y;
    if (!std::isfinite(way_m) || way_m <= 0) {
        return std::nullopt;
    }
    const Vec3 place = ray.origin + way_m * ray.direction;
    return Vec2(place.x / grid_->half_biacromial_m, place.z / grid_->spine_length_m);
}

} // namespace tactus::app
