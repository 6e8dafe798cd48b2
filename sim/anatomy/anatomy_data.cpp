#include "sim/anatomy/anatomy_data.hpp"

#include <array>

namespace tactus::anatomy {

std::span<const NamedConstant> constants() {
    static const std::array table{
        NamedConstant{"anatomy.male_stature_m", male_stature_m},
        NamedConstant{"anatomy.female_stature_m", female_stature_m},
        NamedConstant{"anatomy.male_half_biacromial_m", male_half_biacromial_m},
        NamedConstant{"anatomy.female_half_biacromial_m", female_half_biacromial_m},
        NamedConstant{"anatomy.male_spine_length_m", male_spine_length_m},
        NamedConstant{"anatomy.female_spine_length_m", female_spine_length_m},
        NamedConstant{"anatomy.male_c7_height_m", male_c7_height_m},
        NamedConstant{"anatomy.female_c7_height_m", female_c7_height_m},
        NamedConstant{"anatomy.mean_kyphosis_deg", mean_kyphosis_deg},
        NamedConstant{"anatomy.mean_lordosis_deg", mean_lordosis_deg},
        NamedConstant{"anatomy.prone_posture_share", prone_posture_share},
        NamedConstant{"anatomy.trunk_turn_share", trunk_turn_share},
        NamedConstant{"anatomy.skin_thickness_m", skin_thickness_m},
        NamedConstant{"anatomy.old_skin_thickness_m", old_skin_thickness_m},
        NamedConstant{"anatomy.column_least_m", column_least_m},
        NamedConstant{"anatomy.column_most_m", column_most_m},
        NamedConstant{"anatomy.active_nodule_length_m", active_nodule_length_m},
        NamedConstant{"anatomy.active_nodule_width_m", active_nodule_width_m},
        NamedConstant{"anatomy.latent_nodule_length_m", latent_nodule_length_m},
        NamedConstant{"anatomy.latent_nodule_width_m", latent_nodule_width_m},
        NamedConstant{"anatomy.active_nodule_stiffness", active_nodule_stiffness},
        NamedConstant{"anatomy.latent_nodule_stiffness", latent_nodule_stiffness},
    };
    return table;
}

} // namespace tactus::anatomy
