#include "sim/client/place.hpp"

#include <algorithm>

namespace tactus::client {

std::vector<std::string_view> place_parts(std::string_view id) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = std::min(id.find('+'), id.size());
        parts.push_back(id.substr(0, end));
        if (end == id.size()) {
            return parts;
        }
        id.remove_prefix(end + 1);
    }
}

Place::Place(const Condition& condition, std::string_view id) {
    for (const std::string_view part : place_parts(id)) {
        anywhere_ = anywhere_ || part == anywhere;
        if (const auto area = std::ranges::find(condition.areas, part, &SkinArea::id);
            area != condition.areas.end()) {
            areas_.push_back(*area);
        } else if (const auto region = anatomy::region_named(part)) {
            regions_.push_back(anatomy::region_box(*region));
        }
    }
}

bool Place::contains(float u, float v) const {
    const auto in_area = [&](const SkinArea& area) { return client::contains(area, u, v); };
    const auto in_region = [&](const anatomy::RegionBox& box) { return anatomy::contains(box, u, v); };
    return anywhere_ || std::ranges::any_of(areas_, in_area) || std::ranges::any_of(regions_, in_region);
}

float cap_at(const Condition& condition, float u, float v, bool broad) {
    float least = 0;
    for (const ConditionCap& cap : condition.caps) {
        const float allowed = broad ? cap.palm_n : cap.thumb_n;
        const bool lower = allowed > 0 && (least == 0 || allowed < least);
        if (lower && Place(condition, cap.place).contains(u, v)) {
            least = allowed;
        }
    }
    return least;
}

} // namespace tactus::client
