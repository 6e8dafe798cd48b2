#include "sim/tissue/indentation.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace tactus;
using namespace tactus::tissue;

namespace {

/// Hayes' factor for a flat punch of half the layer's thickness (design solver.md 3.1, a / h = 0.5).
struct HayesRow {
    double poisson;
    double kappa;
};

constexpr std::array<HayesRow, 3> hayes{{{0.45, 1.8063}, {0.48, 1.8753}, {0.49, 1.9028}}};
constexpr double depth_mm = 0.2;

double force_error(const HayesRow& row, double edge_mm, bool bonded = false) {
    parallel::ThreadPool pool(1);
    Indentation p;
    p.poisson = row.poisson;
    p.edge_mm = edge_mm;
    p.depth_mm = depth_mm;
    p.bonded = bonded;
    const IndentationResult r = indent(p, pool, best_kernel_level());
    CHECK(r.force_n == doctest::Approx(r.support_n).epsilon(0.005));
    const double exact =
        2 * p.radius_mm * p.young_kpa * row.kappa * depth_mm / (1 - row.poisson * row.poisson) * 1e-3;
    return r.force_n / exact - 1;
}

} // namespace

TEST_CASE("a flat punch meets Hayes' force within 6.5 per cent at 5 mm, at every Poisson ratio alike") {
    double low = 1;
    double high = -1;
    for (const HayesRow& row : hayes) {
        const double error = force_error(row, 5);
        CAPTURE(row.poisson);
        CHECK(error > 0);
        CHECK(error < 0.065);
        low = std::min(low, error);
        high = std::max(high, error);
    }
    CHECK(high - low < 0.006);
}

TEST_CASE("the punch's error halves with the cells, and a bonded punch is hardly stiffer") {
    const double coarse = force_error(hayes[1], 10);
    const double fine = force_error(hayes[1], 5);
    const double finest = force_error(hayes[1], 2.5);
    CHECK(coarse / fine > 1.7);
    CHECK(fine / finest > 1.7);
    CHECK(finest < 0.036);
    CHECK(force_error(hayes[0], 5, true) == doctest::Approx(force_error(hayes[0], 5)).epsilon(0.1));
}

TEST_CASE("a sphere's force at 5 mm cells agrees with that at 2.5 mm") {
    parallel::ThreadPool pool(1);
    Indentation p;
    p.tool = Indenter::sphere;
    p.radius_mm = 20;
    p.depth_mm = 6;
    p.edge_mm = 5;
    const IndentationResult coarse = indent(p, pool, best_kernel_level());
    p.edge_mm = 2.5;
    const IndentationResult fine = indent(p, pool, best_kernel_level());
    CHECK(coarse.force_n == doctest::Approx(fine.force_n).epsilon(0.03));
    REQUIRE(fine.profile.size() > 3);
    CHECK(fine.profile.front().pressure_kpa > fine.profile.back().pressure_kpa);
}
