#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/back_solver.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::tissue;

namespace {

constexpr float waist_u = 0.15F;
constexpr float waist_v = 0.55F;

std::vector<Vec3> skin_of(const BackSolver& solver) {
    std::vector<Vec3> moved(static_cast<std::size_t>(SkinField::columns) * SkinField::rows);
    std::vector<float> pressure(moved.size());
    solver.write_skin(moved, pressure);
    return moved;
}

/// A palm of 30 N at most, for a second and a half.
void press_and_hold(BackSolver& solver, float force_n) {
    for (int step = 1; step <= 360; ++step) {
        const float force = std::min(force_n, 0.5F * static_cast<float>(step));
        solver.step(test::right(test::laid_palm(test::client(), waist_u, waist_v, force)), {}, {});
    }
}

} // namespace

TEST_CASE("what a held hand leaves unsolved while it is in balance changes neither force nor depth") {
    for (const Setting setting : {Setting::fine, Setting::standard}) {
        parallel::ThreadPool pool(1);
        BackSolver shipped(test::client(), setting, pool, {}, best_kernel_level());
        BackSolver always(test::client(), setting, pool, {}, best_kernel_level());
        always.set_experiment({.every_round = true});
        press_and_hold(shipped, 30);
        press_and_hold(always, 30);
        const contact::ContactReport& a = shipped.reports()[1];
        const contact::ContactReport& b = always.reports()[1];
        CHECK(a.force_n == doctest::Approx(30).epsilon(0.001));
        CHECK(a.travel_m == doctest::Approx(b.travel_m).epsilon(0.002));
        CHECK(a.p95_pa == doctest::Approx(b.p95_pa).epsilon(0.01));
        CHECK(a.trust_error < 0.02F);
    }
}

TEST_CASE("under a hand that hovers over the rested back nothing moves, and its touch is felt") {
    parallel::ThreadPool pool(1);
    BackSolver solver(test::client(), Setting::standard, pool, {}, best_kernel_level());
    const auto above = [](float force) {
        contact::PosedTool palm = test::laid_palm(test::client(), waist_u, waist_v, force);
        for (contact::Capsule& capsule : palm.pressing) {
            capsule.a -= palm.approach * 0.01F;
            capsule.b -= palm.approach * 0.01F;
        }
        return test::right(palm);
    };
    for (int step = 0; step < 60; ++step) {
        solver.step(above(0), {}, {});
    }
    const std::vector<Vec3> before = skin_of(solver);
    for (int step = 0; step < 60; ++step) {
        solver.step(above(0), {}, {});
    }
    CHECK(skin_of(solver) == before);
    for (int step = 0; step < 30; ++step) { // it comes down at 150 mm/s
        solver.step(above(2), {}, {});
    }
    CHECK(solver.reports()[1].force_n == doctest::Approx(2).epsilon(0.01));
    CHECK(skin_of(solver) != before);
}
