#include "sim/physiology/place_loads.hpp"

namespace tactus::physiology {

float load_in(const client::Place& place, const contact::ContactReport& report) {
    if (!report.touching) {
        return 0;
    }
    float all = 0;
    float here = 0;
    for (const contact::LoadedPoint& point : report.points) {
        const float load = point.pressure_pa * point.area_m2;
        all += load;
        here += place.contains(point.u, point.v) ? load : 0.0F;
    }
    return all > report.force_n ? here * report.force_n / all : here;
}

} // namespace tactus::physiology
