#pragma once
/// The rigid side: bone shapes and ray casts in a collision world of Bullet's, the springs on which bones
/// give under a press (sprung_bone.hpp) and the joints in which a hand that holds them moves them
/// (joints.hpp). Bullet's types appear in the .cpp alone.

#include "sim/anatomy/anatomy.hpp"
#include "sim/bodies/joints.hpp"
#include "sim/math/vec.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tactus::bodies {

/// Where a ray meets the skeleton.
struct BoneHit {
    int bone; ///< index in anatomy::Bones::bones
    Vec3 position_m;
    Vec3 normal;
    float distance_m; ///< from the ray's start
};

/// A force on a bone at a place: the tissue's reaction of the step before.
struct BoneLoad {
    int bone;
    Vec3 position_m;
    Vec3 force_n;
};

/// Bullet's version, for the header of recordings: "3.24".
std::string_view bullet_version();

/// One client's bones in a Bullet world of their own. Use from one thread at a time. The same bones and loads
/// give the same bits with any C library: nothing here calls its trigonometry, bones are added in their
/// order, and hits are chosen by distance, then by bone.
/// How a bone's spring has moved the points that are fixed to it.
struct SprungMotion {
    Vec3 glide_m;
    Mat3 turn; ///< rotation less identity
    Vec3 centre_m;

    /// Exactly zero while the bone is at rest.
    [[nodiscard]] Vec3 displacement(Vec3 rest_position_m) const {
        return glide_m + turn * (rest_position_m - centre_m);
    }
};

class Skeleton {
public:
    /// Every bone at rest. About a millisecond.
    explicit Skeleton(const anatomy::Bones& bones);
    ~Skeleton();
    Skeleton(Skeleton&&) noexcept;
    Skeleton& operator=(Skeleton&&) noexcept;
    Skeleton(const Skeleton&) = delete;
    Skeleton& operator=(const Skeleton&) = delete;

    /// Advances by 1/240 s: under loads scapulae, ribs and vertebrae give on their springs; held by hands,
    /// neck, lower back and scapulae move in their joints against muscles of this tone (by anatomy::Muscle;
    /// empty = at rest).
    void step(std::span<const BoneLoad> loads, std::span<const contact::HeldPart> holds = {},
              std::span<const float> muscle_tone = {});

    /// Nearest bone along a segment, good to about 0.1 mm; the bare shapes, without the blends between them.
    [[nodiscard]] std::optional<BoneHit> cast(Vec3 from, Vec3 to) const;

    [[nodiscard]] const Joints& joints() const;

    /// Displacement from rest of a point fixed to a bone, metres: by its spring and by its joint.
    [[nodiscard]] Vec3 displacement(int bone, Vec3 rest_position_m) const;

    /// The part of it that the bone's spring has, for all its points.
    [[nodiscard]] SprungMotion sprung_motion(int bone) const;

    /// A digest of every pose and velocity that the next step depends on.
    [[nodiscard]] std::uint64_t state_digest() const;

private:
    struct World;
    std::unique_ptr<World> world_;
};

} // namespace tactus::bodies
