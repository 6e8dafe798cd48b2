#include "sim/tissue/advection.hpp"
#include "sim/tissue/back_solver.hpp"
#include "sim/tissue/slab_anatomy.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include "slabs.hpp"
#include <cmath>

using namespace tactus;
using namespace tactus::tissue;

TEST_CASE("a commanded force is delivered and held without drift") {
    test::SlabPress slab(test::layered_slab(32, 0.48F, 0, 3), 0.02F);
    for (int step = 1; step <= 60; ++step) {
        slab.step(12.0 * step / 60, -1, 1, 8);
    }
    for (int step = 0; step < 60; ++step) {
        slab.step(12, -1, 1, 8);
    }
    const double before = slab.force_n();
    const double travel = slab.press.travel;
    for (int step = 0; step < 120; ++step) {
        slab.step(12, -1, 1, 8);
    }
    CHECK(before == doctest::Approx(12).epsilon(0.002));
    CHECK(slab.force_n() == doctest::Approx(before).epsilon(0.001));
    CHECK(slab.press.travel == doctest::Approx(travel).epsilon(0.002));
    CHECK(travel > 4);
}

TEST_CASE("one Newton step a tick follows the converged depth") {
    test::SlabPress quick(test::layered_slab(32, 0.48F, 0, 3), 0.02F);
    test::SlabPress exact(test::layered_slab(32, 0.48F, 0, 3), 0.02F);
    double worst = 0;
    for (int step = 1; step <= 60; ++step) {
        quick.step(20.0 * step / 60, -1, 1, 8);
        exact.step(20.0 * step / 60, -1, 4, 30);
        worst = std::max(worst, step < 20 ? 0.0 : std::fabs(quick.press.travel - exact.press.travel));
    }
    CHECK(exact.press.travel > 8);
    CHECK(worst < 0.04 * exact.press.travel);
}

TEST_CASE("nodal forces add up to the reported force") {
    test::SlabPress slab(test::layered_slab(32, 0.48F), 0.02F);
    for (int step = 1; step <= 20; ++step) {
        slab.step(0, 0.3 * step, 1, 6);
    }
    Level::Field skin(slab.grid.skin_count());
    slab.contact.add_gradient(kernel_table(best_kernel_level()), slab.grid, skin.view);
    double sum = 0;
    for (int n = 0; n < slab.grid.skin_count(); ++n) {
        sum += static_cast<double>(skin.view.component[2][n]);
    }
    CHECK(slab.force_n() > 1);
    CHECK(sum * 1e-3 == doctest::Approx(slab.force_n()).epsilon(1e-5));
}

TEST_CASE("force on the skin equals the support's once the tool rests") {
    test::SlabPress slab(test::layered_slab(32, 0.48F), 0.02F);
    for (int step = 1; step <= 120; ++step) {
        slab.step(0, std::min(8.0, 0.2 * step), 1, 8);
    }
    const NodeVector& r = slab.solver.level().right();
    double unbalanced = 0;
    for (int n = 0; n < slab.grid.node_count(); ++n) {
        unbalanced += static_cast<double>(r.component[2][n] * slab.grid.arrays().mask[n]);
    }
    CHECK(std::fabs(unbalanced) * 1e-3 < 0.002 * slab.force_n());
}

TEST_CASE("nearly incompressible fat under a deep press survives negative curvature") {
    // nu 0.49 at 16 of 40 mm without stiffening: the case that a plain Newton solver loses (solver.md 2).
    test::SlabPress slab(test::layered_slab(32, 0.49F), 0.02F);
    double highest = 0;
    for (int step = 1; step <= 160; ++step) {
        const bool slides = step > 120;
        const float slide_mm = slides ? 0.4F * static_cast<float>(step - 120) : 0.0F;
        slab.tool = test::sphere_tool(0.02F);
        slab.tool.pressing[0].a.x += slide_mm * 1e-3F;
        slab.tool.pressing[0].b = slab.tool.pressing[0].a;
        if (slides) {
            advect(slab.grid, {16.0F + slide_mm / 5, 16.0F}, {0.08F, 0});
        }
        slab.step(0, std::min(16.0, 16.0 * step / 120), 1, 12);
        REQUIRE(std::isfinite(slab.force_n()));
        highest = std::max(highest, step > 60 ? slab.force_n() : 0.0);
    }
    CHECK(slab.force_n() > 8);
    CHECK(slab.force_n() < 20);
    CHECK(highest < 25);
}

TEST_CASE("a travel stop bounds a load that the tissue cannot carry") {
    test::SlabPress slab(test::layered_slab(32, 0.48F), 0.01F);
    slab.press.stop = 10;
    for (int step = 1; step <= 120; ++step) {
        slab.step(60, -1, 1, 8);
    }
    CHECK(slab.press.travel == doctest::Approx(10));
    CHECK(slab.force_n() < 30);
    CHECK(slab.force_n() > 0.5);
}

TEST_CASE("without contact a tool approaches at the speed bound, and a hovering one stays off") {
    test::SlabPress slab(test::layered_slab(16, 0.48F), 0.01F);
    slab.tool = test::sphere_tool(0.01F, 0.045F);
    slab.step(10, -1, 1, 6);
    CHECK(slab.press.travel == doctest::Approx(travel_speed_mm_s * step_s).epsilon(0.01));
    test::SlabPress hovering(test::layered_slab(16, 0.48F), 0.01F);
    hovering.step(0, -1, 1, 6);
    CHECK(hovering.press.travel == 0);
    CHECK(hovering.force_n() < 0.05);
}

TEST_CASE("over a rib with steep flanks at 30 cm/s the base carries what the hand presses") {
    // The wall of the fine window crosses the flanks, where an unwatched coarse correction overshoots
    // sixfold.
    anatomy::Anatomy slab = make_slab_anatomy({});
    for (std::size_t k = 0; k < slab.skin.position.size(); ++k) {
        if (std::fabs(slab.skin.position[k].z) < 0.006F) {
            slab.layers.muscle_m[k] = 0.012F;
        }
    }
    parallel::ThreadPool pool(1);
    BackSolver solver(slab, Setting::fine, pool, {.isotropic = IsotropicLayers{30e3, 9e3, 24e3, 0.48}},
                      best_kernel_level());
    solver.set_experiment({.elastic = true, .law = ContactLaw{}, .friction = 0.0F});
    const Vec3 start = test::sphere_tool(0.02F).pressing[0].a - Vec3{0, 0, 0.045F};
    contact::PosedTool ball = test::sphere_tool(0.02F);
    ball.kind = contact::ToolKind::thumb;
    ball.forward = {0, 0, -1};
    ball.travel_stop_m = 0.03F;
    double square = 0;
    int slid = 0;
    for (int step = 1; step <= 192; ++step) {
        slid = std::max(0, step - 120);
        const Vec3 middle = start + Vec3{0, 0, 0.00125F * static_cast<float>(slid)};
        ball.centre = middle - Vec3{0, 0.02F, 0};
        ball.pressing[0].a = ball.pressing[0].b = middle;
        ball.commanded_force_n = std::min(20.0F, static_cast<float>(step) / 6.0F);
        solver.step(test::right(ball), {}, {});
        const contact::ContactReport& report = solver.reports()[1];
        const double lost = static_cast<double>(report.force_n - report.support_n) / 20;
        square += slid > 0 ? lost * lost : 0.0;
    }
    CHECK(std::sqrt(square / slid) < 0.03);
}
