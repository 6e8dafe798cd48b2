#pragma once
/// Trigger points of facts 4.3: small stiff, tender nodules in a taut band.

#include "sim/anatomy/muscles.hpp"
#include "sim/math/vec.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tactus::anatomy {

/// Active points hurt by themselves, latent ones under pressure alone.
enum class Activity : std::uint8_t { latent, active };

/// A row of facts 4.3.
struct TriggerPointSite {
    std::string_view id;   ///< "LS1"
    std::string_view name; ///< "levator scapulae, lower"
    Muscle muscle;
    float u; ///< right side
    float v;
    float depth_low_m; ///< under the skin, male
    float depth_high_m;
    float fibre_deg; ///< 0 = lateral, 90 = up
    std::string_view referral;
    std::string_view note;
};

/// All rows of facts 4.3, in their order.
std::span<const TriggerPointSite> trigger_point_sites();

/// The row with that id, or nullptr. Valid for ever.
const TriggerPointSite* trigger_point_site(std::string_view id);

/// What a client file asks for.
struct TriggerPointChoice {
    std::string site; ///< an id of facts 4.3
    bool right = true;
    Activity activity = Activity::active;
};

/// A trigger point placed in a client.
struct TriggerPoint {
    std::string id; ///< "LS1 right"
    const TriggerPointSite* site;
    bool right;
    Activity activity;
    float u; ///< signed
    float v;
    float depth_m;   ///< of the nodule's centre under the skin
    Vec3 centre_m;   ///< of the nodule, in the body frame
    Vec3 skin_m;     ///< the place on the rest skin above it
    Vec3 fibre;      ///< unit, along the taut band
    Vec3 radii_m;    ///< of the nodule: along the fibre, across, in depth (facts 3.3)
    float stiffness; ///< factor on muscle stiffness at the start: 3 active, 2 latent (facts 3.3)
};

} // namespace tactus::anatomy
