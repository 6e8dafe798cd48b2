#include "sim/anatomy/bone_layer.hpp"
#include "sim/anatomy/scapula_shape.hpp"

#include <array>

namespace tactus::anatomy {
namespace {

/// Places of one shoulder blade, given like the relief over it: reference metres lateral of the spine and
/// caudal of C7, and a depth under the skin there.
class Blade {
public:
    Blade(const BoneLayer& layer, float side)
        : layer_(layer), side_(side), depth_m_(.013F + layer.cover(.5F, .3F)) {}

    /// deeper_m: than the blade's general depth under its muscles.
    [[nodiscard]] Vec3 at(float x, float y, float deeper_m) const {
        return layer_.under(side_ * x / reference_half_biacromial_m, y / reference_spine_length_m,
                            depth_m_ + deeper_m);
    }

    [[nodiscard]] Vec3 medial(float y, float deeper_m) const { return at(medial_border_x(y), y, deeper_m); }

    [[nodiscard]] Vec3 crest(float x, float deeper_m) const { return at(x, scapular_crest_y(x), deeper_m); }

private:
    const BoneLayer& layer_;
    float side_;
    float depth_m_;
};

} // namespace

void lay_scapula(BoneLayer& layer, float side) {
    const Blade blade(layer, side);
    const Vec3 superior = blade.medial(scapula_top_y, .0045F);
    const Vec3 root = blade.medial(scapula_root_y, .0005F);
    const Vec3 middle = blade.medial(.125F, .0010F);
    const Vec3 lower = blade.medial(.168F, .0F);
    const Vec3 inferior = blade.at(medial_border_x(scapula_bottom_y) + .003F, scapula_bottom_y, -.0025F);
    const Vec3 lateral = blade.at(.118F, .160F, .0030F); // where teres major begins
    const Vec3 neck = blade.at(.150F, .101F, .0115F);
    const Vec3 notch = blade.at(.126F, .060F, .0100F);
    const Vec3 coracoid_root = blade.at(.150F, .066F, .0165F);
    Bone& bone = layer.start(sided("scapula", side), BoneKind::scapula);
    // Borders: thin above, rounded medially, a thick bar laterally.
    add_chain(bone, std::array{superior, root, middle, lower, inferior}, {.0034F, .0040F}, .005F);
    add_chain(bone, std::array{inferior, lateral, neck}, {.0044F, .0068F}, .006F);
    add_chain(bone, std::array{superior, notch, coracoid_root}, {.0026F, .0040F}, .004F);
    // The socket for the arm and the beak in front of it.
    add_capsule(bone, {blade.at(.165F, .078F, .0160F), blade.at(.165F, .099F, .0190F), .0085F, .0100F},
                .010F);
    add_capsule(bone, {neck, blade.at(.164F, .089F, .0175F), .0080F, .0090F}, .010F);
    const Vec3 bend = blade.at(.158F, .058F, .0280F);
    add_chain(bone, std::array{coracoid_root, bend, blade.at(.172F, .064F, .0390F)}, {.0070F, .0050F}, .007F);
    // The crest from its root to the acromion, close under the skin, and the shelf that carries it.
    const Vec3 crest_a = blade.crest(.100F, -.0035F);
    const Vec3 crest_b = blade.crest(.132F, -.0068F);
    const Vec3 crest_c = blade.crest(.164F, -.0075F);
    const Vec3 corner = blade.crest(.190F, -.0065F);
    const Vec3 tip = blade.at(acromion_x, .0775F, -.0005F);
    add_chain(bone, std::array{root, crest_a, crest_b, crest_c, corner}, {.0032F, .0060F}, .005F);
    add_chain(bone, std::array{corner, blade.at(acromion_x, .0600F, -.0035F), tip}, {.0068F, .0062F}, .008F);
    add_plate(bone, corner, blade.at(acromion_x, .0600F, -.0035F), tip, .0048F);
    add_plate(bone, corner, crest_c, tip, .0036F);
    const Vec3 shelf = blade.at(.146F, .078F, .0130F);
    add_plate(bone, root, crest_b, shelf, .0020F);
    add_plate(bone, crest_b, crest_c, shelf, .0024F);
    // The blade above and below the crest.
    add_plate(bone, superior, root, notch, .0018F);
    add_plate(bone, root, notch, shelf, .0018F);
    add_plate(bone, notch, coracoid_root, shelf, .0022F);
    add_plate(bone, root, shelf, neck, .0020F);
    add_plate(bone, root, middle, neck, .0019F);
    add_plate(bone, middle, lateral, neck, .0019F);
    add_plate(bone, middle, lower, lateral, .0019F);
    add_plate(bone, lower, inferior, lateral, .0022F);
}

void lay_clavicle(BoneLayer& layer, float side) {
    const float s = layer.scale();
    const float length = layer.body().spine_length_m();
    const Blade blade(layer, side);
    // A lying S from the acromion over the first rib to the breastbone, which lies on the table.
    const Vec3 lateral = blade.at(.192F, .070F, .0080F);
    const Vec3 medial(side * .024F * s, .085F * s, .115F * length);
    const auto between = [&](float share, Vec3 bow) {
        return lateral + (medial - lateral) * share + mirrored(bow, side) * s;
    };
    Bone& bone = layer.start(sided("clavicle", side), BoneKind::clavicle);
    add_chain(bone,
              std::array{lateral, between(.22F, {.004F, .010F, -.010F}),
                         between(.45F, {.002F, .002F, -.013F}), between(.72F, {.0F, -.012F, -.010F}), medial},
              {.0062F, .0085F}, .006F);
}

void lay_humerus(BoneLayer& layer, float side) {
    const float s = layer.scale();
    const Body& body = layer.body();
    const Vec3 head = body.shoulder() + Vec3(-.004F, .004F, .006F);
    const Vec3 elbow = body.elbow();
    const Vec3 shaft = elbow - head;
    const auto on = [&](float share) { return mirrored(head + shaft * share, side); };
    Bone& bone = layer.start(sided("humerus", side), BoneKind::humerus);
    add_capsule(bone, {on(0), mirrored(head + Vec3(.004F, 0, .008F), side), .0225F * s, .0215F * s}, .01F);
    add_capsule(bone,
                {mirrored(head + Vec3(.014F, .004F, .004F) * s, side), on(.12F), .0140F * s, .0130F * s},
                .014F);
    add_chain(bone, std::array{on(.06F), on(.50F), on(.95F)}, Vec2(.0128F, .0108F) * s, .014F);
    add_capsule(bone,
                {mirrored(elbow + Vec3(-.022F, .003F, -.006F) * s, side),
                 mirrored(elbow + Vec3(.019F, .001F, -.003F) * s, side), .0090F * s, .0105F * s},
                .014F);
}

void lay_forearm(BoneLayer& layer, float side) {
    const float s = layer.scale();
    const Vec3 elbow = layer.body().elbow();
    const Vec3 wrist = layer.body().wrist();
    Bone& bone = layer.start(sided("forearm", side), BoneKind::forearm);
    const auto on = [&](float share, Vec3 off) {
        return mirrored(elbow + (wrist - elbow) * share + off * s, side);
    };
    // Radius: slender at its head, broad at the wrist. Ulna: the olecranon is the point of the elbow.
    add_chain(bone,
              std::array{on(.05F, {.013F, .004F, 0}), on(.45F, {.016F, .002F, 0}), on(1, {.011F, 0, 0})},
              {.0078F, .0108F}, .006F);
    add_chain(bone,
              std::array{on(-.03F, {-.004F, .013F, 0}), on(.10F, {-.006F, .006F, 0}),
                         on(.5F, {-.012F, .003F, 0}), on(.97F, {-.011F, .002F, 0})},
              {.0125F, .0062F}, .008F);
}

} // namespace tactus::anatomy
