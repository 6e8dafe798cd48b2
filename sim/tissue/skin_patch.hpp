#pragma once
/// A tool's solved contact with where it lies on the skin field, and what is read from it: reports, pressure.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/contact_report.hpp"
#include "sim/tissue/skin_contact.hpp"

#include <span>
#include <vector>

namespace tactus::tissue {

/// The skin field of 97 x 129 points: spine coordinates and rest areas.
struct SkinField {
    static constexpr int columns = anatomy::SkinGrid::field_columns;
    static constexpr int rows = anatomy::SkinGrid::field_rows;
    std::vector<Vec2> spine;    ///< (u, v) of each point
    std::vector<float> area_m2; ///< for which each point stands, at rest

    explicit SkinField(const anatomy::Anatomy& anatomy);
    [[nodiscard]] Vec2 spine_at(float column, float row) const;
};

/// Where a grid's skin points lie on the field: field place = first + spacing * grid place.
struct SkinPatch {
    const Grid* grid;
    const SkinContact* contact;
    int column_first;
    int row_first;
    int spacing;
    const SkinContact* other = nullptr; ///< the other hand's tool on the same grid, if it touches
};

/// Where two tools press on one point, as when a hand lies on the other, the skin bears the sum of both: each
/// report then has the whole pressure of the point, and of its area the share of its own load. So the two
/// areas add up to the skin that is touched, and pressure * area is still the tool's own load.
///
/// Points, area, pressures, centre, depth, slip of the report of one tool on all its grids; the caller adds
/// travel, support and trust.
void describe_contact(std::span<const SkinPatch> patches, const SkinField& field, double seconds,
                      contact::ContactReport& report);

/// Adds the loads of the patch to the field's points, as pressure: the sum of pressure * area is the patch's
/// load.
void add_pressure(const SkinPatch& patch, const SkinField& field, std::span<float> pressure_pa);

} // namespace tactus::tissue
