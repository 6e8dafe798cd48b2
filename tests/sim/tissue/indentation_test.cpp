#include "sim/tissue/hayes_punch.hpp"
#include "sim/tissue/indentation.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace tactus;
using namespace tactus::tissue;

namespace {

IndentationResult press_punch(const Indentation& p) {
    parallel::ThreadPool pool(1);
    return indent(p, pool, best_kernel_level());
}

/// A flat punch that strains a layer of 40 mm by half a per cent, on 5 mm cells.
Indentation punch(double radius_over_layer, double poisson) {
    Indentation p;
    p.radius_mm = radius_over_layer * p.layer_mm;
    p.poisson = poisson;
    p.depth_mm = 0.005 * p.layer_mm;
    p.edge_mm = 5;
    return p;
}

double over_hayes(const Indentation& p) {
    const double kappa = hayes_factor(p.poisson, p.radius_mm / p.layer_mm);
    const double exact =
        2 * p.radius_mm * p.young_kpa * kappa * p.depth_mm / (1 - p.poisson * p.poisson) * 1e-3;
    return press_punch(p).force_n / exact - 1;
}

Indentation sphere(double radius_mm, double poisson, double edge_mm) {
    Indentation p;
    p.tool = Indenter::sphere;
    p.radius_mm = radius_mm;
    p.poisson = poisson;
    p.depth_mm = 10;
    p.edge_mm = edge_mm;
    return p;
}

} // namespace

TEST_CASE("the punch's factor agrees with the published integral equation") {
    // solver.md 3.1; the column of 0.5 is Hayes' own.
    CHECK(hayes_factor(0.30, 0.2) == doctest::Approx(1.2066).epsilon(5e-5));
    CHECK(hayes_factor(0.45, 0.5) == doctest::Approx(1.8063).epsilon(5e-5));
    CHECK(hayes_factor(0.48, 1.0) == doctest::Approx(3.3666).epsilon(5e-5));
    CHECK(hayes_factor(0.49, 1.5) == doctest::Approx(5.632).epsilon(2e-4));
    CHECK(hayes_factor(0.495, 2.0) == doctest::Approx(8.717).epsilon(2e-4));
    CHECK(hayes_factor(0.50, 0.2) == doctest::Approx(1.2806).epsilon(5e-5));
    CHECK(hayes_factor(0.50, 1.5) == doctest::Approx(6.003).epsilon(2e-4));
}

TEST_CASE("on a very thick layer the punch's factor is that of a half space") {
    CHECK(hayes_factor(0.3, 1e-4) == doctest::Approx(1).epsilon(1e-3));
    CHECK(hayes_factor(0.5, 1e-4) == doctest::Approx(1).epsilon(1e-3));
}

TEST_CASE("a flat punch on 5 mm cells meets Hayes' force at every radius and Poisson ratio alike") {
    for (const double ratio : {0.3, 0.5, 1.3}) {
        double low = 1;
        double high = -1;
        for (const double poisson : {0.40, 0.45, 0.49}) {
            CAPTURE(ratio);
            CAPTURE(poisson);
            const double error = over_hayes(punch(ratio, poisson));
            CHECK(std::fabs(error) < 0.015);
            low = poisson > 0.44 ? std::min(low, error) : low;
            high = poisson > 0.44 ? std::max(high, error) : high;
        }
        CHECK(high - low < 0.003);
    }
}

TEST_CASE("a flat punch on a thin layer meets Hayes' force") {
    Indentation p = punch(1.0, 0.48);
    p.radius_mm = p.layer_mm = 20;
    p.depth_mm = 0.1;
    CHECK(std::fabs(over_hayes(p)) < 0.02);
}

TEST_CASE("with its rim on a cell edge the punch's error halves with the cells") {
    std::array<double, 3> force{};
    std::array<double, 3> placed{};
    for (int k = 0; k < 3; ++k) {
        Indentation p = punch(0.5, 0.48);
        p.edge_mm = 10.0 / (1 << k);
        p.least_layers = 4 << k; // cubes throughout, so that every length halves
        p.even_layers = p.least_layers;
        placed[k] = press_punch(p).force_n;
        p.rim_beyond_cells = 0;
        force[k] = press_punch(p).force_n;
    }
    CHECK((force[0] - force[1]) / (force[1] - force[2]) > 1.9);
    const double limit = 2 * force[2] - force[1];
    CHECK(placed[0] == doctest::Approx(limit).epsilon(0.004));
    CHECK(placed[1] == doctest::Approx(limit).epsilon(0.004));
    CHECK(placed[2] == doctest::Approx(limit).epsilon(0.004));
}

TEST_CASE("a bonded punch of a thick layer is hardly stiffer than one that slips") {
    Indentation p = punch(0.5, 0.45);
    const double slips = press_punch(p).force_n;
    p.bonded = true;
    const double sticks = press_punch(p).force_n;
    CHECK(sticks >= slips);
    CHECK(sticks == doctest::Approx(slips).epsilon(0.01));
}

TEST_CASE("the base bears what the punch presses") {
    const IndentationResult r = press_punch(punch(0.8, 0.48));
    CHECK(r.force_n == doctest::Approx(r.support_n).epsilon(0.002));
}

TEST_CASE("a sphere's force at 5 mm cells agrees with that at 2.5 mm within a per cent") {
    for (const double radius_mm : {15.0, 20.0}) {
        CAPTURE(radius_mm);
        const IndentationResult coarse = press_punch(sphere(radius_mm, 0.48, 5));
        const IndentationResult fine = press_punch(sphere(radius_mm, 0.48, 2.5));
        CHECK(coarse.force_n == doctest::Approx(fine.force_n).epsilon(0.01));
        REQUIRE(fine.profile.size() > 3);
        CHECK(fine.profile.front().pressure_kpa > fine.profile.back().pressure_kpa);
    }
}

TEST_CASE("a hard sphere on a thick layer obeys Hertz") {
    Indentation p = sphere(40, 0.48, 4);
    p.layer_mm = 240;
    p.depth_mm = 3.2;
    p.law.penalty_kpa_mm = 1000;
    p.law.transition_mm = 0.05F;
    const double contact_radius = std::sqrt(p.radius_mm * p.depth_mm);
    const double hertz =
        4.0 / 3.0 * p.young_kpa / (1 - p.poisson * p.poisson) * contact_radius * p.depth_mm * 1e-3;
    // A layer of finite thickness adds about the ratio of contact radius to thickness: here 4.7 per cent.
    const double ratio = press_punch(p).force_n / hertz;
    CHECK(ratio > 0.99);
    CHECK(ratio < 1.06);
}
