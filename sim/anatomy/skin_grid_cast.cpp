#include "sim/anatomy/body.hpp"
#include "sim/anatomy/grid_smoothing.hpp"
#include "sim/anatomy/skin_grid.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr int fan_rays = 2 * SkinGrid::columns;
constexpr int middle_ray = fan_rays / 2;
constexpr float fan_half_angle_rad = 1.30F;
/// A row ends at the latest this far outside the loft, so that the grid does not wander onto an arm.
constexpr float arm_clearance_m = 0.030F;

/// One ray of the fan.
struct Ray {
    Vec3 origin;
    Vec3 direction;
};

/// Distance along a ray to where the field rises through zero, from a guess: marching outward, then the
/// secant rule.
float surface_distance(const Body& body, const Ray& ray, float guess) {
    const auto field = [&](float t) { return body.skin_distance(ray.origin + ray.direction * t); };
    float inside = guess;
    float f_inside = field(inside);
    if (f_inside > 0) { // the guess lies outside: start over from the axis
        inside = .02F;
        f_inside = field(inside);
    }
    float outside = inside;
    float f_outside = f_inside;
    for (int k = 0; k < 80 && f_outside < 0; ++k) {
        inside = outside;
        f_inside = f_outside;
        outside += std::max(-f_outside * .8F, .0004F);
        f_outside = field(outside);
        if (f_outside < 0 && f_outside > -1e-5F) {
            return outside;
        }
    }
    for (int k = 0; k < 4; ++k) {
        const float t =
            inside + (outside - inside) * math::clamp01(f_inside / std::min(f_inside - f_outside, -1e-9F));
        const float f = field(t);
        if (std::fabs(f) < 1e-5F) {
            return t;
        }
        (f < 0 ? inside : outside) = t;
        (f < 0 ? f_inside : f_outside) = f;
    }
    return 0.5F * (inside + outside);
}

using RayFan = std::array<Vec3, fan_rays>;

/// Casts the fan of one row and keeps the distances as guesses for the next.
void cast_fan(const Body& body, float v, std::array<float, fan_rays>& guess, RayFan& fan) {
    const Vec3 origin(body.spine_x(v), body.back_height(v) * .34F, v * body.spine_length_m());
    for (std::size_t i = 0; i < fan_rays; ++i) {
        const float angle =
            math::mix(-fan_half_angle_rad, fan_half_angle_rad, static_cast<float>(i) / (fan_rays - 1));
        const Ray ray{origin, {math::sin(angle), math::cos(angle), 0}};
        guess[i] = surface_distance(body, ray, std::max(guess[i] - .004F, .02F));
        fan[i] = ray.origin + ray.direction * guess[i];
    }
}

/// Ray at which a row ends, counted from the middle outward: where the skin turns under itself (x must grow
/// along a row, so that a place has one column), or at the limit.
int last_ray(const RayFan& fan, int side, float limit_m) {
    constexpr float least_lateral_share = 0.06F;
    const auto sign = static_cast<float>(side);
    int ray = middle_ray;
    for (; ray > 0 && ray < fan_rays - 1; ray += side) {
        const Vec3 next = fan[static_cast<std::size_t>(ray) + side];
        const Vec3 step = next - fan[static_cast<std::size_t>(ray)];
        if (step.x * sign < least_lateral_share * glm::length(step) || next.x * sign > limit_m) {
            break;
        }
    }
    return (ray - middle_ray) * side;
}

/// Widths of the rows in rays, narrowed to the least of the neighbours and smoothed, so that the border of
/// the grid runs evenly along the flank.
void even_out(std::vector<float>& half_rays) {
    constexpr int reach = 6;
    const std::vector<float> raw = half_rays;
    const int rows = static_cast<int>(raw.size());
    for (int row = 0; row < rows; ++row) {
        for (int k = -reach; k <= reach; ++k) {
            const auto from = static_cast<std::size_t>(std::clamp(row + k, 0, rows - 1));
            half_rays[static_cast<std::size_t>(row)] =
                std::min(half_rays[static_cast<std::size_t>(row)], raw[from]);
        }
    }
    gaussian_blur(half_rays, 1, rows, 0.0F, 2.4F);
    for (std::size_t row = 0; row < raw.size(); ++row) {
        half_rays[row] = std::min(half_rays[row], raw[row]);
    }
}

/// Point of the fan at a fractional ray.
Vec3 on_fan(const RayFan& fan, float ray) {
    const auto i = static_cast<std::size_t>(std::clamp(ray, 0.0F, fan_rays - 1.001F));
    return glm::mix(fan[i], fan[i + 1], ray - static_cast<float>(i));
}

/// Fills one row with points at equal arc length between two fractional rays.
void resample_row(const RayFan& fan, float first_ray, float last_ray, Vec3* row) {
    constexpr int pieces = 2 * fan_rays;
    std::array<float, pieces + 1> arc{};
    const auto ray_of = [&](int piece) {
        return math::mix(first_ray, last_ray, static_cast<float>(piece) / pieces);
    };
    for (int i = 1; i <= pieces; ++i) {
        const float step = glm::length(on_fan(fan, ray_of(i)) - on_fan(fan, ray_of(i - 1)));
        arc[static_cast<std::size_t>(i)] = arc[static_cast<std::size_t>(i - 1)] + std::min(step, .02F);
    }
    std::size_t k = 0;
    for (int column = 0; column < SkinGrid::columns; ++column) {
        const float want = arc.back() * static_cast<float>(column) / (SkinGrid::columns - 1);
        while (k < pieces - 1 && arc[k + 1] < want) {
            ++k;
        }
        const float t = math::clamp01((want - arc[k]) / std::max(arc[k + 1] - arc[k], 1e-7F));
        row[column] = on_fan(fan, math::mix(ray_of(static_cast<int>(k)), ray_of(static_cast<int>(k) + 1), t));
    }
}

Vec3 field_normal(const Body& body, Vec3 p) {
    // Four corners of a tetrahedron give the gradient with four evaluations.
    constexpr float e = .0016F;
    constexpr std::array corners{Vec3(1, -1, -1), Vec3(-1, -1, 1), Vec3(-1, 1, -1), Vec3(1, 1, 1)};
    Vec3 sum(0);
    for (const Vec3& corner : corners) {
        sum += corner * body.skin_distance(p + corner * e);
    }
    return glm::normalize(sum);
}

void find_normals(const Body& body, SkinGrid& grid) {
    grid.normal.clear();
    grid.normal.reserve(grid.position.size());
    for (const Vec3& p : grid.position) {
        grid.normal.push_back(field_normal(body, p));
    }
}

/// Normals low-passed for hands and columns.
void smooth_normals(SkinGrid& grid) {
    constexpr float smoothing_m = 0.012F; // deviation: most of the weight within 24 mm
    grid.smooth_normal = grid.normal;
    const float row_spacing_m =
        grid.spine_length_m * (SkinGrid::v_last - SkinGrid::v_first) / (SkinGrid::rows - 1);
    const float column_spacing_m = grid.half_biacromial_m * 2.1F / (SkinGrid::columns - 1);
    gaussian_blur(grid.smooth_normal, SkinGrid::columns, SkinGrid::rows, smoothing_m / column_spacing_m,
                  smoothing_m / row_spacing_m);
    for (Vec3& n : grid.smooth_normal) {
        n = glm::normalize(n);
    }
}

/// Widths of the rows to either side of the middle ray.
struct Reach {
    std::vector<float> left = std::vector<float>(SkinGrid::rows);
    std::vector<float> right = std::vector<float>(SkinGrid::rows);
};

/// Points and normals of the rows at those widths.
void fill(const Body& body, const std::vector<RayFan>& fans, const Reach& reach, SkinGrid& grid) {
    for (std::size_t row = 0; row < fans.size(); ++row) {
        constexpr float middle = middle_ray;
        resample_row(fans[row], middle - reach.left[row], middle + reach.right[row],
                     &grid.position[row * static_cast<std::size_t>(SkinGrid::columns)]);
    }
    find_normals(body, grid);
}

/// Draws rows in that have a cell which does not face out: in the armpit of a stout body that bends, the
/// border runs over a corner. False when there is none.
bool narrow_folded_rows(const SkinGrid& grid, Reach& reach) {
    constexpr float narrower = 0.97F;
    bool folded = false;
    for (int row = 0; row + 1 < SkinGrid::rows; ++row) {
        for (int column = 0; column + 1 < SkinGrid::columns; ++column) {
            const Vec3 p = grid.at(column, row);
            const Vec3 out = glm::cross(grid.at(column, row + 1) - p, grid.at(column + 1, row) - p);
            if (glm::dot(out, grid.normal[SkinGrid::index(column, row)]) > 0) {
                continue;
            }
            folded = true;
            std::vector<float>& side = column < SkinGrid::columns / 2 ? reach.left : reach.right;
            side[static_cast<std::size_t>(row)] *= narrower;
            side[static_cast<std::size_t>(row) + 1] *= narrower;
        }
    }
    return folded;
}

} // namespace

SkinGrid cast_skin_grid(const Body& body) {
    constexpr int most_rounds = 12; // of drawing in; one does for nearly every body
    SkinGrid grid;
    grid.half_biacromial_m = body.half_biacromial_m();
    grid.spine_length_m = body.spine_length_m();
    grid.position.resize(static_cast<std::size_t>(SkinGrid::columns) * SkinGrid::rows);

    std::vector<RayFan> fans(SkinGrid::rows);
    Reach reach;
    std::array<float, fan_rays> guess{};
    if (body.parameters().scoliosis_deg != 0) {
        grid.spine_x_m.resize(SkinGrid::rows);
    }
    for (std::size_t row = 0; row < fans.size(); ++row) {
        const float v =
            math::mix(SkinGrid::v_first, SkinGrid::v_last, static_cast<float>(row) / (SkinGrid::rows - 1));
        cast_fan(body, v, guess, fans[row]);
        const float limit_m = body.half_width(v) + arm_clearance_m;
        const float spine_x = body.spine_x(v);
        if (!grid.spine_x_m.empty()) {
            grid.spine_x_m[row] = spine_x;
        }
        reach.left[row] = static_cast<float>(last_ray(fans[row], -1, limit_m - spine_x));
        reach.right[row] = static_cast<float>(last_ray(fans[row], 1, limit_m + spine_x));
    }
    bool folded = true;
    for (int round = 0; folded && round < most_rounds; ++round) {
        even_out(reach.left);
        even_out(reach.right);
        fill(body, fans, reach, grid);
        folded = narrow_folded_rows(grid, reach);
    }
    smooth_normals(grid);
    return grid;
}

} // namespace tactus::anatomy
