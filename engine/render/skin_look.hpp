#pragma once
/// The colour of a client's skin at rest: pigment and blood on a base tone, moles, mottling (look.md 2.2).

#include "sim/anatomy/anatomy.hpp"
#include "sim/client/client.hpp"
#include "sim/math/vec.hpp"

namespace tactus::render {

/// Base tone and what modulates it. Linear colours.
struct SkinLook {
    Vec3 base;
    float blood = 1;         ///< how far blood shows
    float age = 0;           ///< 0 young .. 1 old
    Vec3 blotches = Vec3(0); ///< where in the noise this skin lies: no two clients blush in the same places
    Vec3 hair;
    Vec3 hand; ///< the therapist's hands, chosen to stay readable against this skin
};

SkinLook skin_look(const client::Client& client);

/// Albedo and roughness at a place of the rest skin.
struct SkinTint {
    Vec3 albedo;
    float roughness;
};

SkinTint skin_tint(const SkinLook& look, const anatomy::Body& body, Vec3 point);

} // namespace tactus::render
