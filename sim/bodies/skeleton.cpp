#include "sim/bodies/skeleton.hpp"

#include "sim/bodies/bodies_data.hpp"
#include "sim/bodies/joints_data.hpp"
#include "sim/bodies/sprung_bone.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/math/random.hpp"

#include <bit>
#include <btBulletCollisionCommon.h>
#include <cassert>
#include <cmath>

namespace tactus::bodies {
namespace {

/// Bullet's tolerances are written for things of a metre; in centimetres its ray casts are good to 0.1 mm.
constexpr float units_per_m = 100.0F;

btVector3 to_bullet(Vec3 metres) {
    return {metres.x * units_per_m, metres.y * units_per_m, metres.z * units_per_m};
}

/// Rays meet bones; bones do not meet each other, whose gaps are the work of their springs.
constexpr int bone_group = 1;
constexpr int ray_group = 2;

/// What holds a bone of this kind; none for a fixed one.
std::optional<BoneHolding> holding_of(anatomy::BoneKind kind) {
    switch (kind) {
    case anatomy::BoneKind::rib:
        return BoneHolding{rib_mass_kg.f(), rib_inertia_kg_m2.f(), rib_stiffness_n_per_m.f(),
                           rib_turning_stiffness_nm_per_rad.f()};
    case anatomy::BoneKind::scapula:
        return BoneHolding{scapula_mass_kg.f(), scapula_inertia_kg_m2.f(), scapula_stiffness_n_per_m.f(),
                           scapula_turning_stiffness_nm_per_rad.f()};
    default:
        return std::nullopt;
    }
}

/// How a vertebra gives to a press from behind: toward the table, and no farther back than it was.
JointHolding vertebra_holding() {
    return {.inertia = vertebra_mass_kg,
            .damping = vertebra_damping_n_s_per_m,
            .curve = {.neutral = 0, .rise = vertebra_rise_n, .per = vertebra_steepness_per_m},
            .low = 0};
}

constexpr int vertebra_newton_steps = 4;

/// The middle of a bone's box: what its springs hold and where its shapes are laid.
Vec3 centre_of(const anatomy::BoneBox& box) { return 0.5F * (box.low + box.high); }

/// Bone met by a ray, with the share of the ray; the nearest, and of equals the first in order.
struct NearestBone final : btCollisionWorld::RayResultCallback {
    int bone = -1;
    float share = 1;
    btVector3 normal;

    NearestBone() {
        m_collisionFilterGroup = ray_group;
        m_collisionFilterMask = bone_group;
    }

    btScalar addSingleResult(btCollisionWorld::LocalRayResult& result, bool normal_in_world) override {
        const int index = result.m_collisionObject->getUserIndex();
        const bool nearer = result.m_hitFraction < share;
        if (bone < 0 || nearer || (result.m_hitFraction == share && index < bone)) {
            bone = index;
            share = result.m_hitFraction;
            m_collisionObject = result.m_collisionObject;
            normal = normal_in_world
                         ? result.m_hitNormalLocal
                         : result.m_collisionObject->getWorldTransform().getBasis() * result.m_hitNormalLocal;
        }
        return 1; // look at every bone: Bullet's order must not choose among equals
    }
};

} // namespace

/// Bullet's world. Members are destroyed in reverse: the parts after the world that points to them.
struct Skeleton::World {
    /// A bone with all that it owns.
    struct Part {
        std::vector<std::unique_ptr<btCollisionShape>> shapes;
        std::unique_ptr<btCompoundShape> compound;
        std::unique_ptr<btCollisionObject> object;
        std::optional<SprungBone> spring;       ///< of a rib or scapula
        std::optional<JointCoordinate> sinking; ///< of a vertebra, toward the table, m
        Carrier carrier;                        ///< the joint that it moves with
        Vec3 centre_m;                          ///< at rest
        Vec3 force_n;                           ///< of this step
        Vec3 torque_nm;                         ///< of this step, about the centre where it is

        [[nodiscard]] bool gives() const { return spring || sinking; }

        /// By presses.
        [[nodiscard]] BonePose pose() const {
            return spring    ? spring->pose()
                   : sinking ? BonePose{Vec3(0, -static_cast<float>(sinking->place()), 0), Vec3(0)}
                             : BonePose{Vec3(0), Vec3(0)};
        }

        [[nodiscard]] bool at_rest() const {
            return spring ? spring->at_rest()
                          : !sinking || (sinking->place() == 0 && sinking->speed_per_s() == 0);
        }
    };

    explicit World(const anatomy::Bones& bones);

    static void add_shapes(Part& part, const anatomy::Bone& bone);
    void add_object(Part& part, int index);
    static void press(Part& part);
    static void sink(Part& part);
    void lay(Part& part);

    Joints joints;
    std::vector<Part> parts;
    btDefaultCollisionConfiguration configuration;
    btCollisionDispatcher dispatcher{&configuration};
    btDbvtBroadphase broadphase;
    btCollisionWorld world{&dispatcher, &broadphase, &configuration};
};

Skeleton::World::World(const anatomy::Bones& bones) : joints(bones), parts(bones.bones.size()) {
    world.setForceUpdateAllAabbs(false); // fixed bones keep their boxes
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].centre_m = centre_of(bones.boxes[i]);
        parts[i].carrier = joints.geometry().carrier_of(bones.bones[i]);
        add_shapes(parts[i], bones.bones[i]);
        add_object(parts[i], static_cast<int>(i));
        if (const auto holding = holding_of(bones.bones[i].kind)) {
            parts[i].spring.emplace(*holding);
        } else if (bones.bones[i].kind == anatomy::BoneKind::vertebra) {
            parts[i].sinking.emplace(vertebra_holding());
        }
    }
}

void Skeleton::World::add_shapes(Part& part, const anatomy::Bone& bone) {
    part.compound = std::make_unique<btCompoundShape>();
    const auto add = [&part](std::unique_ptr<btCollisionShape> shape) {
        part.compound->addChildShape(btTransform::getIdentity(), shape.get());
        part.shapes.push_back(std::move(shape));
    };
    for (const anatomy::BoneCapsule& capsule : bone.capsules) {
        const std::array<btVector3, 2> ends{to_bullet(capsule.a - part.centre_m),
                                            to_bullet(capsule.b - part.centre_m)};
        const std::array<btScalar, 2> radii{capsule.radius_a_m * units_per_m,
                                            capsule.radius_b_m * units_per_m};
        add(std::make_unique<btMultiSphereShape>(ends.data(), radii.data(), 2));
    }
    for (const anatomy::BonePlate& plate : bone.plates) {
        auto hull = std::make_unique<btConvexHullShape>();
        for (const Vec3& corner : plate.corners) {
            hull->addPoint(to_bullet(corner - part.centre_m), false);
        }
        hull->setMargin(plate.half_thickness_m * units_per_m);
        hull->recalcLocalAabb();
        add(std::move(hull));
    }
}

void Skeleton::World::add_object(Part& part, int index) {
    part.object = std::make_unique<btCollisionObject>();
    part.object->setCollisionShape(part.compound.get());
    part.object->setWorldTransform(btTransform(btMatrix3x3::getIdentity(), to_bullet(part.centre_m)));
    part.object->setUserIndex(index);
    world.addCollisionObject(part.object.get(), bone_group, ray_group);
}

/// Steps a bone that gives under its load and takes the load away.
void Skeleton::World::press(Part& part) {
    if (part.spring) {
        part.spring->step(part.force_n, part.torque_nm);
    } else {
        sink(part);
    }
    part.force_n = Vec3(0);
    part.torque_nm = Vec3(0);
}

void Skeleton::World::sink(Part& part) {
    JointCoordinate& sinking = *part.sinking;
    const JointLoad load{.force = -static_cast<double>(part.force_n.y), .stiffness = 0};
    if (load.force == 0 && sinking.place() < joint_rest_below &&
        std::fabs(sinking.speed_per_s()) < joint_rest_below) {
        sinking.rest();
        return;
    }
    sinking.begin_step();
    for (int newton = 0; newton < vertebra_newton_steps; ++newton) {
        sinking.settle(load);
    }
    sinking.end_step();
}

/// Lays Bullet's copy of a bone where spring and joint have it.
void Skeleton::World::lay(Part& part) {
    const BonePose pose = part.pose();
    const CarriedMotion carried = joints.geometry().motion(part.carrier, joints.pose());
    const Mat3 turn = (Mat3(1) + carried.turn) * (Mat3(1) + turn_from_rest(pose.turn_rad));
    const btMatrix3x3 basis(turn[0][0], turn[1][0], turn[2][0], turn[0][1], turn[1][1], turn[2][1],
                            turn[0][2], turn[1][2], turn[2][2]);
    const Vec3 centre_m = part.centre_m + pose.glide_m + carried.displacement(part.centre_m);
    part.object->setWorldTransform(btTransform(basis, to_bullet(centre_m)));
    world.updateSingleAabb(part.object.get());
}

std::string_view bullet_version() {
    static const std::string text =
        std::to_string(btGetVersion() / 100) + "." + std::to_string(btGetVersion() % 100);
    return text;
}

Skeleton::Skeleton(const anatomy::Bones& bones) {
    const math::FloatMode float_mode;
    world_ = std::make_unique<World>(bones);
}

Skeleton::~Skeleton() = default;
Skeleton::Skeleton(Skeleton&&) noexcept = default;
Skeleton& Skeleton::operator=(Skeleton&&) noexcept = default;

void Skeleton::step(std::span<const BoneLoad> loads, std::span<const contact::HeldPart> holds,
                    std::span<const float> muscle_tone) {
    const math::FloatMode float_mode;
    const JointPose before = world_->joints.pose();
    world_->joints.step(holds, muscle_tone);
    const bool joints_moved = !(world_->joints.pose() == before);
    for (const BoneLoad& load : loads) {
        assert(load.bone >= 0 && static_cast<std::size_t>(load.bone) < world_->parts.size());
        World::Part& part = world_->parts[static_cast<std::size_t>(load.bone)];
        if (part.gives()) {
            part.force_n += load.force_n;
            const Vec3 arm_m = load.position_m - (part.centre_m + part.pose().glide_m);
            part.torque_nm += glm::cross(arm_m, load.force_n);
        }
    }
    for (World::Part& part : world_->parts) {
        const bool rested = part.at_rest();
        if (part.gives()) {
            World::press(part);
        }
        const bool sprung = !(rested && part.at_rest());
        if (sprung || (joints_moved && part.carrier.part != Carrier::Part::fixed)) {
            world_->lay(part);
        }
    }
}

const Joints& Skeleton::joints() const { return world_->joints; }

std::optional<BoneHit> Skeleton::cast(Vec3 from, Vec3 to) const {
    const math::FloatMode float_mode;
    NearestBone nearest;
    world_->world.rayTest(to_bullet(from), to_bullet(to), nearest);
    if (nearest.bone < 0) {
        return std::nullopt;
    }
    return BoneHit{.bone = nearest.bone,
                   .position_m = from + (to - from) * nearest.share,
                   .normal = glm::normalize(Vec3(nearest.normal.x(), nearest.normal.y(), nearest.normal.z())),
                   .distance_m = glm::length(to - from) * nearest.share};
}

Vec3 Skeleton::displacement(int bone, Vec3 rest_position_m) const {
    const World::Part& part = world_->parts[static_cast<std::size_t>(bone)];
    const Joints& joints = world_->joints;
    const Vec3 carried =
        joints.at_rest()
            ? Vec3(0)
            : joints.geometry().motion(part.carrier, joints.pose()).displacement(rest_position_m);
    return sprung_motion(bone).displacement(rest_position_m) + carried;
}

SprungMotion Skeleton::sprung_motion(int bone) const {
    const World::Part& part = world_->parts[static_cast<std::size_t>(bone)];
    const BonePose pose = part.pose();
    return {.glide_m = pose.glide_m, .turn = turn_from_rest(pose.turn_rad), .centre_m = part.centre_m};
}

std::uint64_t Skeleton::state_digest() const {
    std::uint64_t digest = world_->parts.size();
    std::uint64_t place = 0;
    const auto take = [&](const Vec3& v) {
        for (int axis = 0; axis < 3; ++axis) {
            digest = math::random_bits(digest, std::bit_cast<std::uint32_t>(v[axis]), place++);
        }
    };
    for (const World::Part& part : world_->parts) {
        if (!part.spring) {
            continue;
        }
        take(part.spring->pose().glide_m);
        take(part.spring->pose().turn_rad);
        take(part.spring->motion().glide_m_per_s);
        take(part.spring->motion().turn_rad_per_s);
    }
    for (const World::Part& part : world_->parts) {
        if (part.sinking && !part.at_rest()) {
            for (const double value : {part.sinking->place(), part.sinking->speed_per_s()}) {
                digest = math::random_bits(digest, std::bit_cast<std::uint64_t>(value), place++);
            }
        }
    }
    if (!world_->joints.at_rest()) { // a run without a hold keeps the digest that it always had
        world_->joints.visit([&](double value) {
            digest = math::random_bits(digest, std::bit_cast<std::uint64_t>(value), place++);
        });
    }
    return digest;
}

} // namespace tactus::bodies
