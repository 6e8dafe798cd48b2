#include "sim/math/transcendental.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace tactus::math {
namespace {

constexpr double ln2_high =
    6.93147180369123816490e-01; // the leading 33 bits: k * ln2_high is exact for |k| < 2^20
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double half_pi_1 = 1.57079632673412561417e+00; // pi/2 in three parts (Cody and Waite), 33 bits each
constexpr double half_pi_2 = 6.07710050630396597660e-11;
constexpr double half_pi_3 = 2.02226624879595063154e-21;

double two_to(int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U); }

/// Quotient to the nearest integer and remainder of x over pi/2.
struct Quadrant {
    std::int64_t turns;
    double rest;
};

Quadrant reduce(double x) {
    const double scaled = x * (2.0 / pi);
    const auto turns = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
    const auto n = static_cast<double>(turns);
    return {turns, ((x - n * half_pi_1) - n * half_pi_2) - n * half_pi_3};
}

// Taylor series on |x| <= pi/4: the first term left out is below 2e-18.
double sin_near_zero(double x) {
    const double z = x * x;
    double s = 1.0 / 355687428096000.0;
    s = s * -z + 1.0 / 1307674368000.0;
    s = s * -z + 1.0 / 6227020800.0;
    s = s * -z + 1.0 / 39916800.0;
    s = s * -z + 1.0 / 362880.0;
    s = s * -z + 1.0 / 5040.0;
    s = s * -z + 1.0 / 120.0;
    s = s * -z + 1.0 / 6.0;
    return x - x * z * s;
}

double cos_near_zero(double x) {
    const double z = x * x;
    double c = 1.0 / 6402373705728000.0;
    c = c * -z + 1.0 / 20922789888000.0;
    c = c * -z + 1.0 / 87178291200.0;
    c = c * -z + 1.0 / 479001600.0;
    c = c * -z + 1.0 / 3628800.0;
    c = c * -z + 1.0 / 40320.0;
    c = c * -z + 1.0 / 720.0;
    c = c * -z + 1.0 / 24.0;
    return 1.0 - z * (0.5 - z * c);
}

/// Arc tangent of x in [0, 1].
double atan_unit(double x) {
    constexpr double tan_15_degrees = 0.26794919243112270647;
    constexpr double sqrt_3 = 1.73205080756887729353;
    const bool shifted = x > tan_15_degrees;
    const double t = shifted ? (sqrt_3 * x - 1.0) / (sqrt_3 + x) : x;
    const double z = t * t;
    double s = 0;
    for (int k = 33; k >= 3; k -= 2) {
        s = 1.0 / k - z * s;
    }
    const double a = t - t * z * s;
    return shifted ? pi / 6 + a : a;
}

} // namespace

double exp(double x) {
    if (!(x > -745.0)) {
        return x != x ? x : 0.0;
    }
    if (x > 709.0) {
        return std::numeric_limits<double>::infinity();
    }
    const double scaled = x * (1.0 / 0.69314718055994530942);
    const auto k = static_cast<int>(scaled + (scaled < 0 ? -0.5 : 0.5));
    const double r = (x - k * ln2_high) - k * ln2_low;
    double p = 1.0;
    for (int n = 14; n >= 1; --n) {
        p = 1.0 + p * r / n;
    }
    return k < -1000 ? p * two_to(k + 200) * two_to(-200) : p * two_to(k);
}

double log(double x) {
    if (!(x > 0)) {
        return x == 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
    }
    if (x == std::numeric_limits<double>::infinity()) {
        return x;
    }
    int k = 0;
    if (x < std::numeric_limits<double>::min()) { // a denormal
        x *= two_to(60);
        k = -60;
    }
    const auto bits = std::bit_cast<std::uint64_t>(x);
    k += static_cast<int>(bits >> 52U) - 1023;
    auto m = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
    if (m > 1.41421356237309504880) {
        m *= 0.5;
        ++k;
    }
    // ln m = 2 atanh s with s = (m - 1)/(m + 1), |s| <= 0.172.
    const double s = (m - 1.0) / (m + 1.0);
    const double z = s * s;
    double p = 0;
    for (int n = 25; n >= 3; n -= 2) {
        p = 1.0 / n + z * p;
    }
    return k * ln2_high + (2.0 * s + (2.0 * s * z * p + k * ln2_low));
}

double log10(double x) { return log(x) * 0.43429448190325182765; }

double pow(double x, double y) {
    if (y == 0) {
        return 1.0;
    }
    if (x == 0) {
        return y > 0 ? 0.0 : std::numeric_limits<double>::infinity();
    }
    return exp(y * log(x));
}

double sin(double x) {
    const Quadrant q = reduce(x);
    switch (q.turns & 3) {
    case 0:
        return sin_near_zero(q.rest);
    case 1:
        return cos_near_zero(q.rest);
    case 2:
        return -sin_near_zero(q.rest);
    default:
        return -cos_near_zero(q.rest);
    }
}

double cos(double x) {
    const Quadrant q = reduce(x);
    switch (q.turns & 3) {
    case 0:
        return cos_near_zero(q.rest);
    case 1:
        return -sin_near_zero(q.rest);
    case 2:
        return -cos_near_zero(q.rest);
    default:
        return sin_near_zero(q.rest);
    }
}

double atan2(double y, double x) {
    const double ax = x < 0 ? -x : x;
    const double ay = y < 0 ? -y : y;
    if (ax == 0 && ay == 0) {
        return 0;
    }
    double a = ay <= ax ? atan_unit(ay / ax) : pi / 2 - atan_unit(ax / ay);
    if (x < 0) {
        a = pi - a;
    }
    return y < 0 ? -a : a;
}

double acos(double x) {
    const double c = x < -1 ? -1 : (x > 1 ? 1 : x);
    return atan2(std::sqrt((1 - c) * (1 + c)), c);
}

double tanh(double x) {
    if (x > 20) {
        return 1;
    }
    if (x < -20) {
        return -1;
    }
    const double e = exp(2 * x);
    return (e - 1) / (e + 1);
}

double sqrt(double x) { return std::sqrt(x); }

} // namespace tactus::math
