#include "sim/tissue/press.hpp"

#include <algorithm>

namespace tactus::tissue {

void Press::begin_step(double seconds, bool touching, double heave) {
    previous = travel;
    damping = travel_damping_mn_s_mm / seconds;
    high = std::min(stop, previous + travel_speed_mm_s * seconds + heave);
    low = previous - 2 * travel_speed_mm_s * seconds - heave;
    high = std::max(high, low);
    if (imposed >= 0) {
        travel = low = high = imposed;
    } else if (command <= 0) {
        travel = std::clamp(0.0, low, high);
    } else if (!touching) {
        travel = std::clamp(previous + command / travel_damping_mn_s_mm * seconds, low, high);
    } else {
        travel = std::clamp(previous, low, high);
    }
}

void Press::decide_hold(double contact_force, bool touching) {
    constexpr double slack_mm = 1e-9;
    const double d = drive(contact_force);
    held = imposed >= 0 || command <= 0 || !touching || (travel >= high - slack_mm && d > 0) ||
           (travel <= low + slack_mm && d < 0);
}

} // namespace tactus::tissue
