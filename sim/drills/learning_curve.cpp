#include "sim/drills/learning_curve.hpp"

#include "sim/drills/learning_data.hpp"
#include "sim/math/transcendental.hpp"

#include <algorithm>
#include <limits>

namespace tactus::drills {

namespace {

constexpr double most_points = 100;

/// A curve and how far the scores lie from it.
struct Fit {
    LearningCurve curve;
    double square_error = std::numeric_limits<double>::max();
};

Fit judged(const LearningCurve& curve, double share_left, std::span<const double> scores) {
    Fit fit{.curve = curve, .square_error = 0};
    double x = 1;
    for (const double score : scores) {
        const double error = score - (curve.limit + (curve.first - curve.limit) * x);
        fit.square_error += error * error;
        x *= share_left;
    }
    return fit;
}

/// With tau given the rest is linear: P = Pinf + (P0 - Pinf) x with x = e^(-N / tau).
Fit fit_with(double tau_runs, std::span<const double> scores) {
    const auto count = static_cast<double>(scores.size());
    const double share_left = math::exp(-1 / tau_runs); // of the way, after a run
    double sum_x = 0;
    double sum_xx = 0;
    double sum_p = 0;
    double sum_xp = 0;
    double x = 1;
    for (const double score : scores) {
        sum_x += x;
        sum_xx += x * x;
        sum_p += score;
        sum_xp += x * score;
        x *= share_left;
    }
    const double slope = (count * sum_xp - sum_x * sum_p) / (count * sum_xx - sum_x * sum_x);
    LearningCurve free{.limit = (sum_p - slope * sum_x) / count, .tau_runs = tau_runs};
    free.first = free.limit + slope;
    const auto within = [](double points) { return points >= 0 && points <= most_points; };
    if (within(free.first) && within(free.limit)) {
        return judged(free, share_left, scores);
    }
    // Beyond the scale of scores: the best lies on an edge of the square of P0 and Pinf, where the other one
    // is free.
    Fit best;
    const auto take = [&](double first, double limit) {
        const LearningCurve curve{.first = std::clamp(first, 0.0, most_points),
                                  .limit = std::clamp(limit, 0.0, most_points),
                                  .tau_runs = tau_runs};
        if (const Fit fit = judged(curve, share_left, scores); fit.square_error < best.square_error) {
            best = fit;
        }
    };
    const double sum_yy = count - 2 * sum_x + sum_xx; // y = 1 - x, the share of the limit
    const double sum_xy = sum_x - sum_xx;
    for (const double edge : {0.0, most_points}) {
        take((sum_xp - edge * sum_xy) / sum_xx, edge);
        take(edge, (sum_p - sum_xp - edge * sum_xy) / sum_yy);
    }
    return best;
}

} // namespace

double LearningCurve::at(double runs_before) const {
    return limit - (limit - first) * math::exp(-runs_before / tau_runs);
}

std::optional<LearningCurve> fit_learning_curve(std::span<const double> scores) {
    if (runs_to_curve(scores.size()) > 0) {
        return std::nullopt;
    }
    // From half a run to three times those there are: beyond, the curve is a straight line and tau a guess.
    constexpr double least_tau = 0.5;
    constexpr int steps = 80;
    const double ratio =
        math::pow(3 * static_cast<double>(scores.size()) / least_tau, 1.0 / static_cast<double>(steps));
    Fit best;
    double tau = least_tau;
    for (int k = 0; k <= steps; ++k, tau *= ratio) {
        if (const Fit fit = fit_with(tau, scores); fit.square_error < best.square_error) {
            best = fit;
        }
    }
    return best.curve;
}

int runs_to_curve(std::size_t runs) {
    return std::max(0, static_cast<int>(runs_for_curve) - static_cast<int>(runs));
}

Change change_along(const std::optional<LearningCurve>& curve, std::size_t runs) {
    if (!curve || runs == 0) {
        return Change::too_early;
    }
    const double change = curve->at(static_cast<double>(runs) - 1) - curve->first;
    if (change <= -least_change_points) {
        return Change::worse;
    }
    return change >= least_change_points ? Change::better : Change::none;
}

} // namespace tactus::drills
