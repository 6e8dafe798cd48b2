#include "sim/anatomy/bone_layer.hpp"
#include "sim/anatomy/layer_thickness.hpp"
#include "sim/math/interpolation.hpp"

#include <array>

namespace tactus::anatomy {
namespace {

struct Level {
    std::string_view name;
    float v;   ///< of the vertebra (facts 4.1)
    float tip; ///< how far below that the tip of its spinous process lies, in v
};

/// The processes of T5 to T9 overlie the body below (facts 4.1); those above and below reach out backward.
constexpr std::array levels{Level{"C3", -.19F, .020F}, Level{"C4", -.15F, .020F}, Level{"C5", -.10F, .020F},
                            Level{"C6", -.05F, .015F}, Level{"C7", 0.F, .008F},   Level{"T1", .05F, .008F},
                            Level{"T2", .09F, .008F},  Level{"T3", .14F, .010F},  Level{"T4", .19F, .014F},
                            Level{"T5", .25F, .034F},  Level{"T6", .30F, .042F},  Level{"T7", .35F, .042F},
                            Level{"T8", .41F, .042F},  Level{"T9", .47F, .042F},  Level{"T10", .53F, .024F},
                            Level{"T11", .59F, .010F}, Level{"T12", .66F, .012F}, Level{"L1", .74F, .015F},
                            Level{"L2", .82F, .015F},  Level{"L3", .91F, .015F},  Level{"L4", 1.F, .015F},
                            Level{"L5", 1.09F, .015F}};
constexpr std::size_t first_thoracic = 5;
constexpr std::size_t first_lumbar = 17;
constexpr std::size_t first_long_neck = 4; ///< C3 .. C6 lie nearer the skin

float body_depth_m(const BoneLayer& layer, std::size_t level) {
    return (level >= first_lumbar ? .062F : level < first_long_neck ? .045F : .048F) * layer.scale();
}

constexpr float transverse_radius_m = 0.0050F;

/// In the chest the tips bear the ribs and lie as deep as these, under the erector.
Vec3 transverse_tip(const BoneLayer& layer, std::size_t level, float side) {
    const float across = (level >= first_lumbar ? .044F : .034F) * layer.scale();
    const Vec3 beside = layer.under(0, levels[level].v, body_depth_m(layer, level)) +
                        Vec3(side * across, .018F * layer.scale(), -.002F);
    const bool thoracic = level >= first_thoracic && level < first_lumbar;
    return thoracic ? layer.beneath_trunk(beside, transverse_radius_m * layer.scale()) : beside;
}

void lay_vertebra(BoneLayer& layer, std::size_t level) {
    const float v = levels[level].v;
    const float s = layer.scale();
    const bool lumbar = level >= first_lumbar;
    const float width = (lumbar ? .023F : level < first_long_neck ? .013F : .016F) * s;
    const Vec3 centre = layer.under(0, v, body_depth_m(layer, level));
    // The tip of the spinous process lies a few millimetres under the skin, in the loin under the thick edge
    // of the fascia (facts 3.1).
    const float fascia_m =
        .0047F * math::smoothstep(.55F, .66F, v) * (1 - .50F * math::smoothstep(.74F, .86F, v));
    const float tip_depth_m = .0090F + fat_over_muscle_m(layer.body(), 0, v) + fascia_m;
    const Vec3 tip = layer.under(0, v + levels[level].tip, tip_depth_m);
    Bone& bone = layer.start(std::string(levels[level].name), BoneKind::vertebra);
    add_capsule(bone, {centre - Vec3(.4F * width, 0, 0), centre + Vec3(.4F * width, 0, 0), width, width},
                .004F);
    add_capsule(bone, {centre, tip, .0065F * s, .0050F * s}, .008F);
    if (level >= first_long_neck) {
        layer.tie(tip, .0040F * s);
    }
    if (lumbar) { // a lumbar process is a hatchet, as tall as its body; its edge lies under the ligament
        const Vec3 edge = tip - Vec3(0, .0075F * s, 0);
        const Vec3 half(0, 0, .0075F * s);
        add_capsule(bone, {edge - half, edge + half, .0046F * s, .0050F * s}, .004F);
    }
    for (const float side : {1.0F, -1.0F}) {
        const Vec3 root = centre + Vec3(side * .008F, .012F, 0);
        add_capsule(bone, {root, transverse_tip(layer, level, side), .0065F * s, transverse_radius_m * s},
                    .006F);
        // Articular processes, which stack up to the ridge beside the lamina groove.
        const Vec3 facet = centre + Vec3(side * .014F * s, .017F * s, .006F * s);
        add_capsule(bone, {facet - Vec3(0, 0, .013F * s), facet, .0050F * s, .0058F * s}, .007F);
    }
}

} // namespace

Vec3 thoracic_transverse_tip(const BoneLayer& layer, int number, float side) {
    return transverse_tip(layer, first_thoracic + static_cast<std::size_t>(number) - 1, side);
}

float thoracic_level(int number) { return levels[first_thoracic + static_cast<std::size_t>(number) - 1].v; }

void lay_vertebrae(BoneLayer& layer) {
    for (std::size_t level = 0; level < levels.size(); ++level) {
        lay_vertebra(layer, level);
    }
}

void lay_sacrum(BoneLayer& layer) {
    constexpr std::size_t rows = 4;
    constexpr std::array<float, rows> row_v{1.135F, 1.205F, 1.275F, 1.340F};
    constexpr std::array<float, rows> half_width_m{.053F, .046F, .034F, .018F};
    const float s = layer.scale();
    Bone& bone = layer.start("sacrum", BoneKind::sacrum);
    std::array<Vec3, rows> middle{};
    for (std::size_t i = 0; i < rows; ++i) {
        middle[i] = layer.under(0, row_v[i], layer.cover(0, row_v[i]) + .017F);
        // The median crest, a low row of knobs under the skin.
        const float v = row_v[i];
        const float depth = layer.cover(0, v) + .0095F;
        add_capsule(bone,
                    {layer.under(0, v - .012F, depth), layer.under(0, v + .016F, depth), .0055F, .0045F},
                    .008F);
    }
    // A shield that tapers to the coccyx; its wings meet the ilium.
    for (std::size_t i = 0; i + 1 < rows; ++i) {
        const Vec3 wide(half_width_m[i] * s, -.004F, 0);
        const Vec3 narrow(half_width_m[i + 1] * s, -.004F, 0);
        for (const float side : {1.0F, -1.0F}) {
            add_plate(bone, middle[i], middle[i] + mirrored(wide, side),
                      middle[i + 1] + mirrored(narrow, side), .0085F * s);
            add_plate(bone, middle[i], middle[i + 1], middle[i + 1] + mirrored(narrow, side), .0085F * s);
        }
    }
    const Vec3 tail = middle[rows - 1] + Vec3(0, -.016F, .036F) * s;
    add_capsule(bone, {middle[rows - 1], tail, .0090F * s, .0045F * s}, .008F);
}

} // namespace tactus::anatomy
