#include "sim/strokes/dtw.hpp"

#include "sim/strokes/strokes_data.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tactus::strokes {

namespace {

double between(const Feature& a, const Feature& b) {
    double sum = 0;
    for (std::size_t index = 0; index < a.size(); ++index) {
        sum += (a[index] - b[index]) * (a[index] - b[index]);
    }
    return std::sqrt(sum);
}

/// The table of costs, with the band in it.
class Table {
public:
    Table(std::span<const Feature> first, std::span<const Feature> second, double band_share)
        : columns_(second.size()), cost_(first.size() * second.size(), unreachable) {
        const double longer = static_cast<double>(std::max(first.size(), second.size()));
        // Under one cell the band would tear where the lengths differ.
        const double reach = std::max(1.0, band_share * longer);
        const double slope =
            first.size() > 1 ? static_cast<double>(second.size() - 1) / static_cast<double>(first.size() - 1)
                             : 0;
        for (std::size_t i = 0; i < first.size(); ++i) {
            for (std::size_t j = 0; j < second.size(); ++j) {
                if (first.size() == 1 || std::fabs(static_cast<double>(j) - slope * static_cast<double>(i)) <=
                                             reach * std::max(1.0, slope)) {
                    at(i, j) = between(first[i], second[j]) + cheapest_before(i, j);
                }
            }
        }
    }

    [[nodiscard]] double total() const { return cost_.back(); }

    /// The cell before (i, j) on the cheapest way; diagonal first when they are alike.
    [[nodiscard]] std::pair<std::size_t, std::size_t> before(std::size_t i, std::size_t j) const {
        if (i == 0 || j == 0) {
            return {i == 0 ? 0 : i - 1, j == 0 ? 0 : j - 1};
        }
        const double diagonal = at(i - 1, j - 1);
        const double up = at(i - 1, j);
        const double left = at(i, j - 1);
        if (diagonal <= up && diagonal <= left) {
            return {i - 1, j - 1};
        }
        return up <= left ? std::pair(i - 1, j) : std::pair(i, j - 1);
    }

private:
    static constexpr double unreachable = std::numeric_limits<double>::infinity();

    double& at(std::size_t i, std::size_t j) { return cost_[i * columns_ + j]; }

    [[nodiscard]] double at(std::size_t i, std::size_t j) const { return cost_[i * columns_ + j]; }

    [[nodiscard]] double cheapest_before(std::size_t i, std::size_t j) const {
        if (i == 0 && j == 0) {
            return 0;
        }
        const auto [from_i, from_j] = before(i, j);
        return at(from_i, from_j);
    }

    std::size_t columns_;
    std::vector<double> cost_;
};

} // namespace

std::vector<Feature> features_of(const StrokeTrace& stroke, const FeatureScale& scale, Vec2 origin_m) {
    std::vector<Feature> features;
    features.reserve(stroke.points.size());
    for (const StrokePoint& point : stroke.points) {
        const Vec2 place = (point.place_m - origin_m) / place_unit_m.f();
        features.push_back(
            {place.x, place.y, point.force_n / scale.force_n, point.speed_m_s / scale.speed_m_s});
    }
    return features;
}

Warp warp(std::span<const Feature> first, std::span<const Feature> second, double band_share) {
    Warp warp;
    if (first.empty() || second.empty()) {
        return warp;
    }
    const Table table(first, second, band_share);
    std::pair<std::size_t, std::size_t> cell{first.size() - 1, second.size() - 1};
    warp.steps.push_back(cell);
    while (cell.first > 0 || cell.second > 0) {
        cell = table.before(cell.first, cell.second);
        warp.steps.push_back(cell);
    }
    std::ranges::reverse(warp.steps);
    warp.distance = table.total() / static_cast<double>(warp.steps.size());
    return warp;
}

} // namespace tactus::strokes
