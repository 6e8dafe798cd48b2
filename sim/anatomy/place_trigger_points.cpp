#include "sim/anatomy/place_trigger_points.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/relief.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::anatomy {
namespace {

/// Half axes of a nodule: along the fibre, across, in depth (facts 3.3).
Vec3 nodule_radii_m(Activity activity) {
    const bool active = activity == Activity::active;
    const float length = (active ? active_nodule_length_m : latent_nodule_length_m).f();
    const float width = (active ? active_nodule_width_m : latent_nodule_width_m).f();
    return {0.5F * length, 0.5F * width, 0.5F * width};
}

/// Unit direction of a taut band: 0 degrees = lateral, 90 = cranial, mirrored on the left.
Vec3 band_direction(const SurfacePoint& at, float degrees, float side) {
    const float angle = degrees * static_cast<float>(math::pi / 180.0);
    return glm::normalize(at.across * (side * math::cos(angle)) - at.along * math::sin(angle));
}

/// Depth of the nodule's centre: the facts' middle, moved by the fat of this client and kept inside the
/// muscle.
float nodule_depth_m(const Body& body, const TriggerPointSite& site, float cover_m, float base_m,
                     float radius_m) {
    BodyParameters reference;
    reference.bmi = 22;
    const float reference_fat_m = fat_thickness(reference, site.u, site.v);
    const float wanted =
        0.5F * (site.depth_low_m + site.depth_high_m) + body.fat(site.u, site.v) - reference_fat_m;
    const float low = cover_m + radius_m;
    const float high = base_m - radius_m;
    return low < high ? std::clamp(wanted, low, high) : 0.5F * (cover_m + base_m);
}

} // namespace

std::vector<TriggerPoint> place_trigger_points(const Body& body, const SkinGrid& grid, const LayerMap& layers,
                                               std::span<const TriggerPointChoice> choices) {
    std::vector<TriggerPoint> points;
    for (const TriggerPointChoice& choice : choices) {
        const TriggerPointSite* site = trigger_point_site(choice.site);
        if (site == nullptr) {
            continue;
        }
        const float side = choice.right ? 1.0F : -1.0F;
        const GridPlace place = locate(grid, side * site->u, site->v);
        const Vec2 uv = spine_coordinates(grid, place);
        const SurfacePoint at = surface(grid, place);
        const std::size_t k = SkinGrid::index(static_cast<int>(std::floor(place.column + 0.5F)),
                                              static_cast<int>(std::floor(place.row + 0.5F)));
        const Vec3 radii = nodule_radii_m(choice.activity);
        const float cover_m = layers.skin_m[k] + layers.fat_m[k];
        const float depth_m = nodule_depth_m(body, *site, cover_m, cover_m + layers.muscle_m[k], radii.z);
        points.push_back({.id = choice.site + (choice.right ? " right" : " left"),
                          .site = site,
                          .right = choice.right,
                          .activity = choice.activity,
                          .u = uv.x,
                          .v = uv.y,
                          .depth_m = depth_m,
                          .centre_m = at.position + layers.inward[k] * depth_m,
                          .skin_m = at.position,
                          .fibre = band_direction(at, site->fibre_deg, side),
                          .radii_m = radii,
                          .stiffness = (choice.activity == Activity::active ? active_nodule_stiffness
                                                                            : latent_nodule_stiffness)
                                           .f()});
    }
    return points;
}

} // namespace tactus::anatomy
