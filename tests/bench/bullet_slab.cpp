#include "tests/bench/bullet_slab.hpp"

#include <BulletSoftBody/btDeformableBodySolver.h>
#include <BulletSoftBody/btDeformableMultiBodyConstraintSolver.h>
#include <BulletSoftBody/btDeformableMultiBodyDynamicsWorld.h>
#include <BulletSoftBody/btDeformableNeoHookeanForce.h>
#include <BulletSoftBody/btSoftBody.h>
#include <BulletSoftBody/btSoftBodyHelpers.h>
#include <BulletSoftBody/btSoftBodyRigidBodyCollisionConfiguration.h>

#include <algorithm>
#include <array>
#include <btBulletDynamicsCommon.h>
#include <chrono>
#include <cmath>
#include <limits>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace tactus::bench {

namespace {

// Units inside: cm, kg, s; force 0.01 N, stress 100 Pa.
constexpr double slab_side_cm = 16;
constexpr double slab_depth_cm = 4;
constexpr double density = 1e-3;
constexpr double step_s = 1.0 / 240;

struct Lattice {
    int across;
    int up;

    [[nodiscard]] int node(int i, int j, int k) const { return (k * (across + 1) + j) * (across + 1) + i; }

    [[nodiscard]] bool held(int i, int j, int k) const {
        return k == 0 || i == 0 || j == 0 || i == across || j == across;
    }
};

/// Five tetrahedra a cell, alternating so that faces match.
void append_cell(btSoftBody& body, const std::vector<btVector3>& x, const std::array<int, 8>& corner,
                 bool odd) {
    using Tetrahedron = std::array<int, 4>;
    static constexpr std::array<Tetrahedron, 5> even_tets{
        {{1, 0, 2, 4}, {1, 3, 2, 7}, {1, 5, 4, 7}, {2, 6, 4, 7}, {1, 2, 4, 7}}};
    static constexpr std::array<Tetrahedron, 5> odd_tets{
        {{0, 1, 3, 5}, {0, 3, 2, 6}, {0, 5, 6, 4}, {3, 5, 6, 7}, {0, 3, 5, 6}}};
    for (const Tetrahedron& tet : odd ? odd_tets : even_tets) {
        const int a = corner[tet[0]];
        const int b = corner[tet[1]];
        int c = corner[tet[2]];
        int d = corner[tet[3]];
        if ((x[b] - x[a]).dot((x[c] - x[a]).cross(x[d] - x[a])) < 0) {
            std::swap(c, d);
        }
        body.appendTetra(a, b, c, d);
    }
}

/// Without links, Bullet's rebuildNodeTree() never ends.
void append_links(btSoftBody& body) {
    std::set<std::pair<int, int>> edges;
    for (int t = 0; t < body.m_tetras.size(); ++t) {
        for (int a = 0; a < 4; ++a) {
            for (int b = a + 1; b < 4; ++b) {
                const int p = static_cast<int>(body.m_tetras[t].m_n[a] - &body.m_nodes[0]);
                const int q = static_cast<int>(body.m_tetras[t].m_n[b] - &body.m_nodes[0]);
                edges.insert(std::minmax(p, q));
            }
        }
    }
    for (const auto& [p, q] : edges) {
        body.appendLink(p, q);
    }
}

std::vector<btVector3> lattice_points(const PeerSlab& slab, const Lattice& lattice) {
    std::vector<btVector3> x;
    for (int k = 0; k <= lattice.up; ++k) {
        for (int j = 0; j <= lattice.across; ++j) {
            for (int i = 0; i <= lattice.across; ++i) {
                const double edge = slab.spacing_mm / 10;
                x.emplace_back(static_cast<float>((i - 0.5 * lattice.across) * edge + 0.07),
                               static_cast<float>((j - 0.5 * lattice.across) * edge + 0.03),
                               static_cast<float>(k * edge));
            }
        }
    }
    return x;
}

void append_cells(btSoftBody& body, const std::vector<btVector3>& x, const Lattice& lattice) {
    for (int k = 0; k < lattice.up; ++k) {
        for (int j = 0; j < lattice.across; ++j) {
            for (int i = 0; i < lattice.across; ++i) {
                std::array<int, 8> corner{};
                for (int n = 0; n < 8; ++n) {
                    corner[n] = lattice.node(i + (n & 1), j + (n >> 1 & 1), k + (n >> 2));
                }
                append_cell(body, x, corner, ((i + j + k) & 1) != 0);
            }
        }
    }
}

/// A quarter of every tetrahedron's mass to each of its nodes.
std::vector<double> node_masses(const btSoftBody& body) {
    std::vector<double> mass(body.m_nodes.size(), 0.0);
    for (int t = 0; t < body.m_tetras.size(); ++t) {
        for (const btSoftBody::Node* node : body.m_tetras[t].m_n) {
            mass[node - &body.m_nodes[0]] +=
                density * static_cast<double>(body.m_tetras[t].m_element_measure) / 4;
        }
    }
    return mass;
}

btSoftBody* make_slab(btSoftBodyWorldInfo& info, const PeerSlab& slab, const Lattice& lattice,
                      std::vector<int>& held) {
    const std::vector<btVector3> x = lattice_points(slab, lattice);
    auto* body = new btSoftBody(&info, static_cast<int>(x.size()), x.data(), nullptr);
    append_cells(*body, x, lattice);
    append_links(*body);
    btSoftBodyHelpers::generateBoundaryFaces(body);
    body->initializeDmInverse();
    body->m_tetraScratches.resize(body->m_tetras.size());
    body->m_tetraScratchesTn.resize(body->m_tetras.size());
    const std::vector<double> mass = node_masses(*body);
    for (int k = 0; k <= lattice.up; ++k) {
        for (int j = 0; j <= lattice.across; ++j) {
            for (int i = 0; i <= lattice.across; ++i) {
                const int n = lattice.node(i, j, k);
                body->setMass(n, lattice.held(i, j, k) ? 0.0F : static_cast<float>(mass[n]));
                if (lattice.held(i, j, k)) {
                    held.push_back(n);
                }
            }
        }
    }
    return body;
}

/// Reaction of the held nodes along the press; Bullet reports no contact force.
double held_force_n(btDeformableNeoHookeanForce& elastic, const btSoftBody& body,
                    const std::vector<int>& held) {
    btDeformableLagrangianForce::TVStack force;
    force.resize(body.m_nodes.size());
    for (int n = 0; n < force.size(); ++n) {
        force[n].setZero();
    }
    elastic.addScaledElasticForce(1, force);
    double sum = 0;
    for (const int n : held) {
        sum -= 0.01 * static_cast<double>(force[n].z());
    }
    return sum;
}

} // namespace

PeerFigures press_bullet_slab(const PeerSlab& slab) {
    btSoftBodyRigidBodyCollisionConfiguration configuration;
    btCollisionDispatcher dispatcher(&configuration);
    btDbvtBroadphase broadphase;
    btDeformableBodySolver body_solver;
    btDeformableMultiBodyConstraintSolver constraint_solver;
    constraint_solver.setDeformableSolver(&body_solver);
    btDeformableMultiBodyDynamicsWorld world(&dispatcher, &broadphase, &constraint_solver, &configuration,
                                             &body_solver);
    btVector3 gravity(0, 0, 0);
    world.setGravity(gravity);
    world.getWorldInfo().m_gravity = gravity;
    world.getWorldInfo().m_sparsesdf.setDefaultVoxelsz(0.25F);
    world.getWorldInfo().m_sparsesdf.Reset();
    const Lattice lattice{static_cast<int>(std::lround(10 * slab_side_cm / slab.spacing_mm)),
                          static_cast<int>(std::lround(10 * slab_depth_cm / slab.spacing_mm))};
    std::vector<int> held;
    btSoftBody* const body = make_slab(world.getWorldInfo(), slab, lattice, held);
    body->getCollisionShape()->setMargin(0.01F);
    body->m_cfg.kKHR = 1;
    body->m_cfg.kCHR = 1;
    body->m_cfg.kDF = 0;
    body->m_cfg.kDP = 0;
    body->m_cfg.collisions = btSoftBody::fCollision::SDF_RD | btSoftBody::fCollision::SDF_RDF;
    body->setActivationState(DISABLE_DEACTIVATION);
    world.addSoftBody(body);
    const double mu = slab.shear_kpa * 10;
    btDeformableNeoHookeanForce elastic(
        static_cast<float>(mu), static_cast<float>(2 * mu * slab.poisson / (1 - 2 * slab.poisson)), 0);
    world.addForce(body, &elastic);
    const double radius = slab.radius_mm / 10;
    btSphereShape sphere(static_cast<float>(radius));
    btTransform above;
    above.setIdentity();
    above.setOrigin(btVector3(0, 0, static_cast<float>(slab_depth_cm + radius)));
    btDefaultMotionState motion(above);
    btRigidBody tool(btRigidBody::btRigidBodyConstructionInfo(0, &motion, &sphere));
    tool.setCollisionFlags(tool.getCollisionFlags() | btCollisionObject::CF_KINEMATIC_OBJECT);
    tool.setActivationState(DISABLE_DEACTIVATION);
    tool.setFriction(0);
    world.addRigidBody(&tool);
    world.setImplicit(true);
    world.setLineSearch(false);
    world.setUseProjection(true);

    PeerFigures figures;
    const int steps = static_cast<int>(std::lround((slab.press_s + slab.hold_s) / step_s));
    double seconds = 0;
    for (int step = 1; step <= steps; ++step) {
        const double share = std::min(1.0, step * step_s / slab.press_s);
        btTransform place;
        place.setIdentity();
        place.setOrigin(
            btVector3(0, 0, static_cast<float>(slab_depth_cm + radius - share * slab.depth_mm / 10)));
        motion.setWorldTransform(place);
        tool.setLinearVelocity(
            btVector3(0, 0, share < 1 ? static_cast<float>(-slab.depth_mm / 10 / slab.press_s) : 0.0F));
        const auto start = std::chrono::steady_clock::now();
        world.stepSimulation(static_cast<float>(step_s), 1, static_cast<float>(step_s));
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const double sum = held_force_n(elastic, *body, held);
        figures.force_end_of_hold_n = std::isfinite(sum) ? sum : std::numeric_limits<double>::infinity();
        if (share >= 1 && figures.force_end_of_press_n == 0) {
            figures.force_end_of_press_n = figures.force_end_of_hold_n;
        }
        if (!std::isfinite(sum)) {
            break;
        }
    }
    figures.ms_per_step = seconds * 1e3 / steps;
    world.removeRigidBody(&tool);
    world.removeSoftBody(body);
    delete body;
    return figures;
}

} // namespace tactus::bench
