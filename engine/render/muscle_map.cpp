#include "engine/render/muscle_map.hpp"

#include "engine/render/deep_layer.hpp"
#include "engine/render/noise.hpp"
#include "sim/anatomy/muscles.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::render {
namespace {

constexpr std::uint32_t map_width = 448;
constexpr std::uint32_t map_height = 1408;
constexpr float metres_per_u = .205F; ///< of a mean body
constexpr float upper_arm_m = .30F;
constexpr int unnamed = 100; ///< from here on: membranes and the bellies of an arm

const Vec3 dark_meat(.205F, .024F, .020F);
const Vec3 light_meat(.455F, .100F, .072F);
const Vec3 dark_sinew(.50F, .40F, .32F);
const Vec3 light_sinew(.74F, .66F, .56F);
const Vec3 cleft(.085F, .018F, .015F);

/// A place on a muscle, metres.
struct Place {
    Vec2 fibre_m; ///< across and along the fibres
    float edge_m; ///< to the nearest seam
    float tendon;
    int muscle; ///< its number on the map
};

Place superficial(float u, float v) {
    const anatomy::MuscleSample s = anatomy::muscle_at(u, v);
    // A fan is as fine at its rim as near its tip: the angle is counted in metres of a mean radius.
    const float radius = std::clamp(s.along, .45F, 1.6F) * metres_per_u;
    const bool from_spine = s.muscle >= anatomy::Muscle::latissimus_dorsi;
    const float spine = math::smoothstep(.15F, .02F, u) * (from_spine ? .85F : .35F);
    const float insertion =
        s.muscle == anatomy::Muscle::deltoid ? 0 : .8F * math::smoothstep(.22F, .06F, s.along);
    return {{s.fibre_rad * radius, s.along * metres_per_u},
            s.edge * metres_per_u,
            std::max({s.tendon, spine, insertion}),
            superficial_id(s.muscle)};
}

Place deep(const DeepLayer& layer, float u, float v) {
    const DeepSample s = layer.at(u, v);
    if (s.muscle >= 0) {
        return {{s.across_m, s.along_m}, s.edge_m, s.tendon, deep_id(s.muscle)};
    }
    if (u > .90F && v < .62F) { // the shoulder's cap
        return superficial(u, v);
    }
    if (lies_on_bone(anatomy::muscle_at(u, v).muscle)) {
        Place place = superficial(u, v);
        place.edge_m = std::min(place.edge_m, s.edge_m);
        return place;
    }
    // Between the muscles: intercostals over the ribs, membranes elsewhere.
    const float ribs = math::smoothstep(.05F, .15F, v) * math::smoothstep(.92F, .80F, v);
    const float rib = .5F + .5F * std::sin((v * .456F + u * .06F) * 6.2831853F / .0245F);
    return {{u * metres_per_u + v * .3F, v * .456F}, s.edge_m, math::mix(.62F, .30F + .34F * rib, ribs), 40};
}

/// Four bellies around the upper arm, five around the forearm, sinew toward elbow and wrist.
Place arm(float turn, float along) {
    const bool upper = along < .5F;
    const float share = upper ? along * 2 : along * 2 - 1;
    const float bellies = upper ? 4 : 5;
    const float around = turn * bellies + .12F * std::sin(share * 3);
    const float belly = std::floor(around);
    const float radius = upper ? .048F : math::mix(.042F, .028F, share);
    const float seam = std::min(around - belly, belly + 1 - around) / bellies * 6.2831853F * radius;
    const float sinew = upper ? math::smoothstep(.86F, 1.02F, share)
                              : std::max(math::smoothstep(.55F, 1, share), math::smoothstep(.09F, 0, share));
    // Bellies narrow toward their sinews: fibres slant to the middle of each.
    const float slant = (around - belly - .5F) * share * .03F;
    return {{turn * 6.2831853F * radius - slant, share * upper_arm_m},
            seam,
            .92F * sinew,
            unnamed + 20 + static_cast<int>(belly) + (upper ? 0 : 8)};
}

std::uint32_t painted(const Place& place) {
    const auto lane = static_cast<float>(place.muscle);
    const Vec2 f = place.fibre_m;
    // Bundles of some millimetres wander; fibres of half a millimetre follow them.
    const float wander = .004F * (value_noise(Vec3(f.x * 30, f.y * 14, lane)) - .5F);
    const float bundle = fractal_noise(Vec3((f.x + wander) * 300, f.y * 9, lane), 2) / .75F;
    const float fibre = value_noise(Vec3((f.x + wander) * 1500, f.y * 34, lane + 3));
    const float streak = .62F * bundle + .38F * fibre;
    const float broad = fractal_noise(Vec3(f.x * 22, f.y * 11, lane + 7), 3);
    const float hue = cell_noise({place.muscle, 5, 2}) - .5F;
    const float ragged = place.tendon + (streak - .5F) * .9F * math::smoothstep(.03F, .35F, place.tendon) *
                                            math::smoothstep(1.0F, .7F, place.tendon);
    const float sinew = math::smoothstep(.18F, .82F, ragged);
    const Vec3 meat = glm::mix(dark_meat, light_meat,
                               math::smoothstep(.15F, .85F, streak * .75F + broad * .35F + .14F * hue));
    Vec3 albedo = glm::mix(meat, glm::mix(dark_sinew, light_sinew, streak), sinew);
    // Clefts with a thread of fascia beside them.
    const float edge = place.edge_m + .0012F * (value_noise(Vec3(f * 120.0F, lane)) - .5F);
    albedo = glm::mix(cleft, albedo, .12F + .88F * math::smoothstep(.0002F, .0030F, edge));
    albedo = glm::mix(albedo, Vec3(.66F, .53F, .45F),
                      .38F * math::smoothstep(.0062F, .0040F, edge) * math::smoothstep(.0026F, .0040F, edge));
    const float relief = streak * (1 - .5F * sinew) * math::smoothstep(0, .004F, edge);
    const Vec3 root = glm::sqrt(albedo);
    return packed(root.x, root.y, root.z, relief);
}

} // namespace

Vec2 trunk_on_map(float u, float v) {
    const Vec2 share = (Vec2(std::fabs(u), v) - muscle_map_low) / (muscle_map_high - muscle_map_low);
    return {share.x, share.y * muscle_map_trunk};
}

Vec2 arm_on_map(float turn, float along) {
    return {turn, muscle_map_trunk + .01F + along * (.98F - muscle_map_trunk)};
}

int superficial_id(anatomy::Muscle muscle) { return 1 + static_cast<int>(muscle); }

int deep_id(int muscle) { return muscle < 0 ? 0 : 1 + anatomy::muscle_count + muscle; }

int muscle_id(const DeepLayer& deep, int layer, Vec2 spine) {
    const anatomy::Muscle over = anatomy::muscle_at(spine.x, spine.y).muscle;
    if (layer == 2) {
        return superficial_id(over);
    }
    const int under = layer == 3 ? deep_id(deep.at(spine.x, spine.y).muscle) : 0;
    return layer == 3 && under == 0 && lies_on_bone(over) ? superficial_id(over) : under;
}

MuscleMap make_muscle_map(const DeepLayer* deep_layer) {
    MuscleMap map{{map_width, map_height, {}}, {}};
    map.paint.texels.reserve(std::size_t{map_width} * map_height);
    for (std::uint32_t row = 0; row < map_height; ++row) {
        for (std::uint32_t column = 0; column < map_width; ++column) {
            const Vec2 at((static_cast<float>(column) + .5F) / map_width,
                          (static_cast<float>(row) + .5F) / map_height);
            Place place;
            if (at.y > muscle_map_trunk + .004F) {
                place =
                    arm(at.x, math::clamp01((at.y - muscle_map_trunk - .01F) / (.98F - muscle_map_trunk)));
            } else {
                const Vec2 uv =
                    muscle_map_low + Vec2(at.x, at.y / muscle_map_trunk) * (muscle_map_high - muscle_map_low);
                place = deep_layer != nullptr ? deep(*deep_layer, uv.x, uv.y) : superficial(uv.x, uv.y);
            }
            map.paint.texels.push_back(painted(place));
            map.names.push_back(place.muscle < unnamed ? place.muscle : 0);
        }
    }
    return map;
}

} // namespace tactus::render
