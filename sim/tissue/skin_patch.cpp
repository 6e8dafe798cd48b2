#include "sim/tissue/skin_patch.hpp"

#include "sim/tissue/grid_frame.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tactus::tissue {

namespace {

constexpr float place[2] = {0.211324865F, 0.788675135F};
constexpr float least_pressure_pa = 500.0F; ///< contact area counts from here (contact_report.hpp)
constexpr double newton_per_mn = 1e-3;

/// A face's corner values and its Gauss point.
struct FacePoint {
    int column;
    int row;
    float s;
    float t;

    FacePoint(const Grid& grid, int face, int q)
        : column(face % grid.arrays().stride), row(face / grid.arrays().stride), s(place[q & 1]),
          t(place[q >> 1]) {}
};

struct DeformedPoint {
    Vec3 position;     ///< mm
    Vec3 displacement; ///< mm
    float growth;      ///< of the area
};

DeformedPoint deformed(const Grid& grid, const FacePoint& p) {
    std::array<Vec3, 4> x;
    std::array<Vec3, 4> u;
    for (int k = 0; k < 4; ++k) {
        const int i = p.column + (k & 1);
        const int j = p.row + (k >> 1);
        const int at = grid.skin_point(i, j);
        u[k] = grid.displacement(grid.node(i, j, grid.arrays().layers));
        x[k] = Vec3{grid.skin_rest(0)[at], grid.skin_rest(1)[at], grid.skin_rest(2)[at]};
    }
    const auto mix = [&](const std::array<Vec3, 4>& f) {
        return (f[0] * (1 - p.s) + f[1] * p.s) * (1 - p.t) + (f[2] * (1 - p.s) + f[3] * p.s) * p.t;
    };
    const auto area = [&](const std::array<Vec3, 4>& f) {
        const Vec3 across = (f[1] - f[0]) * (1 - p.t) + (f[3] - f[2]) * p.t;
        const Vec3 along = (f[2] - f[0]) * (1 - p.s) + (f[3] - f[1]) * p.s;
        return glm::length(glm::cross(across, along));
    };
    const Vec3 moved = mix(u);
    const Vec3 rest = mix(x);
    const float before = area(x);
    for (int k = 0; k < 4; ++k) {
        x[k] += u[k];
    }
    return {rest + moved, moved, area(x) / before};
}

/// Area-weighted 95th percentile by a histogram of fixed bins: cheap, and no sort whose ties could differ.
float percentile_95(const std::vector<contact::LoadedPoint>& points, float highest) {
    constexpr int bins = 256;
    std::array<double, bins> area{};
    double total = 0;
    for (const contact::LoadedPoint& p : points) {
        if (p.pressure_pa < least_pressure_pa) {
            continue;
        }
        const int bin = std::clamp(static_cast<int>(p.pressure_pa / highest * bins), 0, bins - 1);
        area[bin] += static_cast<double>(p.area_m2);
        total += static_cast<double>(p.area_m2);
    }
    double above = 0.05 * total;
    for (int bin = bins - 1; bin >= 0; --bin) {
        if (area[bin] >= above && area[bin] > 0) {
            const double within = 1 - above / area[bin];
            return highest * static_cast<float>((bin + within) / bins);
        }
        above -= area[bin];
    }
    return 0;
}

/// Running sums over the loaded points.
struct Totals {
    double load = 0;
    double loaded_area = 0; ///< as seen along the approach
    double u = 0;
    double v = 0;
    double slip = 0;
    glm::dvec3 centre{0, 0, 0};
    glm::dvec3 friction{0, 0, 0};
    float highest = 0;
    float depth = 0;
};

} // namespace

SkinField::SkinField(const anatomy::Anatomy& anatomy)
    : spine(static_cast<std::size_t>(columns) * rows),
      area_m2(static_cast<std::size_t>(columns) * rows, 0.0F) {
    for (int j = 0; j < rows; ++j) {
        for (int i = 0; i < columns; ++i) {
            spine[static_cast<std::size_t>(j) * columns + i] = anatomy::spine_coordinates(
                anatomy.skin, {static_cast<float>(2 * i), static_cast<float>(2 * j)});
        }
    }
    for (int j = 0; j + 1 < rows; ++j) {
        for (int i = 0; i + 1 < columns; ++i) {
            const Vec3 a = anatomy.skin.at(2 * i, 2 * j);
            const Vec3 b = anatomy.skin.at(2 * i + 2, 2 * j);
            const Vec3 c = anatomy.skin.at(2 * i, 2 * j + 2);
            const Vec3 d = anatomy.skin.at(2 * i + 2, 2 * j + 2);
            const float area = 0.5F * glm::length(glm::cross(d - a, c - b));
            for (int k = 0; k < 4; ++k) {
                area_m2[static_cast<std::size_t>(j + (k >> 1)) * columns + i + (k & 1)] += 0.25F * area;
            }
        }
    }
}

Vec2 SkinField::spine_at(float column, float row) const {
    const int i = std::clamp(static_cast<int>(column), 0, columns - 2);
    const int j = std::clamp(static_cast<int>(row), 0, rows - 2);
    const float s = column - static_cast<float>(i);
    const float t = row - static_cast<float>(j);
    const Vec2* const p = spine.data() + static_cast<std::size_t>(j) * columns + i;
    return (p[0] * (1 - s) + p[1] * s) * (1 - t) + (p[columns] * (1 - s) + p[columns + 1] * s) * t;
}

namespace {

/// Normal load of the other hand by Gauss point of the grid, mN; empty without one.
std::vector<float> loads_of_other(const SkinPatch& patch) {
    std::vector<float> loads;
    if (patch.other != nullptr) {
        loads.assign(4 * static_cast<std::size_t>(patch.grid->skin_count()), 0.0F);
        patch.other->for_points(*patch.grid, [&](int face, int q) {
            loads[4 * static_cast<std::size_t>(face) + q] = patch.other->arrays().load[q][face];
        });
    }
    return loads;
}

void gather_points(const SkinPatch& patch, const SkinField& field, double seconds,
                   contact::ContactReport& report, Totals& sum) {
    const ContactArrays& a = patch.contact->arrays();
    const Vec3 approach{a.approach[0], a.approach[1], a.approach[2]};
    const std::vector<float> beside = loads_of_other(patch);
    patch.contact->for_points(*patch.grid, [&](int face, int q) {
        const auto load = static_cast<double>(a.load[q][face]);
        if (load <= 0) {
            return;
        }
        const double whole =
            load +
            (beside.empty() ? 0.0 : static_cast<double>(beside[4 * static_cast<std::size_t>(face) + q]));
        const FacePoint at(*patch.grid, face, q);
        const DeformedPoint d = deformed(*patch.grid, at);
        const Vec2 uv =
            field.spine_at(static_cast<float>(patch.column_first) +
                               static_cast<float>(patch.spacing) * (static_cast<float>(at.column) + at.s),
                           static_cast<float>(patch.row_first) +
                               static_cast<float>(patch.spacing) * (static_cast<float>(at.row) + at.t));
        const double area_m2 =
            load / whole * static_cast<double>(patch.grid->point_area(q)[face] * d.growth) * 1e-6;
        const auto pressure = static_cast<float>(load * newton_per_mn / std::max(area_m2, 1e-9));
        const Vec3 friction{a.friction[q][0][face], a.friction[q][1][face], a.friction[q][2][face]};
        const Vec3 slip{a.slip[q][0][face], a.slip[q][1][face], a.slip[q][2][face]};
        const float kept =
            a.tangential[q][face] / (patch.contact->law().friction_stiffness_kpa_mm * a.area[q][face]);
        report.points.push_back({uv.x, uv.y, from_grid_m(d.position), pressure, static_cast<float>(area_m2),
                                 static_cast<float>(static_cast<double>(glm::length(friction)) *
                                                    newton_per_mn / std::max(area_m2, 1e-9))});
        sum.load += load;
        const Vec3 normal{a.normal[q][0][face], a.normal[q][1][face], a.normal[q][2][face]};
        sum.loaded_area +=
            pressure > least_pressure_pa ? area_m2 * static_cast<double>(glm::dot(normal, approach)) : 0.0;
        sum.u += load * static_cast<double>(uv.x);
        sum.v += load * static_cast<double>(uv.y);
        sum.slip += load * static_cast<double>(glm::length(slip) * (1 - kept)) * 1e-3 / seconds;
        sum.centre += glm::dvec3(from_grid_m(d.position)) * load;
        sum.friction += glm::dvec3(friction);
        sum.highest = std::max(sum.highest, pressure);
        sum.depth = std::max(sum.depth, glm::dot(d.displacement, approach));
    });
}

} // namespace

void describe_contact(std::span<const SkinPatch> patches, const SkinField& field, double seconds,
                      contact::ContactReport& report) {
    Totals sum;
    report.points.clear();
    for (const SkinPatch& patch : patches) {
        gather_points(patch, field, seconds, report, sum);
    }
    report.touching = sum.load > 0;
    if (!report.touching) {
        return;
    }
    report.area_m2 = static_cast<float>(sum.loaded_area);
    report.mean_pressure_pa =
        static_cast<float>(static_cast<double>(report.force_n) / std::max(sum.loaded_area, 1e-6));
    report.p95_pa = percentile_95(report.points, std::max(sum.highest, 1.0F));
    report.u = static_cast<float>(sum.u / sum.load);
    report.v = static_cast<float>(sum.v / sum.load);
    report.centre_m = Vec3(sum.centre / sum.load);
    report.depth_m = sum.depth * 1e-3F;
    report.slip_m_s = static_cast<float>(sum.slip / sum.load);
    report.shear_n = static_cast<float>(glm::length(sum.friction) * newton_per_mn);
}

/// On the fine grid a face is a face of the field and its four points hold linear pressures exactly. A point
/// of the coarse grid stands for a quarter of its face, which is a face of the field: given to that face's
/// corners evenly, an even pressure stays even, where bilinear weights would print the coarse lattice on it.
void add_pressure(const SkinPatch& patch, const SkinField& field, std::span<float> pressure_pa) {
    const ContactArrays& a = patch.contact->arrays();
    const bool coarse = patch.spacing > 1;
    patch.contact->for_points(*patch.grid, [&](int face, int q) {
        const double load = static_cast<double>(a.load[q][face]) * newton_per_mn;
        if (load <= 0) {
            return;
        }
        const FacePoint at(*patch.grid, face, q);
        const int i = patch.column_first + patch.spacing * at.column + (coarse ? q & 1 : 0);
        const int j = patch.row_first + patch.spacing * at.row + (coarse ? q >> 1 : 0);
        const float s = coarse ? 0.5F : at.s;
        const float t = coarse ? 0.5F : at.t;
        for (int k = 0; k < 4; ++k) {
            const std::size_t point =
                static_cast<std::size_t>(j + (k >> 1)) * SkinField::columns + i + (k & 1);
            const float weight = (k & 1 ? s : 1 - s) * (k >> 1 ? t : 1 - t);
            pressure_pa[point] += static_cast<float>(load) * weight / field.area_m2[point];
        }
    });
}

} // namespace tactus::tissue
