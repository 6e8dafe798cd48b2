#include "sim/contact/friction.hpp"

#include "sim/contact/contact_data.hpp"
#include "sim/math/interpolation.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <array>

namespace tactus::contact {

float Friction::after(float slid_m) const {
    return math::mix(sticking, sliding, math::clamp01(slid_m / friction_loss_m.f()));
}

Friction friction(float film, Product product) {
    // Mixed lubrication: the first oil does most, so the coefficient falls with the square of what is
    // missing.
    const float missing = 1 - std::clamp(film, 0.0F, 1.0F);
    const float fresh = lubricant(product).friction;
    const auto mixed = [&](float dry) { return fresh + (dry - fresh) * missing * missing; };
    return {mixed(friction_dry.f()), mixed(friction_dry_static.f())};
}

float rested(float slid_m, float seconds) { return slid_m * math::exp(-seconds / friction_rest_tau_s.f()); }

float shared_film(float on_hand, float on_skin) { return 0.5F * (on_hand + on_skin); }

std::span<const NamedConstant> constants() {
    static constexpr std::array list = {
        NamedConstant{"contact.friction_dry", friction_dry},
        NamedConstant{"contact.friction_dry_static", friction_dry_static},
        NamedConstant{"contact.friction_loss_m", friction_loss_m},
        NamedConstant{"contact.friction_rest_tau_s", friction_rest_tau_s},
        NamedConstant{"contact.friction_oiled", friction_oiled},
        NamedConstant{"contact.friction_lotion", friction_lotion},
        NamedConstant{"contact.friction_gel", friction_gel},
        NamedConstant{"contact.oil_spread_length_m", oil_spread_length_m},
        NamedConstant{"contact.lotion_spread_length_m", lotion_spread_length_m},
        NamedConstant{"contact.gel_spread_length_m", gel_spread_length_m},
        NamedConstant{"contact.oil_fade_tau_s", oil_fade_tau_s},
        NamedConstant{"contact.lotion_fade_tau_s", lotion_fade_tau_s},
        NamedConstant{"contact.gel_fade_tau_s", gel_fade_tau_s},
        NamedConstant{"contact.palm_pad_stiffness_pa_m", palm_pad_stiffness_pa_m},
        NamedConstant{"contact.heel_pad_stiffness_pa_m", heel_pad_stiffness_pa_m},
        NamedConstant{"contact.thumb_pad_stiffness_pa_m", thumb_pad_stiffness_pa_m},
        NamedConstant{"contact.bony_pad_stiffness_pa_m", bony_pad_stiffness_pa_m},
        NamedConstant{"contact.forearm_pad_stiffness_pa_m", forearm_pad_stiffness_pa_m},
        NamedConstant{"contact.palm_blend_m", palm_blend_m},
        NamedConstant{"contact.thumb_blend_m", thumb_blend_m},
        NamedConstant{"contact.fist_blend_m", fist_blend_m},
        NamedConstant{"contact.grazing_force_n", grazing_force_n}};
    return list;
}

} // namespace tactus::contact
