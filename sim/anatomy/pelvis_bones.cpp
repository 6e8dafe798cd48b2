#include "sim/anatomy/bone_layer.hpp"

#include <algorithm>
#include <array>

namespace tactus::anatomy {

void lay_pelvis(BoneLayer& layer, float side) {
    const Body& body = layer.body();
    const float s = layer.scale();
    const float length = body.spine_length_m();
    // The iliac crest reaches the flank in a thin client: it is kept under the back.
    const auto at = [&](float u, float v, float depth) {
        const float inside = std::min(u, 0.85F * body.half_width(v) / body.half_biacromial_m());
        return layer.under(side * inside, v, layer.cover(inside, v) + depth);
    };
    // Where the flank is, a little inside it.
    const auto flank = [&](float v, float inside_m, float height_m) {
        return Vec3(body.spine_x(v) + side * (body.half_width(v) - inside_m), height_m * s, v * length);
    };
    const auto in_frame = [&](float x, float y, float v) { return Vec3(side * x * s, y * s, v * length); };
    const std::array crest{
        at(.20F, 1.24F, .0050F),    at(.26F, 1.150F, .0095F),   at(.36F, 1.075F, .0130F),
        at(.48F, 1.022F, .0155F),   at(.60F, 1.000F, .0185F),   at(.68F, 1.003F, .0230F),
        flank(1.03F, .020F, .128F), flank(1.08F, .024F, .090F), flank(1.17F, .036F, .052F)};
    const Vec3 lower_spine = at(.20F, 1.31F, .0160F);
    const Vec3 ilium = in_frame(.078F, .098F, 1.24F);
    const Vec3 socket = in_frame(.088F, .084F, 1.37F);
    const Vec3 ischium = in_frame(.062F, .088F, 1.56F);
    const Vec3 pubis = in_frame(.014F, .034F, 1.45F);
    Bone& bone = layer.start(sided("pelvis", side), BoneKind::pelvis);
    // The crest from the posterior spine over the flank to the anterior one.
    add_chain(bone, crest, {.0078F, .0070F}, .007F);
    add_capsule(bone, {crest[0], lower_spine, .0070F, .0060F}, .008F);
    // The wing, a shell hollowed toward the belly.
    for (std::size_t i = 0; i + 1 < crest.size(); ++i) {
        add_plate(bone, crest[i], crest[i + 1], ilium, .0034F * s);
    }
    add_plate(bone, crest[0], lower_spine, ilium, .0042F * s);
    // Where it holds the sacrum.
    const Vec3 ala = at(.235F, 1.165F, .0230F);
    add_plate(bone, crest[0], crest[1], ala, .0050F * s);
    add_plate(bone, crest[0], ala, lower_spine, .0050F * s);
    // Hip socket, sitting bone and pubic arch.
    add_capsule(bone, {ilium, socket, .0135F * s, .0230F * s}, .014F);
    add_capsule(bone, {socket, ischium, .0150F * s, .0145F * s}, .012F);
    add_capsule(bone, {socket, pubis, .0110F * s, .0085F * s}, .012F);
    add_capsule(bone, {pubis, ischium, .0065F * s, .0085F * s}, .008F);
}

} // namespace tactus::anatomy
