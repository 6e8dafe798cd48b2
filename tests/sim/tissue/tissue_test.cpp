#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/tissue.hpp"
#include "sim/tissue/tissue_data.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include <array>
#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::tissue;

namespace {

constexpr float loin_u = 0.15F;
constexpr float loin_v = 0.9F;
constexpr int field_points = SkinField::columns * SkinField::rows;

/// Presses over half a second and holds half a second; the report of the right hand.
contact::ContactReport press(Tissue& tissue, contact::ToolKind kind, float force_n, int steps = 240) {
    for (int step = 1; step <= steps; ++step) {
        const float force = force_n * std::min(1.0F, static_cast<float>(step) / 120);
        const bool palm = kind == contact::ToolKind::palm;
        tissue.step(test::right(palm ? test::laid_palm(test::client(), loin_u, loin_v, force)
                                     : test::laid_thumb(test::client(), loin_u, loin_v, force)),
                    {}, {});
    }
    return tissue.reports()[1];
}

float largest_displacement_mm(const Tissue& tissue) {
    std::vector<Vec3> displacement(field_points);
    tissue.write_skin(displacement, {});
    float most = 0;
    for (const Vec3& d : displacement) {
        most = std::max(most, glm::length(d) * 1000);
    }
    return most;
}

} // namespace

TEST_CASE("a thumb's commanded 20 N is delivered, carried by the base and as deep as a thumb sinks") {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), Setting::fine, pool);
    const contact::ContactReport r = press(tissue, contact::ToolKind::thumb, 20);
    CHECK(tissue.resolves_thumb());
    CHECK(r.touching);
    CHECK(r.force_n == doctest::Approx(20).epsilon(0.01));
    CHECK(r.support_n == doctest::Approx(r.force_n).epsilon(0.03));
    CHECK(r.trust_error < 0.03);
    CHECK(r.depth_m > 0.007); // facts 3.5: 8-14 mm on 40 mm of tissue
    CHECK(r.depth_m < 0.016);
    CHECK(r.area_m2 > 2e-4);
    CHECK(r.area_m2 < 8e-4);
    CHECK(r.p95_pa > r.mean_pressure_pa);
    CHECK(std::fabs(r.u - loin_u) < 0.03F);
    CHECK(std::fabs(r.v - loin_v) < 0.03F);
    CHECK_FALSE(r.load_not_reached);
}

TEST_CASE("a stroke in real time is as deep and as hard as a converged one") {
    parallel::ThreadPool pool(1);
    BackSolver quick(test::client(), Setting::standard, pool, {}, best_kernel_level());
    BackSolver exact(test::client(), Setting::fine, pool, {}, best_kernel_level());
    exact.set_effort({.newton_steps = 2,
                      .iterations = 30,
                      .thumb = {20, 20},
                      .palm = {0, 0},
                      .coarse_iterations = 20,
                      .rounds = 6,
                      .stride = 1});
    float deepest = 0;
    float depth_error = 0;
    float pressure_error = 0;
    float worst_pressure_error = 0;
    int compared = 0;
    for (int step = 1; step <= 110; ++step) {
        const float v = loin_v - (step > 70 ? 0.001F * static_cast<float>(step - 70) : 0.0F);
        const auto tools = test::right(
            test::laid_thumb(test::client(), loin_u, v, std::min(15.0F, 0.25F * static_cast<float>(step))));
        quick.step(tools, {}, {});
        exact.step(tools, {}, {});
        if (step > 20) {
            const contact::ContactReport& a = quick.reports()[1];
            const contact::ContactReport& b = exact.reports()[1];
            deepest = std::max(deepest, b.travel_m);
            depth_error = std::max(depth_error, std::fabs(a.travel_m - b.travel_m));
            const float off = std::fabs(a.p95_pa / b.p95_pa - 1);
            pressure_error += off;
            worst_pressure_error = std::max(worst_pressure_error, off);
            ++compared;
        }
    }
    CHECK(deepest > 0.006F);
    CHECK(depth_error < 0.02F * deepest); // solver_load.md, 10
    // The sharpest of few points jumps from step to step of the stroke, in the converged one too.
    CHECK(pressure_error < 0.05F * static_cast<float>(compared));
    CHECK(worst_pressure_error < 0.25F);
}

TEST_CASE("a palm spreads the same force over more skin than a thumb, and sinks less") {
    parallel::ThreadPool pool(1);
    Tissue under_palm(test::client(), Setting::standard, pool);
    Tissue under_thumb(test::client(), Setting::standard, pool);
    const contact::ContactReport palm = press(under_palm, contact::ToolKind::palm, 15, 160);
    const contact::ContactReport thumb = press(under_thumb, contact::ToolKind::thumb, 15, 160);
    CHECK(palm.force_n == doctest::Approx(15).epsilon(0.01));
    CHECK(thumb.force_n == doctest::Approx(15).epsilon(0.01));
    CHECK(palm.area_m2 > 3 * thumb.area_m2);
    CHECK(palm.depth_m < 0.6F * thumb.depth_m);
    CHECK(palm.p95_pa < 0.6F * thumb.p95_pa);
}

TEST_CASE("the pressure of the skin field holds the whole contact force") {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), Setting::standard, pool);
    const contact::ContactReport r = press(tissue, contact::ToolKind::thumb, 15, 140);
    std::vector<float> pressure(field_points);
    tissue.write_skin({}, pressure);
    const SkinField field(test::client());
    double on_field = 0;
    for (int k = 0; k < field_points; ++k) {
        on_field += static_cast<double>(pressure[k] * field.area_m2[k]);
    }
    double of_points = 0;
    for (const contact::LoadedPoint& p : r.points) {
        of_points += static_cast<double>(p.pressure_pa * p.area_m2);
    }
    CHECK(on_field == doctest::Approx(of_points).epsilon(1e-4));
    CHECK(of_points >= static_cast<double>(
                           r.force_n)); // the same pressures, of which the force is the part along the axis
    CHECK(of_points < 1.4 * static_cast<double>(r.force_n));
}

TEST_CASE("stiffer fat moves depth, area, pressure and stiffness at the same commanded force") {
    // Under load control the force is the command; everything that the force does to the skin must move.
    parallel::ThreadPool pool(1);
    Tissue soft(test::client(), Setting::standard, pool);
    Tissue stiff(test::client(), Setting::standard, pool, MaterialScale{.skin = 1, .fat = 2, .muscle = 1});
    const contact::ContactReport a = press(soft, contact::ToolKind::thumb, 15, 140);
    const contact::ContactReport b = press(stiff, contact::ToolKind::thumb, 15, 140);
    CHECK(b.force_n == doctest::Approx(a.force_n).epsilon(0.01));
    CHECK(b.travel_m < 0.97F * a.travel_m);
    CHECK(b.depth_m < 0.97F * a.depth_m);
    CHECK(b.area_m2 < 0.99F * a.area_m2);
    CHECK(b.mean_pressure_pa > 1.01F * a.mean_pressure_pa);
}

TEST_CASE("tense muscle is stiffer under the hand") {
    parallel::ThreadPool pool(1);
    Tissue relaxed(test::client(), Setting::standard, pool);
    Tissue tense(test::client(), Setting::standard, pool);
    const std::vector<float> tone(anatomy::muscle_count, 0.5F);
    const Condition guarded{.muscle_tone = tone};
    for (int step = 1; step <= 120; ++step) {
        const auto tools =
            test::right(test::laid_palm(test::client(), loin_u, loin_v, 0.25F * static_cast<float>(step)));
        relaxed.step(tools, {}, {});
        tense.step(tools, guarded, {});
    }
    CHECK(tense.reports()[1].travel_m < 0.92F * relaxed.reports()[1].travel_m);
}

TEST_CASE("the skin springs back after the hand has left") {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), Setting::standard, pool);
    press(tissue, contact::ToolKind::thumb, 20, 150);
    const float pressed = largest_displacement_mm(tissue);
    const test::Tools none;
    for (int step = 0; step < 120; ++step) {
        tissue.step(none, {}, {});
    }
    const float soon = largest_displacement_mm(tissue);
    CHECK_FALSE(tissue.reports()[1].touching);
    CHECK(tissue.reports()[1].force_n == 0);
    for (int step = 0; step < 960; ++step) {
        tissue.step(none, {}, {});
    }
    const float later = largest_displacement_mm(tissue);
    CHECK(pressed > 8);
    CHECK(soon < 0.3F * pressed);
    CHECK(later < 0.6F * soon);
}

TEST_CASE("results do not depend on threads, instruction set or which object computed them") {
    std::vector<std::uint64_t> digests;

    struct Case {
        int threads;
        KernelLevel level;
    };

    std::vector<Case> cases{{1, best_kernel_level()}, {2, best_kernel_level()}, {5, best_kernel_level()}};
    for (const KernelLevel level : {KernelLevel::sse, KernelLevel::avx2}) {
        if (kernel_level_available(level)) {
            cases.push_back({1, level});
        }
    }
    for (const Case& c : cases) {
        parallel::ThreadPool pool(c.threads);
        BackSolver solver(test::client(), Setting::fine, pool, {}, c.level);
        for (int step = 1; step <= 24; ++step) {
            const float v = loin_v - 0.004F * static_cast<float>(step);
            const test::Tools tools{test::laid_palm(test::client(), -0.2F, 0.4F, static_cast<float>(step)),
                                    test::laid_thumb(test::client(), loin_u, v, static_cast<float>(step))};
            solver.step(tools, {}, {});
        }
        CHECK(solver.reports()[1].touching);
        digests.push_back(solver.state_digest());
    }
    for (const std::uint64_t digest : digests) {
        CHECK(digest == digests.front());
    }
}

TEST_CASE("a load beyond the tissue meets the travel stop and says so") {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), Setting::standard, pool);
    contact::PosedTool tool = test::laid_thumb(test::client(), loin_u, loin_v, 200);
    tool.travel_stop_m = 0.008F;
    for (int step = 0; step < 60; ++step) {
        tissue.step(test::right(tool), {}, {});
    }
    const contact::ContactReport& r = tissue.reports()[1];
    CHECK(r.load_not_reached);
    CHECK(r.commanded_force_n == 200);
    CHECK(r.force_n < 100);
    CHECK(r.force_n > 1);
    CHECK(r.travel_m == doctest::Approx(0.008));
}

TEST_CASE("breath moves the skin with the bones below it") {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), Setting::standard, pool);
    const std::vector<Vec3> lifted(field_points, Vec3{0, 0.004F, 0});
    tissue.step(test::Tools{}, {}, lifted);
    std::vector<Vec3> displacement(field_points);
    tissue.write_skin(displacement, {});
    for (const Vec3& d : displacement) {
        CHECK(d.y == doctest::Approx(0.004).epsilon(0.01));
    }
}

TEST_CASE("a hand that slips drags the skin, the less the more it is oiled") {
    parallel::ThreadPool pool(1);
    std::array<float, 2> shear{};
    for (const bool oiled : {false, true}) {
        Tissue tissue(test::client(), Setting::standard, pool);
        for (int step = 1; step <= 120; ++step) {
            const float v = loin_v - (step > 60 ? 0.001F * static_cast<float>(step - 60) : 0.0F);
            contact::PosedTool tool =
                test::laid_palm(test::client(), loin_u, v, std::min(20.0F, 0.4F * static_cast<float>(step)));
            tool.lubricant = oiled ? 1.0F : 0.0F;
            tissue.step(test::right(tool), {}, {});
        }
        shear[oiled ? 1 : 0] = tissue.reports()[1].shear_n;
        if (oiled) {
            CHECK(tissue.reports()[1].slip_m_s ==
                  doctest::Approx(0.001F * test::client().skin.spine_length_m * 240).epsilon(0.25));
        }
    }
    CHECK(shear[1] < 0.6F * shear[0]);
    CHECK(shear[1] > 1.0F);
}

TEST_CASE("every constant of the tissue lies in its own range") {
    for (const NamedConstant& named : constants()) {
        CAPTURE(named.name);
        CHECK(named.constant.low <= named.constant.value);
        CHECK(named.constant.value <= named.constant.high);
    }
}

TEST_CASE("settings are named as command lines name them") {
    for (const Setting setting : {Setting::fine, Setting::standard, Setting::half}) {
        CHECK(setting_named(setting_name(setting)) == setting);
    }
    CHECK_FALSE(setting_named("quick").has_value());
}
