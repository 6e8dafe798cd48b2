#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/back_solver.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include <cmath>

using namespace tactus;
using namespace tactus::tissue;

namespace {

constexpr float palm_u = 0.40F;
constexpr float palm_v = 0.35F;

} // namespace

TEST_CASE("a palm's own window finds what one coarse grid finds of its load, and more of its pressures") {
    parallel::ThreadPool pool(1);
    BackSolver fine(test::client(), Setting::fine, pool, {}, best_kernel_level());
    BackSolver standard(test::client(), Setting::standard, pool, {}, best_kernel_level());
    for (int step = 1; step <= 50; ++step) {
        const auto tools =
            test::right(test::laid_palm(test::client(), palm_u, palm_v, 0.5F * static_cast<float>(step)));
        fine.step(tools, {}, {});
        standard.step(tools, {}, {});
    }
    const contact::ContactReport& a = fine.reports()[1];
    const contact::ContactReport& b = standard.reports()[1];
    CHECK(a.points.size() > 2 * b.points.size());
    CHECK(b.force_n == doctest::Approx(a.force_n).epsilon(0.01));
    CHECK(b.travel_m == doctest::Approx(a.travel_m).epsilon(0.10));
    CHECK(a.trust_error < 0.05F);
}

TEST_CASE("palms that come together share a window without a jump") {
    parallel::ThreadPool pool(1);
    BackSolver solver(test::client(), Setting::fine, pool, {}, best_kernel_level());
    float before = 0;
    float largest = 0;
    bool shared = false;
    bool apart = false;
    for (int step = 1; step <= 100; ++step) {
        const float away = 0.24F - 0.0024F * static_cast<float>(std::max(0, step - 40));
        const float force = std::min(15.0F, 0.5F * static_cast<float>(step));
        test::Tools tools;
        tools[0] = test::laid_palm(test::client(), -0.3F, 0.5F + away, force);
        tools[1] = test::laid_palm(test::client(), 0.3F, 0.5F - away, force);
        solver.step(tools, {}, {});
        const contact::ContactReport& report = solver.reports()[1];
        if (step > 45) {
            largest = std::max(largest, std::fabs(report.travel_m - before));
        }
        before = report.travel_m;
        apart = apart || solver.window_count() == 2;
        shared = shared || (apart && solver.window_count() == 1);
        CHECK(solver.resolves_thumb());
    }
    CHECK(shared);
    CHECK(largest < 0.02F * before);
}

TEST_CASE("far from one another each of two palms sinks as if it were alone") {
    parallel::ThreadPool pool(1);
    BackSolver both(test::client(), Setting::fine, pool, {}, best_kernel_level());
    BackSolver alone(test::client(), Setting::fine, pool, {}, best_kernel_level());
    for (int step = 1; step <= 50; ++step) {
        const float force = 0.4F * static_cast<float>(step);
        const contact::PosedTool right = test::laid_palm(test::client(), palm_u, 0.25F, force);
        both.step(test::Tools{test::laid_palm(test::client(), -palm_u, 0.75F, force), right}, {}, {});
        alone.step(test::right(right), {}, {});
    }
    CHECK(both.reports()[1].travel_m == doctest::Approx(alone.reports()[1].travel_m).epsilon(0.01));
    CHECK(both.reports()[1].p95_pa == doctest::Approx(alone.reports()[1].p95_pa).epsilon(0.02));
}
