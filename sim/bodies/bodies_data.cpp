#include "sim/bodies/bodies_data.hpp"

#include "sim/bodies/joints_data.hpp"

#include <array>

namespace tactus::bodies {

std::span<const NamedConstant> constants() {
    static const std::array table{
        NamedConstant{"bodies.rib_stiffness_n_per_m", rib_stiffness_n_per_m},
        NamedConstant{"bodies.rib_turning_stiffness_nm_per_rad", rib_turning_stiffness_nm_per_rad},
        NamedConstant{"bodies.rib_mass_kg", rib_mass_kg},
        NamedConstant{"bodies.rib_inertia_kg_m2", rib_inertia_kg_m2},
        NamedConstant{"bodies.scapula_stiffness_n_per_m", scapula_stiffness_n_per_m},
        NamedConstant{"bodies.scapula_turning_stiffness_nm_per_rad", scapula_turning_stiffness_nm_per_rad},
        NamedConstant{"bodies.scapula_mass_kg", scapula_mass_kg},
        NamedConstant{"bodies.scapula_inertia_kg_m2", scapula_inertia_kg_m2},
        NamedConstant{"bodies.vertebra_rise_n", vertebra_rise_n},
        NamedConstant{"bodies.vertebra_steepness_per_m", vertebra_steepness_per_m},
        NamedConstant{"bodies.vertebra_mass_kg", vertebra_mass_kg},
        NamedConstant{"bodies.vertebra_damping_n_s_per_m", vertebra_damping_n_s_per_m},
        NamedConstant{"bodies.joint_damping_ratio", joint_damping_ratio},
        NamedConstant{"bodies.glide_limit_m", glide_limit_m},
        NamedConstant{"bodies.turn_limit_rad", turn_limit_rad},
        NamedConstant{"bodies.neck_stiffness_nm_per_rad", neck_stiffness_nm_per_rad},
        NamedConstant{"bodies.neck_at_onset_nm", neck_at_onset_nm},
        NamedConstant{"bodies.neck_onset_rad", neck_onset_rad},
        NamedConstant{"bodies.neck_steepness_per_rad", neck_steepness_per_rad},
        NamedConstant{"bodies.neck_inertia_kg_m2", neck_inertia_kg_m2},
        NamedConstant{"bodies.neck_damping_nm_s_per_rad", neck_damping_nm_s_per_rad},
        NamedConstant{"bodies.lumbar_stiffness_nm_per_rad", lumbar_stiffness_nm_per_rad},
        NamedConstant{"bodies.lumbar_at_onset_nm", lumbar_at_onset_nm},
        NamedConstant{"bodies.lumbar_onset_rad", lumbar_onset_rad},
        NamedConstant{"bodies.lumbar_steepness_per_rad", lumbar_steepness_per_rad},
        NamedConstant{"bodies.lumbar_inertia_kg_m2", lumbar_inertia_kg_m2},
        NamedConstant{"bodies.lumbar_damping_nm_s_per_rad", lumbar_damping_nm_s_per_rad},
        NamedConstant{"bodies.glide_stiffness_n_per_m", glide_stiffness_n_per_m},
        NamedConstant{"bodies.glide_at_onset_n", glide_at_onset_n},
        NamedConstant{"bodies.glide_onset_m", glide_onset_m},
        NamedConstant{"bodies.glide_steepness_per_m", glide_steepness_per_m},
        NamedConstant{"bodies.glide_mass_kg", glide_mass_kg},
        NamedConstant{"bodies.glide_damping_n_s_per_m", glide_damping_n_s_per_m},
        NamedConstant{"bodies.wing_stiffness_nm_per_rad", wing_stiffness_nm_per_rad},
        NamedConstant{"bodies.wing_at_onset_nm", wing_at_onset_nm},
        NamedConstant{"bodies.wing_onset_rad", wing_onset_rad},
        NamedConstant{"bodies.wing_steepness_per_rad", wing_steepness_per_rad},
        NamedConstant{"bodies.wing_inertia_kg_m2", wing_inertia_kg_m2},
        NamedConstant{"bodies.wing_damping_nm_s_per_rad", wing_damping_nm_s_per_rad},
        NamedConstant{"bodies.muscle_full_strain", muscle_full_strain},
        NamedConstant{"bodies.muscle_curve_shape", muscle_curve_shape},
        NamedConstant{"bodies.upper_trapezius_full_n", upper_trapezius_full_n},
        NamedConstant{"bodies.levator_scapulae_full_n", levator_scapulae_full_n},
        NamedConstant{"bodies.rhomboid_full_n", rhomboid_full_n},
        NamedConstant{"bodies.quadratus_lumborum_full_n", quadratus_lumborum_full_n},
        NamedConstant{"bodies.upper_trapezius_pain_n", upper_trapezius_pain_n},
        NamedConstant{"bodies.levator_scapulae_pain_n", levator_scapulae_pain_n},
        NamedConstant{"bodies.rhomboid_pain_n", rhomboid_pain_n},
        NamedConstant{"bodies.quadratus_lumborum_pain_n", quadratus_lumborum_pain_n},
        NamedConstant{"bodies.first_barrier_stiffening", first_barrier_stiffening},
        NamedConstant{"bodies.second_barrier_stiffening", second_barrier_stiffening},
        NamedConstant{"bodies.creep_stiffness_share", creep_stiffness_share},
        NamedConstant{"bodies.creep_recovery_s", creep_recovery_s},
        NamedConstant{"bodies.joint_rest_below", joint_rest_below},
    };
    return table;
}

} // namespace tactus::bodies
