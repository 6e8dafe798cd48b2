#include "sim/bodies/bodies_data.hpp"

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
        NamedConstant{"bodies.joint_damping_ratio", joint_damping_ratio},
        NamedConstant{"bodies.glide_limit_m", glide_limit_m},
        NamedConstant{"bodies.turn_limit_rad", turn_limit_rad},
    };
    return table;
}

} // namespace tactus::bodies
