#include "sim/tissue/viscosity.hpp"

#include <doctest/doctest.h>

#include "slabs.hpp"
#include "tangent_error.hpp"
#include <cmath>

using namespace tactus;
using namespace tactus::tissue;

namespace {

/// One family of fibres in every cell of a slab.
void add_fibres(GridGeometry& g, int family, Vec3 direction, float stiffness, float tension_kpa) {
    Fibres& fibres = g.fibres[family];
    fibres.resize(g.shear.size());
    for (std::size_t e = 0; e < g.shear.size(); ++e) {
        fibres.direction[e] = direction;
        fibres.stiffness[e] = stiffness;
        fibres.stiffening[e] = g.stiffening[e];
        fibres.tension_kpa[e] = tension_kpa;
    }
}

/// Skin, fat and muscle with oblique fibres in all of it and tension across them.
GridGeometry fibrous_slab(float stiffening, float distortion) {
    GridGeometry g = test::layered_slab(16, 0.48F, stiffening);
    test::distort(g, distortion);
    add_fibres(g, 0, glm::normalize(Vec3{0.8F, 0.5F, 0.2F}), 4, 6);
    add_fibres(g, 1, Vec3{-0.5F, 0.8F, 0}, 2, 3);
    return g;
}

/// A homogeneous block with fibres along `direction`.
GridGeometry muscle_block(Vec3 direction, float stiffness, float tension_kpa = 0) {
    const std::vector<float> lines = even_lines(16, 5.0F);
    const SlabLayer one{40, 8, 8, 0.48F, 2};
    GridGeometry g = make_slab(lines, lines, std::span(&one, 1));
    add_fibres(g, 0, direction, stiffness, tension_kpa);
    return g;
}

void displace(Grid& grid, const GridGeometry& geometry, const Mat3& gradient) {
    for (int row = 0; row <= geometry.rows; ++row) {
        for (int level = 0; level <= geometry.layers; ++level) {
            for (int column = 0; column <= geometry.columns; ++column) {
                grid.set_displacement(grid.node(column, row, level),
                                      gradient * geometry.position[geometry.node(column, row, level)]);
            }
        }
    }
}

/// Largest unbalanced force on nodes inside, and on the skin, mN.
struct Unbalanced {
    double inside = 0;
    double skin = 0;
};

Unbalanced unbalanced(const GridGeometry& geometry, const Mat3& gradient) {
    const math::FloatMode mode;
    parallel::ThreadPool pool(1);
    Grid grid(geometry);
    displace(grid, geometry, gradient);
    GridSolver solver(grid, kernel_table(best_kernel_level()), pool);
    solver.evaluate();
    const NodeVector& r = solver.level().right();
    Unbalanced u;
    for (int row = 1; row < geometry.rows; ++row) {
        for (int column = 1; column < geometry.columns; ++column) {
            for (int level = 1; level <= geometry.layers; ++level) {
                for (const float* const component : r.component) {
                    const double f = std::fabs(static_cast<double>(component[grid.node(column, row, level)]));
                    double& largest = level < geometry.layers ? u.inside : u.skin;
                    largest = std::max(largest, f);
                }
            }
        }
    }
    return u;
}

/// Elastic energy by the work of the nodal forces along a straight path to `gradient`, mN mm per mm3.
double work_density(const GridGeometry& geometry, const Mat3& gradient) {
    const math::FloatMode mode;
    parallel::ThreadPool pool(1);
    Grid grid(geometry);
    Level level(grid, kernel_table(best_kernel_level()), pool);
    const GridArrays& g = grid.arrays();
    constexpr int pieces = 8;
    double work = 0;
    for (int k = 0; k < pieces; ++k) {
        displace(grid, geometry, gradient * ((static_cast<float>(k) + 0.5F) / pieces));
        level.elastic_gradient();
        for (int row = 0; row <= geometry.rows; ++row) {
            for (int l = 0; l <= geometry.layers; ++l) {
                for (int column = 0; column <= geometry.columns; ++column) {
                    const Vec3 u = gradient * geometry.position[geometry.node(column, row, l)];
                    const int n = grid.node(column, row, l);
                    work +=
                        static_cast<double>(g.force[0][n] * u.x + g.force[1][n] * u.y + g.force[2][n] * u.z);
                }
            }
        }
    }
    return work / pieces / (80.0 * 80.0 * 40.0);
}

/// Stretch by `strain` along `axis` at constant volume to first order.
Mat3 stretched(int axis, float strain) {
    Mat3 m(-0.5F * strain);
    m[axis][axis] = strain;
    return m;
}

float press_to(const GridGeometry& geometry, double depth_mm) {
    test::SlabPress press(geometry, 0.015F);
    for (int step = 1; step <= 30; ++step) {
        press.step(0, depth_mm * std::min(1.0, step / 20.0), 2, 20);
    }
    return static_cast<float>(press.force_n());
}

} // namespace

TEST_CASE("fibres and the tension of skin are in balance at rest, cell by cell") {
    const Unbalanced u = unbalanced(fibrous_slab(3, 0.25F), Mat3(0.0F));
    CHECK(u.inside < 2e-3);
    CHECK(u.skin < 2e-3);
}

TEST_CASE("a uniform strain of fibrous tissue leaves inner nodes in balance (patch test)") {
    GridGeometry g = muscle_block(glm::normalize(Vec3{0.7F, 0.6F, 0.3F}), 4, 5);
    add_fibres(g, 1, Vec3{-0.6F, 0.7F, 0}, 2, 3);
    const Mat3 strain{{0.03F, 0.01F, -0.02F}, {0.02F, 0.04F, 0.01F}, {0.015F, 0.02F, 0.01F}};
    const Unbalanced u = unbalanced(g, strain);
    CHECK(u.skin > 5.0);
    CHECK(u.inside < 1e-3 * u.skin);
}

TEST_CASE("fibres turn with the tissue: a rigid rotation makes no force") {
    const float c = 0.8F;
    const float s = 0.6F;
    const Mat3 rotation{{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
    const Mat3 change = rotation - Mat3(1.0F);
    const Unbalanced stiff = unbalanced(muscle_block(glm::normalize(Vec3{0.7F, 0.6F, 0.3F}), 4), change);
    CHECK(stiff.inside < 0.1); // mN; rounding at displacements of 25 mm. A strain of 3 % gives hundreds
    CHECK(stiff.skin < 0.1);
    // The tension of skin pulls on what it is fixed to; inside it stays in balance.
    CHECK(unbalanced(muscle_block(Vec3{1, 0, 0}, 4, 20), change).inside < 0.2);
}

TEST_CASE("the tangent is the derivative of the force, with fibres and tension") {
    const GridGeometry geometry = fibrous_slab(3, 0.25F);
    Grid grid(geometry);
    // Stretched by 5 % both ways, so that no fibre is at the end of its slack, where the tangent jumps.
    displace(grid, geometry, Mat3{{0.05F, 0.01F, 0}, {0, 0.06F, 0}, {0.01F, 0, -0.08F}});
    CHECK(test::tangent_error(grid, 0.02F) < 1e-3);
}

TEST_CASE("muscle is twice as stiff in tension along its fibres as across, and no stiffer in compression") {
    // Isochoric stretch e of a neo-Hookean block stores 3/2 mu e^2 a volume; fibres of k = 3 mu add k/2 e^2.
    GridGeometry plain = muscle_block(Vec3{0, 1, 0}, 0);
    GridGeometry fibrous = muscle_block(Vec3{0, 1, 0}, 3);
    for (GridGeometry* const g : {&plain, &fibrous}) {
        std::fill(g->stiffening.begin(), g->stiffening.end(), 0.0F);
        std::fill(g->fibres[0].stiffening.begin(), g->fibres[0].stiffening.end(), 0.0F);
    }
    const double across = work_density(fibrous, stretched(0, 0.02F));
    CHECK(work_density(fibrous, stretched(1, 0.02F)) == doctest::Approx(2 * across).epsilon(0.04));
    CHECK(work_density(fibrous, stretched(1, -0.02F)) ==
          doctest::Approx(work_density(plain, stretched(1, -0.02F))).epsilon(1e-3));
    CHECK(across == doctest::Approx(work_density(plain, stretched(0, 0.02F))).epsilon(1e-3));
}

TEST_CASE("skin under tension resists a dent that slack skin does not") {
    GridGeometry slack = test::layered_slab(16, 0.48F);
    GridGeometry tense = slack;
    add_fibres(tense, 0, Vec3{1, 0, 0}, 0, 0);
    add_fibres(tense, 1, Vec3{0, 1, 0}, 0, 0);
    const int skin = tense.layers - 1;
    for (int row = 0; row < tense.rows; ++row) {
        for (int column = 0; column < tense.columns; ++column) {
            tense.fibres[0].tension_kpa[tense.cell(column, row, skin)] = 28;
            tense.fibres[1].tension_kpa[tense.cell(column, row, skin)] = 14;
        }
    }
    const float soft = press_to(slack, 6);
    const float hard = press_to(tense, 6);
    CHECK(hard > 1.1F * soft);
    CHECK(hard < 2.5F * soft);
}

TEST_CASE("fibres across and along mirror one another") {
    const float across = press_to(muscle_block(Vec3{1, 0, 0}, 3), 6);
    const float along = press_to(muscle_block(Vec3{0, 1, 0}, 3), 6);
    const float plain = press_to(muscle_block(Vec3{1, 0, 0}, 0), 6);
    CHECK(across == doctest::Approx(along).epsilon(0.01)); // the tool stands 0.4 mm off the middle
    CHECK(across > 1.02F * plain);
}
