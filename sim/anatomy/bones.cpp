#include "sim/anatomy/bones.hpp"

#include "sim/anatomy/anatomy_data.hpp"
#include "sim/anatomy/body.hpp"
#include "sim/anatomy/float_power.hpp"
#include "sim/anatomy/skin_cast.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>

namespace tactus::anatomy {
namespace {

struct Level {
    std::string_view name;
    float v; ///< of the spinous process (facts 4.1)
};

constexpr std::array levels{Level{"C3", -.19F}, Level{"C4", -.15F}, Level{"C5", -.10F}, Level{"C6", -.05F},
                            Level{"C7", 0.F},   Level{"T1", .05F},  Level{"T2", .09F},  Level{"T3", .14F},
                            Level{"T4", .19F},  Level{"T5", .25F},  Level{"T6", .30F},  Level{"T7", .35F},
                            Level{"T8", .41F},  Level{"T9", .47F},  Level{"T10", .53F}, Level{"T11", .59F},
                            Level{"T12", .66F}, Level{"L1", .74F},  Level{"L2", .82F},  Level{"L3", .91F},
                            Level{"L4", 1.F},   Level{"L5", 1.09F}};
constexpr std::size_t first_thoracic = 5;
constexpr std::size_t first_lumbar = 17;

/// Lays bones under one body's skin, the right side or the left.
class BoneBuilder {
public:
    explicit BoneBuilder(const Body& body)
        : body_(body), scale_(body.half_biacromial_m() / male_half_biacromial_m.f()) {}

    Bones build();

private:
    /// The place at a depth under the skin at (u, v).
    [[nodiscard]] Vec3 under(float u, float v, float depth) const {
        return skin_at(body_, u, v) - Vec3(0, depth, 0);
    }

    /// Depth that skin and the tethered part of the fat take up over a bony prominence.
    [[nodiscard]] float cover(float u, float v) const { return .0035F + .6F * body_.fat(u, v); }

    Bone& start(std::string name, BoneKind kind) {
        bones_.bones.push_back(
            {.name = std::move(name), .kind = kind, .capsules = {}, .plates = {}, .capsule_blends_m = {}});
        return bones_.bones.back();
    }

    static void add(Bone& bone, const BoneCapsule& capsule, float blend_m) {
        bone.capsules.push_back(capsule);
        bone.capsule_blends_m.push_back(blend_m);
    }

    [[nodiscard]] Vec3 transverse_tip(std::size_t level, float side) const;
    void add_vertebra(std::size_t level);
    void add_sacrum();
    void add_rib(int number, float side);
    void add_scapula(float side);
    void add_humerus(float side);
    void add_forearm(float side);
    void add_pelvis(float side);
    void find_boxes();

    const Body& body_;
    float scale_; ///< against the mean man
    Bones bones_;
};

std::string sided(std::string_view name, float side) {
    return std::string(name) + (side > 0 ? " right" : " left");
}

Vec3 BoneBuilder::transverse_tip(std::size_t level, float side) const {
    const bool lumbar = level >= first_lumbar;
    const float deep = (lumbar ? .062F : level < 4 ? .045F : .048F) * scale_;
    return under(0, levels[level].v, deep) +
           Vec3(side * (lumbar ? .044F : .034F) * scale_, .018F * scale_, -.002F);
}

void BoneBuilder::add_vertebra(std::size_t level) {
    const float v = levels[level].v;
    const bool lumbar = level >= first_lumbar;
    const bool cervical = level < 4;
    const float width = (lumbar ? .023F : cervical ? .013F : .016F) * scale_;
    const float deep = (lumbar ? .062F : cervical ? .045F : .048F) * scale_;
    const Vec3 centre = under(0, v, deep);
    // The tip of the spinous process lies a few millimetres under the skin (facts 3.1), below its body.
    const Vec3 tip = under(0, v + (lumbar ? .015F : .03F), cover(0, v) + .0045F);
    Bone& bone = start(std::string(levels[level].name), BoneKind::vertebra);
    add(bone, {centre - Vec3(.4F * width, 0, 0), centre + Vec3(.4F * width, 0, 0), width, width}, .004F);
    add(bone, {centre, tip, .0065F * scale_, .0050F * scale_}, .008F);
    for (const float side : {1.0F, -1.0F}) {
        add(bone,
            {centre + Vec3(side * .008F, .012F, 0), transverse_tip(level, side), .0065F * scale_,
             .0050F * scale_},
            .006F);
    }
}

void BoneBuilder::add_sacrum() {
    Bone& bone = start("sacrum", BoneKind::sacrum);
    for (int i = 0; i < 4; ++i) {
        const float v = 1.15F + .062F * static_cast<float>(i);
        const float f = cover(0, v);
        const Vec3 half((.040F - .008F * static_cast<float>(i)) * scale_, 0, 0);
        const Vec3 centre = under(0, v, f + .022F);
        add(bone, {centre - half, centre + half, .015F * scale_, .015F * scale_}, .012F);
        add(bone, {under(0, v, f + .010F), under(0, v + .03F, f + .008F), .006F, .005F}, .008F);
    }
}

void BoneBuilder::add_rib(int number, float side) {
    constexpr int pieces = 11;
    constexpr float first_angle = .30F;
    const std::size_t level = first_thoracic + static_cast<std::size_t>(number) - 1;
    const auto order = static_cast<float>(number - 1);
    const float reach = number <= 10 ? 1.62F : number == 11 ? .95F : .62F;
    const float drop = (.16F + .02F * order) * .9F;
    const float f = cover(0, .5F);
    // Trapezius, rhomboid and a thin erector lie over the upper ribs, a thick erector over the last
    // (facts 3.1).
    const float muscle =
        math::mix(.016F, .026F, math::smoothstep(7.0F, 12.0F, static_cast<float>(number))) * scale_;
    Bone& bone = start(sided("rib " + std::to_string(number), side), BoneKind::rib);
    Vec3 from = transverse_tip(level, side);
    for (int k = 1; k <= pieces; ++k) {
        const float angle = math::mix(first_angle, reach, static_cast<float>(k) / pieces);
        const float cosine = math::cos(angle);
        const float v = levels[level].v + drop * (1 - cosine);
        const float top = body_.back_height(v);
        float half_width = body_.half_width(v) - .014F - f;
        if (number <= 3) { // the cage narrows to its inlet
            half_width = std::min(half_width, math::mix(.085F, .135F, order / 3.0F) * scale_);
        }
        const float arch = float_pow(std::max(cosine, 0.0F), .75F);
        const float height =
            top * .47F + (top * .53F - muscle - f) * arch - std::max(0.0F, angle - 1.57F) * .05F;
        const Vec3 to(side * half_width * math::sin(angle), height, v * body_.spine_length_m());
        add(bone, {from, to, .0062F * scale_, .0062F * scale_}, .0006F);
        from = to;
    }
}

void BoneBuilder::add_scapula(float side) {
    const auto at = [&](float u, float v, float depth) { return under(side * u, v, depth); };
    const float depth = .013F + cover(.5F, .3F);
    const Vec3 superior = at(.33F, .09F, depth + .004F);
    const Vec3 inferior = at(.42F, .44F, depth - .003F);
    const Vec3 glenoid = at(.80F, .19F, depth + .016F);
    const Vec3 spine = at(.66F, .135F, depth - .006F);
    Bone& bone = start(sided("scapula", side), BoneKind::scapula);
    add(bone, {superior, inferior, .0042F, .0042F}, .006F);
    add(bone, {inferior, glenoid, .0055F, .0075F}, .006F);
    add(bone, {superior, glenoid, .0036F, .0050F}, .006F);
    add(bone, {at(.36F, .14F, depth - .002F), spine, .0040F, .0060F}, .006F);
    add(bone, {spine, at(.98F, .125F, depth - .004F), .0060F, .0095F}, .006F);
    add(bone, {at(.98F, .125F, depth), at(.98F, .17F, depth + .002F), .0100F, .0085F}, .010F);
    bone.plates.push_back({.corners = {superior, inferior, glenoid}, .half_thickness_m = .0022F});
}

/// A point of the right arm on either side.
Vec3 mirrored(Vec3 right, float side) { return {right.x * side, right.y, right.z}; }

void BoneBuilder::add_humerus(float side) {
    const Vec3 head = body_.shoulder() + Vec3(-.004F, .004F, .006F);
    Bone& bone = start(sided("humerus", side), BoneKind::humerus);
    add(bone,
        {mirrored(head, side), mirrored(head + Vec3(.004F, 0, .008F), side), .0225F * scale_,
         .0215F * scale_},
        .01F);
    add(bone, {mirrored(head, side), mirrored(body_.elbow(), side), .0125F * scale_, .0115F * scale_}, .02F);
    add(bone,
        {mirrored(body_.elbow() - Vec3(.022F, 0, 0), side), mirrored(body_.elbow() + Vec3(.022F, 0, 0), side),
         .0125F, .0125F},
        .012F);
}

void BoneBuilder::add_forearm(float side) {
    const Vec3 elbow = body_.elbow();
    const Vec3 wrist = body_.wrist();
    Bone& bone = start(sided("forearm", side), BoneKind::forearm);
    add(bone,
        {mirrored(elbow + Vec3(.008F, .008F, 0), side), mirrored(wrist + Vec3(.012F, 0, 0), side), .0100F,
         .0085F},
        .01F);
    add(bone,
        {mirrored(elbow - Vec3(.010F, 0, 0), side), mirrored(wrist - Vec3(.012F, 0, 0), side), .0085F,
         .0105F},
        .008F);
}

void BoneBuilder::add_pelvis(float side) {
    // The iliac crest reaches the flank in a thin client: it is kept under the back.
    const auto at = [&](float u, float v, float depth) {
        const float inside = std::min(u, 0.85F * body_.half_width(v) / body_.half_biacromial_m());
        return under(side * inside, v, cover(inside, v) + depth);
    };
    const float length = body_.spine_length_m();
    const Vec3 posterior_spine = at(.20F, 1.24F, .005F);
    const Vec3 crest = at(.42F, 1.045F, .014F);
    const Vec3 top = at(.66F, 1.0F, .020F);
    const Vec3 front(side * (body_.half_width(1.05F) - .022F), .105F * scale_, 1.06F * length);
    const Vec3 socket(side * .088F * scale_, .085F * scale_, 1.34F * length);
    Bone& bone = start(sided("pelvis", side), BoneKind::pelvis);
    add(bone, {posterior_spine, crest, .0080F, .0075F}, .008F);
    add(bone, {crest, top, .0075F, .0080F}, .008F);
    add(bone, {top, front, .0080F, .0075F}, .008F);
    bone.plates.push_back(
        {.corners = {posterior_spine, top - Vec3(0, .010F, 0), socket}, .half_thickness_m = .004F});
    bone.plates.push_back({.corners = {top, front, socket}, .half_thickness_m = .004F});
}

void BoneBuilder::find_boxes() {
    constexpr float blend_margin_m = 0.006F; // a blend bulges by a quarter of its width
    for (const Bone& bone : bones_.bones) {
        BoneBox box{Vec3(1e9F), Vec3(-1e9F)};
        const auto hold = [&](Vec3 p, float radius) {
            box.low = glm::min(box.low, p - Vec3(radius + blend_margin_m));
            box.high = glm::max(box.high, p + Vec3(radius + blend_margin_m));
        };
        for (const BoneCapsule& c : bone.capsules) {
            hold(c.a, c.radius_a_m);
            hold(c.b, c.radius_b_m);
        }
        for (const BonePlate& plate : bone.plates) {
            for (const Vec3& corner : plate.corners) {
                hold(corner, plate.half_thickness_m);
            }
        }
        bones_.boxes.push_back(box);
    }
}

Bones BoneBuilder::build() {
    for (std::size_t level = 0; level < levels.size(); ++level) {
        add_vertebra(level);
    }
    add_sacrum();
    for (int number = 1; number <= 12; ++number) {
        add_rib(number, 1);
        add_rib(number, -1);
    }
    for (const float side : {1.0F, -1.0F}) {
        add_scapula(side);
    }
    for (const float side : {1.0F, -1.0F}) {
        add_humerus(side);
    }
    for (const float side : {1.0F, -1.0F}) {
        add_forearm(side);
    }
    for (const float side : {1.0F, -1.0F}) {
        add_pelvis(side);
    }
    find_boxes();
    return std::move(bones_);
}

} // namespace

Bones make_bones(const Body& body) { return BoneBuilder(body).build(); }

} // namespace tactus::anatomy
