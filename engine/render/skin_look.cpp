#include "engine/render/skin_look.hpp"

#include "engine/render/noise.hpp"
#include "sim/math/interpolation.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace tactus::render {
namespace {

struct Tone {
    Vec3 base;
    float blood;
};

// Linear albedos of look.md 2.2, fair to deep.
const std::array<Tone, 5> tones{{{Vec3(.61F, .40F, .30F), 1.0F},
                                 {Vec3(.50F, .30F, .205F), .85F},
                                 {Vec3(.40F, .22F, .14F), .70F},
                                 {Vec3(.19F, .092F, .052F), .45F},
                                 {Vec3(.112F, .052F, .029F), .35F}}};

const Vec3 pigment_absorption(.50F, .75F, .95F);
const Vec3 blood_absorption(.10F, .30F, .26F);

Vec3 absorbed(Vec3 absorption, float amount) { return glm::exp(-absorption * amount); }

/// Moles, and in old skin lentigines: jittered discs on a lattice of 24 mm.
Vec3 moles(Vec3 point, float age) {
    Vec3 tint(1);
    const Vec2 place(point.x * 42.0F, point.z * 42.0F);
    const glm::ivec2 cell(glm::floor(place));
    for (int neighbour = 0; neighbour < 9; ++neighbour) {
        const glm::ivec2 at = cell + glm::ivec2(neighbour % 3 - 1, neighbour / 3 - 1);
        const auto chance = [&](int salt) { return cell_noise(glm::ivec3(at.x, salt, at.y)); };
        if (chance(11) > .06F + .16F * age) {
            continue;
        }
        const Vec2 centre = Vec2(at) + Vec2(chance(3), chance(5));
        const float radius = (.020F + .055F * chance(9) * chance(13)) * (1 + 1.6F * age);
        const float inside = math::smoothstep(radius, radius * .45F, glm::length(place - centre));
        tint *= Vec3(1) - Vec3(.55F, .75F, .85F) * (inside * math::mix(.55F, .30F, age));
    }
    return tint;
}

/// A place of its own for every name.
Vec3 place_in_noise(std::string_view id) {
    std::uint32_t seed = 2166136261U;
    for (const char letter : id) {
        seed = (seed ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
    return Vec3(seed % 97U, seed / 97U % 89U, seed / 8633U % 83U) * .31F;
}

} // namespace

SkinLook skin_look(const client::Client& client) {
    const Tone& tone = tones[static_cast<std::size_t>(client.skin_tone)];
    SkinLook look;
    look.base = tone.base;
    look.blood = tone.blood;
    look.age = math::smoothstep(55, 85, client.body.age_years);
    look.blotches = place_in_noise(client.id);
    look.hair = client.hair_colour;
    look.hand = tone.base.x < .45F ? Vec3(.560F, .350F, .255F) : Vec3(.330F, .178F, .110F);
    return look;
}

SkinTint skin_tint(const SkinLook& look, const anatomy::Body& body, Vec3 p) {
    const Vec3 own = p + look.blotches;
    const float v = p.z / body.spine_length_m();
    const float u = (p.x - body.spine_x(v)) / body.half_biacromial_m();
    const float pigment =
        (fractal_noise(own * 9.0F, 4) - .47F) * .55F + (fractal_noise(own * 60.0F, 3) - .45F) * .22F;
    float blood = (fractal_noise(own * 16.0F + Vec3(3, 1, 9), 4) - .46F) * 1.5F +
                  (fractal_noise(p * 140.0F, 2) - .37F) * .5F;
    // Redder across the shoulders and at the elbows, paler in the loin.
    blood += .35F * math::gauss(v - .10F, .22F) - .25F * math::gauss(v - .85F, .2F);
    blood += .30F * math::gauss(p.z - body.elbow().z, .05F) * math::smoothstep(.8F, 1.1F, std::fabs(u));
    SkinTint tint;
    tint.albedo = look.base * absorbed(blood_absorption, blood * look.blood) *
                  absorbed(pigment_absorption, pigment) * moles(own, look.age);
    tint.roughness =
        math::mix(.47F, .60F, fractal_noise(p * 28.0F, 3)) + .08F * (fractal_noise(p * 420.0F, 2) - .4F);
    return tint;
}

} // namespace tactus::render
