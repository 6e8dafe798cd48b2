#include "tests/bench/bars/hayes.hpp"

#include <cmath>
#include <utility>
#include <vector>

namespace tactus::bars {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr int points = 32;         ///< of the Gauss rule on [0, 1]
constexpr double far_x = 40;       ///< 1 - M falls as x e^(-2x)
constexpr int kernel_steps = 4000; ///< of Simpson's rule on [0, far_x]

struct GaussRule {
    std::vector<double> place;
    std::vector<double> weight;
};

/// Gauss-Legendre on [0, 1]: Newton's method on the Legendre polynomial.
GaussRule gauss_rule(int n) {
    GaussRule rule;
    for (int k = 0; k < n; ++k) {
        double x = std::cos(pi * (k + 0.75) / (n + 0.5));
        double slope = 1;
        for (int pass = 0; pass < 60; ++pass) {
            double before = 1;
            double value = x;
            for (int m = 2; m <= n; ++m) {
                before = std::exchange(value, ((2 * m - 1) * x * value - (m - 1) * before) / m);
            }
            slope = n * (x * value - before) / (x * x - 1);
            x -= value / slope;
        }
        rule.place.push_back(0.5 * (1 - x));
        rule.weight.push_back(1 / ((1 - x * x) * slope * slope));
    }
    return rule;
}

/// 1 - M(x) of the layer, with numerator and denominator over e^(2x) so that neither overflows.
double one_less_m(double x, double nu) {
    if (x < 1e-9) {
        return 1;
    }
    const double decay = std::exp(-2 * x);
    const double sinh_cosh = 0.25 * (1 - decay * decay);
    const double sinh_square = 0.25 * (1 - decay) * (1 - decay);
    const double c = 3 - 4 * nu;
    const double above = c * sinh_cosh - x * decay;
    const double below = (x * x + 4 * (1 - nu) * (1 - nu)) * decay + c * sinh_square;
    return 1 - above / below;
}

/// K(u) = integral of (1 - M(x)) cos(u x) over x > 0.
double kernel(const std::vector<double>& sample, double u) {
    const double h = far_x / kernel_steps;
    double sum = 0;
    for (int k = 0; k <= kernel_steps; ++k) {
        const double simpson = k == 0 || k == kernel_steps ? 1 : (k % 2 == 1 ? 4 : 2);
        sum += simpson * sample[static_cast<std::size_t>(k)] * std::cos(u * h * k);
    }
    return sum * h / 3;
}

/// Gaussian elimination with row pivots.
std::vector<double> solve(std::vector<std::vector<double>> a, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t best = k;
        for (std::size_t i = k + 1; i < n; ++i) {
            best = std::fabs(a[i][k]) > std::fabs(a[best][k]) ? i : best;
        }
        std::swap(a[k], a[best]);
        std::swap(b[k], b[best]);
        for (std::size_t i = k + 1; i < n; ++i) {
            const double f = a[i][k] / a[k][k];
            for (std::size_t j = k; j < n; ++j) {
                a[i][j] -= f * a[k][j];
            }
            b[i] -= f * b[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) {
            b[k] -= a[k][j] * b[j];
        }
        b[k] /= a[k][k];
    }
    return b;
}

} // namespace

double hayes_factor(double poisson, double radius_over_layer) {
    const GaussRule rule = gauss_rule(points);
    std::vector<double> sample;
    for (int k = 0; k <= kernel_steps; ++k) {
        sample.push_back(one_less_m(far_x * k / kernel_steps, poisson));
    }
    const std::size_t n = rule.place.size();
    std::vector<std::vector<double>> matrix(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const double sum = kernel(sample, (rule.place[i] + rule.place[j]) * radius_over_layer) +
                               kernel(sample, (rule.place[i] - rule.place[j]) * radius_over_layer);
            matrix[i][j] = (i == j ? 1.0 : 0.0) - radius_over_layer / pi * rule.weight[j] * sum;
        }
    }
    const std::vector<double> omega = solve(std::move(matrix), std::vector<double>(n, 1.0));
    double kappa = 0;
    for (std::size_t i = 0; i < n; ++i) {
        kappa += rule.weight[i] * omega[i];
    }
    return kappa;
}

} // namespace tactus::bars
