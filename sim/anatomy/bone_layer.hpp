#pragma once
/// Lays bones under one body's skin, part by part. Each part adds named bones in a fixed order; `side` is +1
/// for the client's right and -1 for the left.

#include "sim/anatomy/body.hpp"
#include "sim/anatomy/bones.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tactus::anatomy {

/// What every part needs: places under the skin and a list to add to.
class BoneLayer {
public:
    explicit BoneLayer(const Body& body);

    [[nodiscard]] const Body& body() const { return body_; }

    /// Size of the skeleton against the mean man's.
    [[nodiscard]] float scale() const { return scale_; }

    /// The place at a depth under the skin at (u, v).
    [[nodiscard]] Vec3 under(float u, float v, float depth_m) const;

    /// Depth that skin and the tethered part of the fat take up over a bony prominence.
    [[nodiscard]] float cover(float u, float v) const;

    /// A place near the back, moved in its section to where muscle and fat let a rib or transverse process of
    /// that radius lie.
    [[nodiscard]] Vec3 beneath_trunk(Vec3 about, float radius_m) const;

    /// Begins a bone; valid until the next start.
    Bone& start(std::string name, BoneKind kind);

    /// Ties a spinous tip to the one before it.
    void tie(Vec3 tip, float radius_m);

    /// The finished skeleton, with the box of each bone.
    Bones finish();

private:
    const Body& body_;
    float scale_;
    Bones bones_;
};

/// "scapula", +1 -> "scapula right"
std::string sided(std::string_view name, float side);

/// A point of the right side on either side.
Vec3 mirrored(Vec3 right, float side);

/// Adds a capsule that blends into what the bone has so far.
void add_capsule(Bone& bone, const BoneCapsule& capsule, float blend_m);

/// Adds capsules along a line of points, radii running evenly from first to last. The first blends into what
/// the bone has so far; the others only follow it, because a blend would swell every joint.
void add_chain(Bone& bone, std::span<const Vec3> points, Vec2 radii_m, float blend_m);

/// Adds a plate.
void add_plate(Bone& bone, Vec3 a, Vec3 b, Vec3 c, float half_thickness_m);

void lay_vertebrae(BoneLayer& layer);
void lay_sacrum(BoneLayer& layer);
void lay_rib(BoneLayer& layer, int number, float side);
void lay_scapula(BoneLayer& layer, float side);
void lay_clavicle(BoneLayer& layer, float side);
void lay_humerus(BoneLayer& layer, float side);
void lay_forearm(BoneLayer& layer, float side);
void lay_pelvis(BoneLayer& layer, float side);

/// Tip of the transverse process of a thoracic vertebra (1 .. 12), where its rib rests.
Vec3 thoracic_transverse_tip(const BoneLayer& layer, int number, float side);

/// v of the spinous process of a thoracic vertebra (facts 4.1).
float thoracic_level(int number);

} // namespace tactus::anatomy
