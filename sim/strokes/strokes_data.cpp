#include "sim/strokes/strokes_data.hpp"

namespace tactus::strokes {

std::span<const NamedConstant> constants() {
    static constexpr std::array list{
        NamedConstant{"strokes.sparc_cut_off_hz", sparc_cut_off_hz},
        NamedConstant{"strokes.sparc_amplitude_threshold", sparc_amplitude_threshold},
        NamedConstant{"strokes.plateau_end_s", plateau_end_s},
        NamedConstant{"strokes.speed_filter_hz", speed_filter_hz},
        NamedConstant{"strokes.pause_s", pause_s},
        NamedConstant{"strokes.resting_speed_m_s", resting_speed_m_s},
        NamedConstant{"strokes.holding_area_m2", holding_area_m2},
        NamedConstant{"strokes.shortest_stroke_m", shortest_stroke_m},
        NamedConstant{"strokes.pleasant_speed_m_s", pleasant_speed_m_s},
        NamedConstant{"strokes.place_unit_m", place_unit_m},
        NamedConstant{"strokes.warp_band_share", warp_band_share},
        NamedConstant{"strokes.even_acceleration_m_s2", even_acceleration_m_s2},
    };
    return list;
}

} // namespace tactus::strokes
