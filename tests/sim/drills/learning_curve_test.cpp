#include "sim/drills/learning_curve.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tactus::drills;

namespace {

std::vector<double> curve_scores(const LearningCurve& curve, int runs) {
    std::vector<double> scores;
    for (int k = 0; k < runs; ++k) {
        scores.push_back(curve.at(k));
    }
    return scores;
}

double square_error(const LearningCurve& curve, const std::vector<double>& scores) {
    double sum = 0;
    for (std::size_t k = 0; k < scores.size(); ++k) {
        sum += std::pow(scores[k] - curve.at(static_cast<double>(k)), 2);
    }
    return sum;
}

Change change(const std::vector<double>& scores) {
    return change_along(fit_learning_curve(scores), scores.size());
}

/// Scores without a pattern, the same every time.
std::vector<double> scattered(int runs, unsigned seed) {
    std::vector<double> scores;
    for (int k = 0; k < runs; ++k) {
        seed = seed * 1664525U + 1013904223U;
        scores.push_back(static_cast<double>((seed >> 16U) % 101U));
    }
    return scores;
}

} // namespace

TEST_CASE("the curve begins at P0, ends at Pinf and has made 63 % of the way after tau runs") {
    const LearningCurve curve{.first = 40, .limit = 85, .tau_runs = 4};
    CHECK(curve.at(0) == doctest::Approx(40));
    CHECK(curve.at(4) == doctest::Approx(85 - 45 / std::exp(1.0)));
    CHECK(curve.at(1000) == doctest::Approx(85));
}

TEST_CASE("scores that follow a curve give that curve back") {
    for (const LearningCurve& curve : {LearningCurve{.first = 40, .limit = 85, .tau_runs = 4},
                                       LearningCurve{.first = 10, .limit = 100, .tau_runs = 9},
                                       LearningCurve{.first = 90, .limit = 60, .tau_runs = 3}}) {
        const auto fitted = fit_learning_curve(curve_scores(curve, 14));
        REQUIRE(fitted.has_value());
        CHECK(fitted->first == doctest::Approx(curve.first).epsilon(0.02));
        CHECK(fitted->limit == doctest::Approx(curve.limit).epsilon(0.02));
        CHECK(fitted->tau_runs == doctest::Approx(curve.tau_runs).epsilon(0.05));
    }
}

TEST_CASE("no curve of a fine search is closer to scattered scores, and none leaves the scale") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const std::vector<double> scores = scattered(5 + static_cast<int>(seed), seed);
        const auto fitted = fit_learning_curve(scores);
        REQUIRE(fitted.has_value());
        CHECK((fitted->first >= 0 && fitted->first <= 100));
        CHECK((fitted->limit >= 0 && fitted->limit <= 100));
        const double error = square_error(*fitted, scores);
        const auto most_tau = 3.0 * static_cast<double>(scores.size());
        for (double first = 0; first <= 100; first += 4) {
            for (double limit = 0; limit <= 100; limit += 4) {
                for (double tau = 0.5; tau <= most_tau; tau *= 1.3) {
                    const LearningCurve other{.first = first, .limit = limit, .tau_runs = tau};
                    REQUIRE(square_error(other, scores) > 0.999 * error);
                }
            }
        }
    }
}

TEST_CASE("fewer than five runs make no curve, and it is said how many are missing") {
    CHECK_FALSE(fit_learning_curve(std::vector<double>{50, 60, 70, 75}).has_value());
    CHECK(runs_to_curve(0) == 5);
    CHECK(runs_to_curve(3) == 2);
    CHECK(runs_to_curve(5) == 0);
    CHECK(runs_to_curve(9) == 0);
    CHECK(change({10, 20, 30, 40}) == Change::too_early);
}

TEST_CASE("under five points is no change") {
    CHECK(change({70, 72, 71, 73, 74}) == Change::none);
    CHECK(change({70, 70, 70, 70, 70}) == Change::none);
    CHECK(change({50, 60, 66, 70, 72}) == Change::better);
    CHECK(change({80, 74, 70, 66, 65}) == Change::worse);
}
