#include "sim/math/random.hpp"
#include "sim/math/transcendental.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;

namespace {

double relative_error(double got, double want) {
    return std::fabs(got - want) / std::max(std::fabs(want), 1e-300);
}

} // namespace

TEST_CASE("our exp, log, sin, cos and atan2 agree with libm to the last places") {
    double worst_exp = 0;
    double worst_log = 0;
    double worst_sine = 0;
    double worst_angle = 0;
    for (std::uint64_t k = 0; k < 200000; ++k) {
        const double a = math::random_unit(7, 0, k);
        const double b = math::random_unit(7, 1, k);
        const double x = (a - 0.5) * 200;
        worst_exp = std::max(worst_exp, relative_error(math::exp(x), std::exp(x)));
        const double y = std::exp((b - 0.5) * 400);
        worst_log = std::max(worst_log,
                             std::fabs(math::log(y) - std::log(y)) / std::max(1.0, std::fabs(std::log(y))));
        worst_sine = std::max(worst_sine, std::fabs(math::sin(x) - std::sin(x)));
        worst_sine = std::max(worst_sine, std::fabs(math::cos(x) - std::cos(x)));
        worst_angle =
            std::max(worst_angle, std::fabs(math::atan2(a - 0.5, b - 0.5) - std::atan2(a - 0.5, b - 0.5)));
    }
    CHECK(worst_exp < 6e-16);
    CHECK(worst_log < 4e-16);
    CHECK(worst_sine < 4e-16);
    CHECK(worst_angle < 1e-15);
}

TEST_CASE("special arguments give what the header promises") {
    CHECK(math::exp(-800.0) == 0.0);
    CHECK(std::isinf(math::exp(710.0)));
    CHECK(std::isinf(math::log(0.0)));
    CHECK(std::isnan(math::log(-1.0)));
    CHECK(math::pow(0.0, 2.0) == 0.0);
    CHECK(math::pow(2.0, 10.0) == doctest::Approx(1024).epsilon(1e-14));
    CHECK(math::atan2(0.0, -1.0) == doctest::Approx(math::pi).epsilon(1e-15));
    CHECK(math::acos(-1.0) == doctest::Approx(math::pi).epsilon(1e-15));
    CHECK(math::tanh(0.5) == doctest::Approx(std::tanh(0.5)).epsilon(1e-14));
    CHECK(std::isnan(math::exp(std::nan(""))));
}

TEST_CASE("random numbers are a pure function of seed, stream and index, and look uniform") {
    CHECK(math::random_bits(1, 2, 3) == math::random_bits(1, 2, 3));
    CHECK(math::random_bits(1, 2, 3) != math::random_bits(1, 2, 4));
    CHECK(math::random_bits(1, 2, 3) != math::random_bits(1, 3, 3));
    double sum = 0;
    double squares = 0;
    constexpr int count = 100000;
    for (int k = 0; k < count; ++k) {
        const double x = math::random_normal(5, 9, static_cast<std::uint64_t>(k));
        sum += x;
        squares += x * x;
    }
    CHECK(std::fabs(sum / count) < 0.02);
    CHECK(squares / count == doctest::Approx(1).epsilon(0.03));
}
