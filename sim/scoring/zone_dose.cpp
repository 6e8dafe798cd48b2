#include "sim/scoring/zone_dose.hpp"

#include <algorithm>
#include <span>

namespace tactus::scoring {

namespace {

/// Largest dose that a step wants at (u, v); negative when no step has a zone there.
double wanted_dose(const MarkedRun& run, Vec2 place) {
    double wanted = -1;
    for (const MarkedTask& task : run.tasks) {
        if (task.task.zone && in_zone(*task.task.zone, place.x, place.y)) {
            wanted = std::max(wanted, static_cast<double>(task.task.dose_min_pa_s));
        }
    }
    return wanted;
}

bool outside_all(const MarkedRun& run, Vec2 place) {
    const auto margin = static_cast<float>(run.rubric.stray_margin_m);
    const float margin_u = margin / run.anatomy.skin.half_biacromial_m;
    const float margin_v = margin / run.anatomy.skin.spine_length_m;
    return std::ranges::none_of(run.tasks, [&](const MarkedTask& task) {
        return task.task.zone && in_zone(*task.task.zone, place.x, place.y, margin_u, margin_v);
    });
}

/// Grid points and their dose, counted over the skin.
struct Tally {
    double zone_points = 0;
    double covered = 0;
    double missed = 0;
    double missed_left = 0;
    double missed_v = 0;
    double stray = 0;
};

/// One point of the skin that a step asks to be covered.
void count_zone_point(Tally& tally, Vec2 place, bool enough) {
    tally.zone_points += 1;
    if (enough) {
        tally.covered += 1;
        return;
    }
    tally.missed += 1;
    tally.missed_left += place.x < 0 ? 1 : 0;
    tally.missed_v += place.y;
}

} // namespace

ZoneDose zone_dose(const MarkedRun& run) {
    using anatomy::SkinGrid;
    ZoneDose sum;
    sum.asked = std::ranges::any_of(
        run.tasks, [](const MarkedTask& task) { return task.task.zone && task.task.dose_min_pa_s > 0; });
    const std::span<const double> dose = run.trace.dose_pa_s;
    if (dose.size() != static_cast<std::size_t>(SkinGrid::field_columns) * SkinGrid::field_rows) {
        return sum;
    }
    const int stride = run.live ? 2 : 1; // every fourth point is enough for a figure on the screen
    Tally tally;
    for (int row = 0; row < SkinGrid::field_rows; row += stride) {
        for (int column = 0; column < SkinGrid::field_columns; column += stride) {
            const std::size_t k = static_cast<std::size_t>(row) * SkinGrid::field_columns + column;
            const Vec2 place = anatomy::spine_coordinates(
                run.anatomy.skin, {static_cast<float>(2 * column), static_cast<float>(2 * row)});
            const double wanted = wanted_dose(run, place);
            if (wanted > 0) {
                count_zone_point(tally, place, dose[k] >= wanted);
            }
            if (dose[k] > 0) {
                sum.total += dose[k];
                tally.stray += wanted < 0 && outside_all(run, place) ? dose[k] : 0;
            }
        }
    }
    sum.covered_share = tally.zone_points > 0 ? tally.covered / tally.zone_points : 0;
    sum.stray_share = sum.total > 0 ? tally.stray / sum.total : 0;
    sum.missed_left = tally.missed > 0 ? tally.missed_left / tally.missed : 0.5;
    sum.missed_v = tally.missed > 0 ? tally.missed_v / tally.missed : 0.5;
    return sum;
}

std::vector<double> region_cover(const MarkedRun& run) {
    using anatomy::SkinGrid;

    struct Region {
        Zone zone; ///< on one side
        double wanted = 0;
        double points = 0;
        double dosed = 0;
    };

    std::vector<Region> regions;
    for (const MarkedTask& task : run.tasks) {
        if (!task.task.zone || task.task.dose_min_pa_s <= 0) {
            continue;
        }
        for (const Zone::Sides side : {Zone::Sides::left, Zone::Sides::right}) {
            Zone half = *task.task.zone;
            if (half.sides != Zone::Sides::both && half.sides != side) {
                continue;
            }
            half.sides = side;
            if (std::ranges::find(regions, half, &Region::zone) == regions.end()) {
                regions.push_back({.zone = half, .wanted = task.task.dose_min_pa_s});
            }
        }
    }
    const std::span<const double> dose = run.trace.dose_pa_s;
    if (dose.size() == static_cast<std::size_t>(SkinGrid::field_columns) * SkinGrid::field_rows) {
        for (std::size_t k = 0; k < dose.size(); ++k) {
            const auto column = static_cast<float>(2 * (k % SkinGrid::field_columns));
            const auto row = static_cast<float>(2 * (k / SkinGrid::field_columns));
            const Vec2 place = anatomy::spine_coordinates(run.anatomy.skin, {column, row});
            for (Region& region : regions) {
                if (in_zone(region.zone, place.x, place.y)) {
                    region.points += 1;
                    region.dosed += dose[k] >= region.wanted ? 1 : 0;
                }
            }
        }
    }
    std::vector<double> shares;
    for (const Region& region : regions) {
        shares.push_back(region.points > 0 ? region.dosed / region.points : 0);
    }
    return shares;
}

} // namespace tactus::scoring
