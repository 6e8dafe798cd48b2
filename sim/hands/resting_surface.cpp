#include "sim/hands/resting_surface.hpp"

#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::hands {
namespace {

using anatomy::GridPlace;
using anatomy::SkinGrid;

/// A walk is integrated in steps of at most this length.
constexpr float longest_step_m = 0.020F;

/// The pattern for distances: this many grid steps apart (about 5 mm), two on each side.
constexpr float pattern_columns = 2.2F;
constexpr float pattern_rows = 1.8F;
constexpr int pattern_reach = 2;

/// Slope (rise over run) to which a flank is flattened for what hovers beside it.
constexpr float steepest = 1.0F;

struct Cell {
    int column;
    int row;
    float across;
    float along;
};

Cell cell_of(GridPlace place) {
    const float c = std::clamp(place.column, 0.0F, SkinGrid::columns - 1.0F);
    const float r = std::clamp(place.row, 0.0F, SkinGrid::rows - 1.0F);
    const int column = std::min(static_cast<int>(c), SkinGrid::columns - 2);
    const int row = std::min(static_cast<int>(r), SkinGrid::rows - 2);
    return {column, row, c - static_cast<float>(column), r - static_cast<float>(row)};
}

Vec3 flat_position(const SkinGrid& grid, GridPlace place) {
    const Cell cell = cell_of(place);
    const Vec3 upper =
        glm::mix(grid.at(cell.column, cell.row), grid.at(cell.column + 1, cell.row), cell.across);
    const Vec3 lower =
        glm::mix(grid.at(cell.column, cell.row + 1), grid.at(cell.column + 1, cell.row + 1), cell.across);
    return glm::mix(upper, lower, cell.along);
}

/// Metres a grid step: central differences, blended over the cell.
struct Spacing {
    Vec3 by_column;
    Vec3 by_row;
};

Spacing spacing(const SkinGrid& grid, GridPlace place) {
    const Cell cell = cell_of(place);
    const auto at_corner = [&](int column, int row) {
        const int left = std::max(column - 1, 0);
        const int right = std::min(column + 1, SkinGrid::columns - 1);
        const int above = std::max(row - 1, 0);
        const int below = std::min(row + 1, SkinGrid::rows - 1);
        return Spacing{(grid.at(right, row) - grid.at(left, row)) / static_cast<float>(right - left),
                       (grid.at(column, below) - grid.at(column, above)) / static_cast<float>(below - above)};
    };
    const auto mixed = [](const Spacing& a, const Spacing& b, float t) {
        return Spacing{glm::mix(a.by_column, b.by_column, t), glm::mix(a.by_row, b.by_row, t)};
    };
    return mixed(
        mixed(at_corner(cell.column, cell.row), at_corner(cell.column + 1, cell.row), cell.across),
        mixed(at_corner(cell.column, cell.row + 1), at_corner(cell.column + 1, cell.row + 1), cell.across),
        cell.along);
}

/// Turns the axes into the tangent plane of `foot.normal`, forward first. The sense of `lateral` is kept.
void settle_axes(Foot& foot) {
    foot.forward = glm::normalize(foot.forward - foot.normal * glm::dot(foot.forward, foot.normal));
    const Vec3 right = glm::cross(foot.forward, foot.normal);
    foot.lateral = glm::dot(right, foot.lateral) < 0 ? -right : right;
}

} // namespace

GridPlace between(GridPlace a, GridPlace b) { return {0.5F * (a.column + b.column), 0.5F * (a.row + b.row)}; }

Foot RestingSurface::at(GridPlace place, float heading_rad, float lateral_sign) const {
    Foot foot;
    foot.normal = Vec3(0, 1, 0);
    if (grid_ != nullptr) {
        const anatomy::SurfacePoint point = anatomy::surface(*grid_, place);
        foot.place = place;
        foot.position = point.position;
        foot.normal = point.normal;
    }
    // The body's axis and not the grid's lines, which bend around every bump.
    const Vec3 caudal(0, 0, 1);
    const Vec3 cranial = glm::normalize(foot.normal * glm::dot(caudal, foot.normal) - caudal);
    const Vec3 right = glm::cross(cranial, foot.normal);
    foot.forward = cranial * math::cos(heading_rad) + right * math::sin(heading_rad);
    foot.lateral = glm::cross(foot.forward, foot.normal) * lateral_sign;
    return foot;
}

Foot RestingSurface::stepped(const Foot& from, Vec3 way) const {
    Foot foot = from;
    if (grid_ == nullptr) {
        foot.position += way;
        return foot;
    }
    // The grid steps whose motion along the skin comes closest to `way`.
    const Spacing step = spacing(*grid_, from.place);
    const float cc = glm::dot(step.by_column, step.by_column);
    const float cr = glm::dot(step.by_column, step.by_row);
    const float rr = glm::dot(step.by_row, step.by_row);
    const float wc = glm::dot(step.by_column, way);
    const float wr = glm::dot(step.by_row, way);
    const float determinant = std::max(cc * rr - cr * cr, 1e-14F);
    const float column = from.place.column + (wc * rr - wr * cr) / determinant;
    const float row = from.place.row + (wr * cc - wc * cr) / determinant;

    foot.place = {std::clamp(column, 0.0F, SkinGrid::columns - 1.0F),
                  std::clamp(row, 0.0F, SkinGrid::rows - 1.0F)};
    foot.beyond += step.by_column * (column - foot.place.column) + step.by_row * (row - foot.place.row);
    const anatomy::SurfacePoint point = anatomy::surface(*grid_, foot.place);
    foot.position = point.position + foot.beyond;
    foot.normal = point.normal;
    settle_axes(foot);
    return foot;
}

Foot RestingSurface::walked(const Foot& from, float lateral_m, float forward_m) const {
    const float length = std::sqrt(lateral_m * lateral_m + forward_m * forward_m);
    // A fixed number of steps for a given length on the hand: never one that depends on the place.
    const int steps = std::max(1, static_cast<int>(std::ceil(length / longest_step_m)));
    const float share = 1.0F / static_cast<float>(steps);
    Foot foot = from;
    for (int k = 0; k < steps; ++k) {
        foot = stepped(foot, (foot.lateral * lateral_m + foot.forward * forward_m) * share);
    }
    return foot;
}

float RestingSurface::distance(Vec3 point, GridPlace near) const {
    if (grid_ == nullptr) {
        return point.y;
    }
    float least = 1.0F;
    for (int j = -pattern_reach; j <= pattern_reach; ++j) {
        for (int i = -pattern_reach; i <= pattern_reach; ++i) {
            const Vec3 gap =
                point - flat_position(*grid_, {near.column + static_cast<float>(i) * pattern_columns,
                                               near.row + static_cast<float>(j) * pattern_rows});
            least = std::min(least, glm::dot(gap, gap));
        }
    }
    return std::sqrt(least);
}

float RestingSurface::height_near(Vec3 point) const {
    if (grid_ == nullptr) {
        return 0;
    }
    const float v = point.z / grid_->spine_length_m;
    const Cell row =
        cell_of({0, (v - SkinGrid::v_first) / (SkinGrid::v_last - SkinGrid::v_first) * (SkinGrid::rows - 1)});
    float height = 0;
    for (int column = 0; column < SkinGrid::columns; column += 3) {
        const Vec3 skin = glm::mix(grid_->at(column, row.row), grid_->at(column, row.row + 1), row.along);
        height = std::max(height, skin.y - steepest * std::fabs(skin.x - point.x));
    }
    return height;
}

} // namespace tactus::hands
