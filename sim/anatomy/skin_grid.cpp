#include "sim/anatomy/skin_grid.hpp"

#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

/// Cell of a fractional index along a line of `count` points, and the share to the next point.
struct Cell {
    int first;
    float share;
};

Cell cell_of(float place, int count) {
    const float clamped = std::clamp(place, 0.0F, static_cast<float>(count - 1));
    const int first = std::min(static_cast<int>(clamped), count - 2);
    return {first, clamped - static_cast<float>(first)};
}

float row_of(float v) {
    return (v - SkinGrid::v_first) / (SkinGrid::v_last - SkinGrid::v_first) * (SkinGrid::rows - 1);
}

/// x of a column between two rows.
float x_between_rows(const SkinGrid& grid, int column, Cell row) {
    return math::mix(grid.at(column, row.first).x, grid.at(column, row.first + 1).x, row.share);
}

float spine_x_between_rows(const SkinGrid& grid, Cell row) {
    return math::mix(grid.spine_x(row.first), grid.spine_x(row.first + 1), row.share);
}

/// Weights of the four points around a place on a Catmull-Rom line, and of its derivative.
struct CubicWeights {
    std::array<float, 4> value;
    std::array<float, 4> slope;
};

CubicWeights cubic_weights(float t) {
    const float t2 = t * t;
    const float t3 = t2 * t;
    return {{0.5F * (-t3 + 2 * t2 - t), 0.5F * (3 * t3 - 5 * t2 + 2), 0.5F * (-3 * t3 + 4 * t2 + t),
             0.5F * (t3 - t2)},
            {0.5F * (-3 * t2 + 4 * t - 1), 0.5F * (9 * t2 - 10 * t), 0.5F * (-9 * t2 + 8 * t + 1),
             0.5F * (3 * t2 - 2 * t)}};
}

struct Tangents {
    Vec3 position;
    Vec3 by_column;
    Vec3 by_row;
};

Tangents bicubic(const SkinGrid& grid, Cell column, Cell row) {
    const CubicWeights across = cubic_weights(column.share);
    const CubicWeights along = cubic_weights(row.share);
    Tangents sum{Vec3(0), Vec3(0), Vec3(0)};
    for (int j = 0; j < 4; ++j) {
        const auto jj = static_cast<std::size_t>(j);
        for (int i = 0; i < 4; ++i) {
            const auto ii = static_cast<std::size_t>(i);
            // Beyond the border the surface goes on straight, so that tangents there do not shrink.
            const int c = column.first + i - 1;
            const int r = row.first + j - 1;
            const int c_in = std::clamp(c, 0, SkinGrid::columns - 1);
            const int r_in = std::clamp(r, 0, SkinGrid::rows - 1);
            Vec3 p = grid.at(c_in, r_in);
            if (c != c_in) {
                p += p - grid.at(2 * c_in - c, r_in);
            }
            if (r != r_in) {
                p += p - grid.at(c_in, 2 * r_in - r);
            }
            sum.position += p * (across.value[ii] * along.value[jj]);
            sum.by_column += p * (across.slope[ii] * along.value[jj]);
            sum.by_row += p * (across.value[ii] * along.slope[jj]);
        }
    }
    return sum;
}

} // namespace

GridPlace locate(const SkinGrid& grid, float u, float v) {
    const Cell row = cell_of(row_of(v), SkinGrid::rows);
    const float x = spine_x_between_rows(grid, row) + u * grid.half_biacromial_m;
    int low = 0;
    int high = SkinGrid::columns - 1;
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        (x_between_rows(grid, middle, row) <= x ? low : high) = middle;
    }
    const float x_low = x_between_rows(grid, low, row);
    const float x_high = x_between_rows(grid, high, row);
    const float share = math::clamp01((x - x_low) / std::max(x_high - x_low, 1e-7F));
    return {static_cast<float>(low) + share, static_cast<float>(row.first) + row.share};
}

Vec2 spine_coordinates(const SkinGrid& grid, GridPlace place) {
    const Cell row = cell_of(place.row, SkinGrid::rows);
    const Cell column = cell_of(place.column, SkinGrid::columns);
    const float x = math::mix(x_between_rows(grid, column.first, row),
                              x_between_rows(grid, column.first + 1, row), column.share);
    const float v = math::mix(SkinGrid::v_first, SkinGrid::v_last,
                              (static_cast<float>(row.first) + row.share) / (SkinGrid::rows - 1));
    return {(x - spine_x_between_rows(grid, row)) / grid.half_biacromial_m, v};
}

bool on_skin(const SkinGrid& grid, float u, float v) {
    if (!(v >= SkinGrid::v_first && v <= SkinGrid::v_last)) {
        return false;
    }
    const Cell row = cell_of(row_of(v), SkinGrid::rows);
    const float x = spine_x_between_rows(grid, row) + u * grid.half_biacromial_m;
    return x >= x_between_rows(grid, 0, row) && x <= x_between_rows(grid, SkinGrid::columns - 1, row);
}

SurfacePoint surface(const SkinGrid& grid, GridPlace place) {
    const Cell column = cell_of(place.column, SkinGrid::columns);
    const Cell row = cell_of(place.row, SkinGrid::rows);
    const Tangents tangents = bicubic(grid, column, row);
    const auto smooth = [&](int c, int r) {
        return grid.smooth_normal[SkinGrid::index(column.first + c, row.first + r)];
    };
    const Vec3 normal =
        glm::normalize(glm::mix(glm::mix(smooth(0, 0), smooth(1, 0), column.share),
                                glm::mix(smooth(0, 1), smooth(1, 1), column.share), row.share));
    const Vec3 across = glm::normalize(tangents.by_column - normal * glm::dot(tangents.by_column, normal));
    return {.position = tangents.position,
            .normal = normal,
            .across = across,
            .along = glm::cross(across, normal)};
}

GridPlace closest(const SkinGrid& grid, Vec3 point, GridPlace start) {
    GridPlace place = start;
    for (int step = 0; step < 8; ++step) {
        const Tangents at =
            bicubic(grid, cell_of(place.column, SkinGrid::columns), cell_of(place.row, SkinGrid::rows));
        // Gauss-Newton on the squared distance: a 2 x 2 system in (column, row).
        const Vec3 gap = point - at.position;
        const float cc = glm::dot(at.by_column, at.by_column);
        const float cr = glm::dot(at.by_column, at.by_row);
        const float rr = glm::dot(at.by_row, at.by_row);
        const float gc = glm::dot(at.by_column, gap);
        const float gr = glm::dot(at.by_row, gap);
        const float determinant = std::max(cc * rr - cr * cr, 1e-14F);
        const float dc = (gc * rr - gr * cr) / determinant;
        const float dr = (gr * cc - gc * cr) / determinant;
        place.column = std::clamp(place.column + std::clamp(dc, -8.0F, 8.0F), 0.0F, SkinGrid::columns - 1.0F);
        place.row = std::clamp(place.row + std::clamp(dr, -8.0F, 8.0F), 0.0F, SkinGrid::rows - 1.0F);
        if (std::fabs(dc) + std::fabs(dr) < 1e-4F) {
            break;
        }
    }
    return place;
}

} // namespace tactus::anatomy
