/// The curves of `tactus-sim stretch`: finite, monotone up to the barrier, and back again.

#include "sim/bodies/stretch_curve.hpp"
#include "sim/math/transcendental.hpp"
#include "tests/sim/bodies/average_man.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace tactus;
using namespace tactus::bodies;

namespace {

constexpr double degree = math::pi / 180;

StretchCurve curve_of(std::string_view name, double let_go_s = 10) {
    const TaughtPull& pull = *pull_named(name);
    return stretch_and_let_go(average_man::bones(), pull, {.most_n = pull.most_n, .let_go_s = let_go_s});
}

} // namespace

TEST_CASE("stretch and lift run through a soft zone to a barrier that stops them, every figure finite") {
    for (const TaughtPull& pull : taught_pulls()) {
        CAPTURE(pull.name);
        const StretchCurve curve = curve_of(pull.name);
        for (const StretchSample& sample : curve.samples) {
            REQUIRE(std::isfinite(sample.angle_rad));
            REQUIRE(std::isfinite(sample.torque_nm));
            REQUIRE(std::isfinite(sample.stiffness_nm_per_rad));
            REQUIRE(std::isfinite(sample.length_m));
            REQUIRE(std::isfinite(sample.tension_n));
        }
        for (std::size_t k = 1; k <= curve.turn; ++k) {
            REQUIRE(curve.samples[k].angle_rad >= curve.samples[k - 1].angle_rad);
            REQUIRE(curve.samples[k].torque_nm >= curve.samples[k - 1].torque_nm - 1e-6);
            // A slack muscle may shorten first. Places are floats.
            const bool taut = curve.samples[k - 1].tension_n > 0;
            REQUIRE((!taut || curve.samples[k].length_m >= curve.samples[k - 1].length_m - 1e-7));
            REQUIRE(curve.samples[k].tension_n >= curve.samples[k - 1].tension_n - 1e-9);
            REQUIRE(curve.samples[k].barrier >= curve.samples[k - 1].barrier);
        }
        // The first half of the way costs less than a third of the torque.
        const StretchSample& end = curve.samples[curve.turn];
        const auto halfway = std::ranges::find_if(curve.samples, [&](const StretchSample& sample) {
            return sample.angle_rad > 0.5 * end.angle_rad;
        });
        CHECK(halfway->torque_nm < 0.33 * end.torque_nm);
        CHECK(end.length_m > 1.05 * curve.samples.front().length_m);
        CHECK(curve.reached(Barrier::r1).value() < curve.reached(Barrier::r2).value());
        CHECK(curve.reached(Barrier::r2).value() < curve.turn);
    }
}

TEST_CASE("the neck's first barrier is felt below 10 N, the second stops a head bent by 35 to 50 degrees") {
    const StretchCurve curve = curve_of("upper_trapezius");
    const StretchSample& first = curve.samples[curve.reached(Barrier::r1).value()];
    CHECK(first.force_n > 2);
    CHECK(first.force_n < 10); // facts 2.2
    const StretchSample& second = curve.samples[curve.reached(Barrier::r2).value()];
    CHECK(second.force_n > 15);
    CHECK(second.angle_rad > 35 * degree);
    CHECK(second.angle_rad < 50 * degree);
    // The last fifth of the pull gains little.
    CHECK(curve.samples[curve.turn].angle_rad - second.angle_rad < 3 * degree);
}

TEST_CASE("a stretch taken off comes back by another way, and all the way") {
    for (const TaughtPull& pull : taught_pulls()) {
        CAPTURE(pull.name);
        const StretchCurve curve = curve_of(pull.name, 900);
        CHECK(curve.work_lost_j() > 0);
        CHECK(curve.work_lost_j() < 0.5 * curve.work_in_j());
        // The flesh gives on for a moment after the pull has turned.
        for (std::size_t k = curve.turn + 240; k <= curve.let_go; ++k) {
            REQUIRE(curve.samples[k].angle_rad <= curve.samples[k - 1].angle_rad);
        }
        const double furthest = curve.samples[curve.turn].angle_rad;
        CHECK(curve.samples[curve.let_go].angle_rad < 0.4 * furthest);
        CHECK(curve.samples[curve.let_go + std::size_t{240} * 8].angle_rad < 0.08 * furthest);
        const StretchSample& end = curve.samples.back();
        CHECK(end.angle_rad == 0);
        CHECK(end.tension_n == 0);
        CHECK(end.length_m == curve.samples.front().length_m);
    }
}
