#pragma once
/// What one tool did to the skin in one step. Every figure is the sum or a statistic of the solved pressures
/// at the quadrature points; none is read off a depth or a command.

#include "sim/math/vec.hpp"

#include <vector>

namespace tactus::contact {

/// One quadrature point of a skin face under load.
struct LoadedPoint {
    float u; ///< spine coordinates of the material point (not of the tool)
    float v;
    Vec3 position_m;   ///< where it is now
    float pressure_pa; ///< normal pressure
    float area_m2;     ///< the area it stands for; load = pressure_pa * area_m2
    float shear_pa;    ///< magnitude of friction
};

struct ContactReport {
    bool touching = false;       ///< any loaded point
    float commanded_force_n = 0; ///< after the limits of `hands`
    float force_n = 0; ///< of pressure and friction along the approach axis: the force shown, scored and felt
    float support_n = 0; ///< reaction of bone and base along the same axis
    float trust_error =
        0;             ///< |force - support| / max(force, 1 N): above 0.10 the figure is not to be trusted
    float area_m2 = 0; ///< deformed area with more than 0.5 kPa, as seen along the approach: the walls of a
                       ///< dent add nothing to it, so an even pressure is force / area
    float mean_pressure_pa = 0; ///< force / area
    float p95_pa = 0;           ///< area-weighted 95th percentile of pressure over the loaded area
    float u = 0;                ///< centre of pressure on the material, spine coordinates
    float v = 0;
    Vec3 centre_m;                 ///< centre of pressure in the body frame, deformed
    float depth_m = 0;             ///< deepest sinking of loaded skin along the approach axis
    float travel_m = 0;            ///< of the tool past the rest skin
    float speed_m_s = 0;           ///< of the tool along the rest surface
    float slip_m_s = 0;            ///< load-weighted sliding speed of the tool over the skin
    float shear_n = 0;             ///< friction force on the skin
    float bone_share = 0;          ///< 0..1: share of the support reaction carried by bone, not by soft base
    float stiffness_n_per_m = 0;   ///< secant dF/d(travel) while loading; 0 when unknown
    bool load_not_reached = false; ///< the travel stop or the tissue's limit load was met; force_n < command
    std::vector<LoadedPoint> points; ///< reserved once; cleared each step
};

} // namespace tactus::contact
