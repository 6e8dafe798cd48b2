#include "sim/tissue/tissue_data.hpp"

#include <array>

namespace tactus::tissue {

std::span<const NamedConstant> constants() {
    static constexpr std::array list = {
        NamedConstant{"tissue.skin_shear_modulus_pa", skin_shear_modulus_pa},
        NamedConstant{"tissue.skin_volume_shear_modulus_pa", skin_volume_shear_modulus_pa},
        NamedConstant{"tissue.fat_shear_modulus_pa", fat_shear_modulus_pa},
        NamedConstant{"tissue.fat_glide_modulus_pa", fat_glide_modulus_pa},
        NamedConstant{"tissue.fat_glide_thickness_m", fat_glide_thickness_m},
        NamedConstant{"tissue.fat_sheet_modulus_pa", fat_sheet_modulus_pa},
        NamedConstant{"tissue.trapezius_shear_modulus_pa", trapezius_shear_modulus_pa},
        NamedConstant{"tissue.erector_shear_modulus_pa", erector_shear_modulus_pa},
        NamedConstant{"tissue.female_muscle_share", female_muscle_share},
        NamedConstant{"tissue.fascia_share", fascia_share},
        NamedConstant{"tissue.muscle_stiffening", muscle_stiffening},
        NamedConstant{"tissue.fat_stiffening", fat_stiffening},
        NamedConstant{"tissue.skin_stiffening", skin_stiffening},
        NamedConstant{"tissue.skin_fibre_stiffening", skin_fibre_stiffening},
        NamedConstant{"tissue.muscle_fibre_stiffness", muscle_fibre_stiffness},
        NamedConstant{"tissue.skin_fibre_stiffness", skin_fibre_stiffness},
        NamedConstant{"tissue.skin_tension_pa", skin_tension_pa},
        NamedConstant{"tissue.skin_cross_tension", skin_cross_tension},
        NamedConstant{"tissue.poisson_ratio", poisson_ratio},
        NamedConstant{"tissue.fat_poisson_ratio", fat_poisson_ratio},
        NamedConstant{"tissue.tone_slope", tone_slope},
        NamedConstant{"tissue.resting_tone", resting_tone},
        NamedConstant{"tissue.taut_band_factor", taut_band_factor},
        NamedConstant{"tissue.taut_band_radius_m", taut_band_radius_m},
        NamedConstant{"tissue.taut_band_length_m", taut_band_length_m},
        NamedConstant{"tissue.base_slip_limit_m", base_slip_limit_m},
        NamedConstant{"tissue.prony_share_1", prony_share_1},
        NamedConstant{"tissue.prony_share_2", prony_share_2},
        NamedConstant{"tissue.prony_share_3", prony_share_3},
        NamedConstant{"tissue.prony_time_1_s", prony_time_1_s},
        NamedConstant{"tissue.prony_time_2_s", prony_time_2_s},
        NamedConstant{"tissue.prony_time_3_s", prony_time_3_s},
    };
    return list;
}

} // namespace tactus::tissue
