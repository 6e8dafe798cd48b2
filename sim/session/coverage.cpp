#include "sim/session/coverage.hpp"

#include <algorithm>

namespace tactus::session {
namespace {

/// What counts as worked where nothing is asked: the least dose that a drill of ours asks for.
constexpr float worked_pa_s = 1e3F;

} // namespace

Coverage::Coverage(const anatomy::Anatomy& anatomy) {
    for (int row = 0; row < anatomy::SkinGrid::field_rows; ++row) {
        for (int column = 0; column < anatomy::SkinGrid::field_columns; ++column) {
            const anatomy::GridPlace place{static_cast<float>(2 * column), static_cast<float>(2 * row)};
            places_.push_back(anatomy::spine_coordinates(anatomy.skin, place));
        }
    }
    map_.assign(places_.size(), 0.0F);
}

void Coverage::update(std::span<const double> dose_pa_s, const scoring::Task& task) {
    std::ranges::fill(map_, 0.0F);
    share_ = 0;
    if (dose_pa_s.size() != map_.size()) {
        return;
    }
    if (!task.zone || !(task.dose_min_pa_s > 0)) {
        std::ranges::transform(dose_pa_s, map_.begin(), [](double pa_s) {
            return std::min(1.0F, static_cast<float>(pa_s) / worked_pa_s);
        });
        return;
    }
    int points = 0;
    int covered = 0;
    for (std::size_t k = 0; k < map_.size(); ++k) {
        if (!scoring::in_zone(*task.zone, places_[k].x, places_[k].y)) {
            continue;
        }
        ++points;
        map_[k] = std::min(1.0F, static_cast<float>(dose_pa_s[k]) / task.dose_min_pa_s);
        covered += map_[k] >= 1.0F ? 1 : 0;
    }
    share_ = points == 0 ? 0.0F : static_cast<float>(covered) / static_cast<float>(points);
}

} // namespace tactus::session
