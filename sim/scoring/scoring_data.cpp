#include "sim/scoring/scoring_data.hpp"

namespace tactus::scoring {

std::span<const NamedConstant> constants() {
    static constexpr std::array list{
        NamedConstant{"scoring.walton_palm_1_n", walton_palm_n[0]},
        NamedConstant{"scoring.walton_palm_2_n", walton_palm_n[1]},
        NamedConstant{"scoring.walton_palm_3_n", walton_palm_n[2]},
        NamedConstant{"scoring.walton_palm_4_n", walton_palm_n[3]},
        NamedConstant{"scoring.walton_palm_5_n", walton_palm_n[4]},
        NamedConstant{"scoring.walton_thumb_2_n", walton_thumb_n[0]},
        NamedConstant{"scoring.walton_thumb_3_n", walton_thumb_n[1]},
        NamedConstant{"scoring.walton_thumb_4_n", walton_thumb_n[2]},
        NamedConstant{"scoring.walton_thumb_5_n", walton_thumb_n[3]},
        NamedConstant{"scoring.guard_event_points", guard_event_points},
        NamedConstant{"scoring.hold_speed_m_s", hold_speed_m_s},
        NamedConstant{"scoring.search_path_m", search_path_m},
        NamedConstant{"scoring.near_point_m", near_point_m},
    };
    return list;
}

} // namespace tactus::scoring
