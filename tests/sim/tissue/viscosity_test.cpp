#include "sim/math/transcendental.hpp"
#include "sim/tissue/tissue_data.hpp"
#include "sim/tissue/viscosity.hpp"

#include <doctest/doctest.h>

#include "slabs.hpp"
#include <array>
#include <cmath>

using namespace tactus;
using namespace tactus::tissue;

namespace {

/// Share of the shear modulus that is left after `seconds` at constant strain.
double relaxed_share(double seconds) {
    const std::array<double, 3> share = {prony_share_1, prony_share_2, prony_share_3};
    const std::array<double, 3> time = {prony_time_1_s, prony_time_2_s, prony_time_3_s};
    double left = 1;
    for (int t = 0; t < 3; ++t) {
        left -= share[t] * (1 - math::exp(-seconds / time[t]));
    }
    return left;
}

/// A slab with memory, pressed by a sphere.
struct ViscousPress : test::SlabPress {
    Viscosity viscosity;
    double now_s = 0;

    ViscousPress(const GridGeometry& geometry, float radius_m)
        : SlabPress(geometry, radius_m), viscosity(grid, pool) {}

    void advance(double seconds, double command_n, double depth_mm) {
        now_s += seconds;
        const KernelTable& kernels = kernel_table(best_kernel_level());
        viscosity.begin(kernels, grid, now_s, seconds);
        step(command_n, depth_mm, 6, 40);
        viscosity.end(kernels, grid, now_s);
    }
};

/// Converged elastic force at `depth_mm` with every shear modulus times `share`.
double elastic_force(GridGeometry geometry, float radius_m, double depth_mm, double share) {
    for (float& shear : geometry.shear) {
        shear *= static_cast<float>(share);
    }
    test::SlabPress press(geometry, radius_m);
    for (int k = 1; k <= 10; ++k) {
        press.step(0, depth_mm * std::min(1.0, k / 5.0), 6, 60);
    }
    return press.force_n();
}

} // namespace

TEST_CASE("the force of a held thumb relaxes along the Prony series") {
    const GridGeometry slab = test::layered_slab(16, 0.48F);
    for (const float radius_m : {0.010F, 0.020F}) {
        constexpr double depth_mm = 4;
        ViscousPress press(slab, radius_m);
        // So fast that nothing relaxes on the way.
        for (int k = 1; k <= 5; ++k) {
            press.advance(1e-5, 0, depth_mm * k / 5);
        }
        const double start = press.force_n();
        CHECK(start == doctest::Approx(elastic_force(slab, radius_m, depth_mm, 1)).epsilon(0.01));
        const double pressed_s = press.now_s;
        double seconds = 1.0 / 240;
        for (const double at : {0.1, 1.0, 10.0, 100.0, 1000.0}) {
            while (press.now_s - pressed_s < at) {
                press.advance(std::min(seconds, at - (press.now_s - pressed_s) + 1e-9), 0, depth_mm);
                seconds *= 1.2;
            }
            const double expected = elastic_force(slab, radius_m, depth_mm, relaxed_share(at));
            MESSAGE("R ", radius_m * 1000, " mm, after ", at, " s: ", press.force_n() / start,
                    " of the force, elastic ", expected / start, ", modulus ", relaxed_share(at));
            CHECK(press.force_n() == doctest::Approx(expected).epsilon(0.01));
        }
    }
}

TEST_CASE("a thumb under a steady load creeps as the Prony series says") {
    // Modulus that the whole past amounts to under a constant stress: one scalar element with the same
    // memory.
    const auto creep_share = [](double seconds) {
        constexpr int steps = 20000;
        const HistoryFactors f = history_factors(seconds / steps);
        double strain = 1;
        std::array<double, 3> memory = {prony_share_1, prony_share_2, prony_share_3};
        for (int k = 0; k < steps; ++k) {
            double past = 0;
            double at_once = f.lasting;
            for (int t = 0; t < 3; ++t) {
                memory[t] *= static_cast<double>(f.decay[t]);
                past += memory[t] - static_cast<double>(f.gain[t]) * strain;
                at_once += static_cast<double>(f.gain[t]);
            }
            const double next = (1 - past) / at_once;
            for (int t = 0; t < 3; ++t) {
                memory[t] += static_cast<double>(f.gain[t]) * (next - strain);
            }
            strain = next;
        }
        return 1 / strain;
    };
    const GridGeometry slab = test::layered_slab(16, 0.48F);
    constexpr double load_n = 0.6;
    ViscousPress press(slab, 0.010F);
    for (int k = 0; k < 20; ++k) {
        press.advance(1e-5, load_n, -1);
    }
    double last = press.press.travel;
    double seconds = 1.0 / 240;
    const double start_s = press.now_s;
    for (const double at : {1.0, 10.0, 300.0}) {
        while (press.now_s - start_s < at) {
            press.advance(std::min(seconds, at - (press.now_s - start_s) + 1e-9), load_n, -1);
            seconds *= 1.1;
            CHECK(press.press.travel > last - 1e-4);
            last = press.press.travel;
        }
        GridGeometry softer = slab;
        for (float& shear : softer.shear) {
            shear *= static_cast<float>(creep_share(at));
        }
        test::SlabPress elastic(softer, 0.010F);
        for (int k = 0; k < 40; ++k) {
            elastic.step(load_n, -1, 4, 40);
        }
        CHECK(press.press.travel == doctest::Approx(elastic.press.travel).epsilon(0.015));
    }
}

TEST_CASE("no cycle of a passive tool draws energy from the tissue") {
    for (const bool remembers : {false, true}) {
        ViscousPress press(test::layered_slab(16, 0.48F, 4), 0.015F);
        press.motion.friction = {};
        const KernelTable& kernels = kernel_table(best_kernel_level());
        double last_force = 0;
        double last_depth = 0;
        double most = 0;
        for (int cycle = 0; cycle < 2; ++cycle) {
            double work = 0;
            constexpr int half = 40; // a sixth of a second down, as long up
            for (int k = 1; k <= 2 * half; ++k) {
                const double depth = 6.0 * (k <= half ? k : 2 * half - k) / half;
                press.now_s += step_s;
                if (remembers) {
                    press.viscosity.begin(kernels, press.grid, press.now_s, step_s);
                }
                press.step(0, depth, 4, 40);
                if (remembers) {
                    press.viscosity.end(kernels, press.grid, press.now_s);
                }
                work += 0.5 * (press.force_n() + last_force) * (depth - last_depth);
                last_force = press.force_n();
                last_depth = depth;
                most = std::max(most, work);
            }
            CAPTURE(cycle);
            CAPTURE(most);
            CHECK(work > -0.002 * most);
            CHECK((remembers ? work > 0.03 * most : work < 0.01 * most));
        }
    }
}
