#include "sim/physiology/place_loads.hpp"

#include "sim/anatomy/regions.hpp"

#include <algorithm>

namespace tactus::physiology {
namespace {

/// Calls `body` with a test of (u, v), chosen once for the place.
template <class Body>
auto with_test(const client::Condition& condition, std::string_view place, const Body& body) {
    const auto area = std::ranges::find(condition.areas, place, &client::SkinArea::id);
    if (area != condition.areas.end()) {
        return body([&](float u, float v) { return client::contains(*area, u, v); });
    }
    if (const auto region = anatomy::region_named(place)) {
        const anatomy::RegionBox& box = anatomy::region_box(*region);
        return body([&](float u, float v) { return anatomy::contains(box, u, v); });
    }
    return body([](float, float) { return true; });
}

} // namespace

float load_in(const client::Condition& condition, std::string_view place,
              const contact::ContactReport& report) {
    if (!report.touching) {
        return 0;
    }
    return with_test(condition, place, [&](const auto& inside) {
        float all = 0;
        float here = 0;
        for (const contact::LoadedPoint& point : report.points) {
            const float load = point.pressure_pa * point.area_m2;
            all += load;
            here += inside(point.u, point.v) ? load : 0.0F;
        }
        return all > report.force_n ? here * report.force_n / all : here;
    });
}

bool in_place(const client::Condition& condition, std::string_view place, float u, float v) {
    return with_test(condition, place, [&](const auto& inside) { return inside(u, v); });
}

} // namespace tactus::physiology
