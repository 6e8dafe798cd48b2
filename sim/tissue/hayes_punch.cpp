#include "sim/tissue/hayes_punch.hpp"

#include "sim/math/transcendental.hpp"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace tactus::tissue {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr int points = 32;        ///< of the Gauss rule on [0, 1]; the kernel is smooth
constexpr double far_x = 24;      ///< 1 - M falls as x^2 e^(-2 x)
constexpr int kernel_steps = 960; ///< of Simpson's rule on [0, far_x]

struct GaussRule {
    std::array<double, points> place;
    std::array<double, points> weight;
};

/// Gauss-Legendre on [0, 1]: the roots of the Legendre polynomial by Newton's method.
GaussRule gauss_rule() {
    GaussRule rule{};
    for (int k = 0; k < points; ++k) {
        double x = math::cos(pi * (k + 0.75) / (points + 0.5));
        double slope = 1;
        for (int pass = 0; pass < 12; ++pass) {
            double before = 1;
            double value = x;
            for (int m = 2; m <= points; ++m) {
                before = std::exchange(value, ((2 * m - 1) * x * value - (m - 1) * before) / m);
            }
            slope = points * (x * value - before) / (x * x - 1);
            x -= value / slope;
        }
        rule.place[k] = 0.5 * (1 - x);
        rule.weight[k] = 1 / ((1 - x * x) * slope * slope);
    }
    return rule;
}

/// 1 - M(x), both parts of M times 4 e^(-2 x) so that neither overflows.
double kernel_transform(double x, double poisson) {
    const double decay = math::exp(-2 * x);
    const double c = 3 - 4 * poisson;
    const double above = c * (1 - decay * decay) - 4 * x * decay;
    const double below =
        4 * (x * x + 4 * (1 - poisson) * (1 - poisson)) * decay + c * (1 - decay) * (1 - decay);
    return 1 - above / below;
}

/// K(u) = integral over x > 0 of (1 - M(x)) cos(u x).
double kernel(const std::vector<double>& transform, double u) {
    constexpr double step = far_x / kernel_steps;
    double sum = 0;
    for (int k = 0; k <= kernel_steps; ++k) {
        const double inner = k % 2 == 1 ? 4 : 2;
        sum += (k == 0 || k == kernel_steps ? 1 : inner) * transform[k] * math::cos(u * step * k);
    }
    return sum * step / 3;
}

using Matrix = std::vector<std::vector<double>>;

/// x of a x = b by elimination. The matrix is the identity plus a contraction, so that no pivots are needed.
std::vector<double> solve(Matrix a, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = a[i][k] / a[k][k];
            for (std::size_t j = k; j < n; ++j) {
                a[i][j] -= factor * a[k][j];
            }
            b[i] -= factor * b[k];
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
    const GaussRule rule = gauss_rule();
    std::vector<double> transform;
    for (int k = 0; k <= kernel_steps; ++k) {
        transform.push_back(kernel_transform(far_x * k / kernel_steps, poisson));
    }
    // omega(s) - a / (pi h) integral over t in [0, 1] of omega(t) (K((s + t) a / h) + K((s - t) a / h)) = 1
    Matrix matrix(points, std::vector<double>(points));
    for (int i = 0; i < points; ++i) {
        for (int j = 0; j < points; ++j) {
            const double sum = kernel(transform, (rule.place[i] + rule.place[j]) * radius_over_layer) +
                               kernel(transform, (rule.place[i] - rule.place[j]) * radius_over_layer);
            matrix[i][j] = (i == j ? 1.0 : 0.0) - radius_over_layer / pi * rule.weight[j] * sum;
        }
    }
    const std::vector<double> omega = solve(std::move(matrix), std::vector<double>(points, 1.0));
    double kappa = 0;
    for (int i = 0; i < points; ++i) {
        kappa += rule.weight[i] * omega[i];
    }
    return kappa;
}

} // namespace tactus::tissue
