#include "engine/ui/widgets/back_map.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tactus::ui {

namespace {

using anatomy::SkinGrid;

constexpr int map_row_step = 2; ///< of the field: cells of some 11 mm
constexpr int map_column_step = 2;
constexpr int spine_column = SkinGrid::field_columns / 2;
constexpr int coverage_levels = 5; ///< of coverage that are told apart

/// From metres seen from above to the rectangle.
struct Above {
    Vec2 origin; ///< logical pixels of x = 0, z = 0
    float scale;

    [[nodiscard]] Vec2 at(Vec3 point) const {
        return {origin.x + scale * point.x, origin.y + scale * point.z};
    }
};

Above fit(const Rect& rect, const SkinGrid& skin) {
    Vec2 low(1e9F);
    Vec2 high(-1e9F);
    for (const Vec3& point : skin.position) {
        low = glm::min(low, Vec2(point.x, point.z));
        high = glm::max(high, Vec2(point.x, point.z));
    }
    const float scale = std::min(rect.width / (high.x - low.x), rect.height / (high.y - low.y));
    return {rect.middle() - 0.5F * scale * (low + high), scale};
}

std::size_t field_index(int row, int column) {
    return static_cast<std::size_t>(row) * SkinGrid::field_columns + static_cast<std::size_t>(column);
}

int level_of(std::span<const std::uint8_t> coverage, int row, int column) {
    const std::size_t index = field_index(row, column);
    return index < coverage.size() ? (coverage[index] * coverage_levels + 254) / 255 : 0;
}

Colour colour_of(const Theme& theme, int level) {
    return level == 0 ? theme.text.at(0.16F)
                      : theme.teal.at(0.25F + 0.75F * static_cast<float>(level) / coverage_levels);
}

void outline_zone(Canvas& canvas, const Above& above, const SkinGrid& skin, const scoring::Zone& zone,
                  float side) {
    std::vector<Vec2> edge;
    const auto add = [&](float u, float v) {
        const anatomy::GridPlace place = anatomy::locate(skin, side * u, v);
        edge.push_back(above.at(
            skin.at(static_cast<int>(std::lround(place.column)), static_cast<int>(std::lround(place.row)))));
    };
    constexpr int pieces = 12;
    const auto part = [](float low, float high, int piece) {
        return low + (high - low) * static_cast<float>(piece) / pieces;
    };
    for (int piece = 0; piece <= pieces; ++piece) {
        add(zone.u_low, part(zone.v_low, zone.v_high, piece));
    }
    for (int piece = 0; piece <= pieces; ++piece) {
        add(zone.u_high, part(zone.v_high, zone.v_low, piece));
    }
    edge.push_back(edge.front());
    canvas.polyline(edge, canvas.theme().text.at(0.75F), 1.3F);
}

} // namespace

void back_map(Canvas& canvas, const Rect& rect, const SkinGrid& skin, std::span<const std::uint8_t> coverage,
              const scoring::Zone* zone) {
    const Above above = fit(rect, skin);
    const auto place = [&](int row, int column) { return above.at(skin.at(2 * column, 2 * row)); };
    for (int row = 0; row + map_row_step < SkinGrid::field_rows; row += map_row_step) {
        // Cells of one level lie in one piece: fewer of them, and no seams.
        for (int from = 0; from + map_column_step < SkinGrid::field_columns;) {
            const int level = level_of(coverage, row + 1, from + 1);
            int to = from;
            while (to + map_column_step < SkinGrid::field_columns &&
                   level_of(coverage, row + 1, to + 1) == level) {
                to += map_column_step;
            }
            // Edges of the row's middle, so that neighbours meet.
            const float left = place(row + 1, from).x;
            const float top = place(row, spine_column).y;
            canvas.fill(
                {left, top, place(row + 1, to).x - left, place(row + map_row_step, spine_column).y - top},
                colour_of(canvas.theme(), level));
            from = to;
        }
    }
    if (zone != nullptr) {
        if (zone->sides != scoring::Zone::Sides::left) {
            outline_zone(canvas, above, skin, *zone, 1);
        }
        if (zone->sides != scoring::Zone::Sides::right) {
            outline_zone(canvas, above, skin, *zone, -1);
        }
    }
}

float covered_share(const SkinGrid& skin, std::span<const std::uint8_t> coverage, const scoring::Zone& zone) {
    int inside = 0;
    int covered = 0;
    for (int row = 0; row < SkinGrid::field_rows; ++row) {
        for (int column = 0; column < SkinGrid::field_columns; ++column) {
            const Vec2 place = anatomy::spine_coordinates(
                skin, {2.0F * static_cast<float>(column), 2.0F * static_cast<float>(row)});
            if (scoring::in_zone(zone, place.x, place.y)) {
                ++inside;
                covered +=
                    field_index(row, column) < coverage.size() && coverage[field_index(row, column)] >= 250
                        ? 1
                        : 0;
            }
        }
    }
    return inside == 0 ? 0 : static_cast<float>(covered) / static_cast<float>(inside);
}

} // namespace tactus::ui
