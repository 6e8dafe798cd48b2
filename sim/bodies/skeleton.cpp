#include "sim/bodies/skeleton.hpp"

#include "sim/bodies/bodies_data.hpp"
#include "sim/math/float_mode.hpp"
#include "sim/math/random.hpp"

#include <bit>
#include <btBulletDynamicsCommon.h>
#include <cassert>
#include <cmath>

namespace tactus::bodies {
namespace {

/// Bullet's tolerances are written for things of a metre; in centimetres its ray casts are good to 0.1 mm.
constexpr float units_per_m = 100.0F;
constexpr float step_s = 1.0F / 240.0F;

btVector3 to_bullet(Vec3 metres) {
    return {metres.x * units_per_m, metres.y * units_per_m, metres.z * units_per_m};
}

Vec3 to_metres(const btVector3& v) { return Vec3(v.x(), v.y(), v.z()) * (1.0F / units_per_m); }

/// Rays meet bones; bones do not meet each other, whose gaps are the work of their springs.
constexpr int bone_group = 1;
constexpr int ray_group = 2;

/// How one bone is held: mass 0 is fixed.
struct Holding {
    float mass_kg;
    float inertia_kg_m2;
    float stiffness_n_per_m;
    float turning_stiffness_nm_per_rad;
};

Holding holding_of(anatomy::BoneKind kind) {
    switch (kind) {
    case anatomy::BoneKind::rib:
        return {rib_mass_kg.f(), rib_inertia_kg_m2.f(), rib_stiffness_n_per_m.f(),
                rib_turning_stiffness_nm_per_rad.f()};
    case anatomy::BoneKind::scapula:
        return {scapula_mass_kg.f(), scapula_inertia_kg_m2.f(), scapula_stiffness_n_per_m.f(),
                scapula_turning_stiffness_nm_per_rad.f()};
    default:
        return {0, 0, 0, 0};
    }
}

/// The middle of a bone's box: where its body's frame sits.
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

/// Bullet's world. Members are destroyed in reverse: the world before what it points to.
struct Skeleton::World {
    /// A body with all that it owns.
    struct Part {
        std::vector<std::unique_ptr<btCollisionShape>> shapes;
        std::unique_ptr<btCompoundShape> compound;
        std::unique_ptr<btRigidBody> body;
        std::unique_ptr<btGeneric6DofSpring2Constraint> spring; ///< none for a fixed bone
        Vec3 centre_m;
    };

    explicit World(const anatomy::Bones& bones);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    World(World&&) = delete;
    World& operator=(World&&) = delete;

    void add_shapes(Part& part, const anatomy::Bone& bone) const;
    void add_body(Part& part, const Holding& holding, int index);
    void hold(Part& part, const Holding& holding);

    btDefaultCollisionConfiguration configuration;
    btCollisionDispatcher dispatcher{&configuration};
    btDbvtBroadphase broadphase;
    btSequentialImpulseConstraintSolver solver;
    btDiscreteDynamicsWorld world{&dispatcher, &broadphase, &solver, &configuration};
    btRigidBody trunk{
        btRigidBody::btRigidBodyConstructionInfo(0, nullptr, nullptr)}; ///< what springs are tied to
    std::vector<Part> parts;
};

Skeleton::World::World(const anatomy::Bones& bones) {
    world.setGravity(btVector3(0, 0, 0));
    world.setForceUpdateAllAabbs(false);       // fixed bones keep their boxes
    world.getSolverInfo().m_numIterations = 3; // each spring holds one body, so its rows barely couple
    parts.resize(bones.bones.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Holding holding = holding_of(bones.bones[i].kind);
        parts[i].centre_m = centre_of(bones.boxes[i]);
        add_shapes(parts[i], bones.bones[i]);
        add_body(parts[i], holding, static_cast<int>(i));
        if (holding.mass_kg > 0) {
            hold(parts[i], holding);
        }
    }
}

Skeleton::World::~World() {
    for (Part& part : parts) {
        if (part.spring) {
            world.removeConstraint(part.spring.get());
        }
        world.removeRigidBody(part.body.get());
    }
}

void Skeleton::World::add_shapes(Part& part, const anatomy::Bone& bone) const {
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

void Skeleton::World::add_body(Part& part, const Holding& holding, int index) {
    constexpr float area = units_per_m * units_per_m;
    const float inertia = holding.inertia_kg_m2 * area;
    btRigidBody::btRigidBodyConstructionInfo info(holding.mass_kg, nullptr, part.compound.get(),
                                                  btVector3(inertia, inertia, inertia));
    info.m_startWorldTransform.setIdentity();
    info.m_startWorldTransform.setOrigin(to_bullet(part.centre_m));
    part.body = std::make_unique<btRigidBody>(info);
    part.body->setUserIndex(index);
    part.body->setActivationState(DISABLE_DEACTIVATION);
    world.addRigidBody(part.body.get(), bone_group, ray_group);
}

void Skeleton::World::hold(Part& part, const Holding& holding) {
    btTransform in_trunk = part.body->getWorldTransform();
    part.spring = std::make_unique<btGeneric6DofSpring2Constraint>(trunk, *part.body, in_trunk,
                                                                   btTransform::getIdentity());
    constexpr float area = units_per_m * units_per_m;
    constexpr float free_m = 0.020F;
    constexpr float free_rad = 0.35F;
    const btVector3 glide(free_m * units_per_m, free_m * units_per_m, free_m * units_per_m);
    const btVector3 turn(free_rad, free_rad, free_rad);
    part.spring->setLinearLowerLimit(-glide);
    part.spring->setLinearUpperLimit(glide);
    part.spring->setAngularLowerLimit(-turn);
    part.spring->setAngularUpperLimit(turn);
    for (int axis = 0; axis < 6; ++axis) {
        const bool turning = axis >= 3;
        const float stiffness =
            turning ? holding.turning_stiffness_nm_per_rad * area : holding.stiffness_n_per_m;
        const float inertia = turning ? holding.inertia_kg_m2 * area : holding.mass_kg;
        const float damping = 2.0F * joint_damping_ratio.f() * std::sqrt(stiffness * inertia);
        part.spring->enableSpring(axis, true);
        part.spring->setStiffness(axis, stiffness, false);
        part.spring->setDamping(axis, damping, false);
        part.spring->setEquilibriumPoint(axis, 0);
    }
    world.addConstraint(part.spring.get(), true);
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

void Skeleton::step(std::span<const BoneLoad> loads) {
    const math::FloatMode float_mode;
    for (const BoneLoad& load : loads) {
        assert(load.bone >= 0 && static_cast<std::size_t>(load.bone) < world_->parts.size());
        btRigidBody& body = *world_->parts[static_cast<std::size_t>(load.bone)].body;
        body.applyForce(to_bullet(load.force_n),
                        to_bullet(load.position_m) - body.getWorldTransform().getOrigin());
    }
    world_->world.stepSimulation(step_s, 0);
}

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
    if (!part.spring) {
        return Vec3(0);
    }
    // The turn is taken as a difference from none, so that a bone at rest gives exactly zero.
    const btTransform& now = part.body->getWorldTransform();
    const btVector3 arm = to_bullet(rest_position_m - part.centre_m);
    return to_metres((now.getOrigin() - to_bullet(part.centre_m)) + (now.getBasis() * arm - arm));
}

std::uint64_t Skeleton::state_digest() const {
    std::uint64_t digest = world_->parts.size();
    std::uint64_t place = 0;
    const auto take = [&](const btVector3& v) {
        for (const btScalar number : {v.x(), v.y(), v.z()}) {
            digest =
                math::random_bits(digest, std::bit_cast<std::uint32_t>(static_cast<float>(number)), place++);
        }
    };
    for (const World::Part& part : world_->parts) {
        if (!part.spring) {
            continue;
        }
        const btTransform& now = part.body->getWorldTransform();
        take(now.getOrigin());
        for (int row = 0; row < 3; ++row) {
            take(now.getBasis()[row]);
        }
        take(part.body->getLinearVelocity());
        take(part.body->getAngularVelocity());
    }
    return digest;
}

} // namespace tactus::bodies
