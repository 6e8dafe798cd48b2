#pragma once
/// Where a student's scores at a drill are going: P = Pinf - (Pinf - P0) e^(-N / tau) over the N runs before,
/// which fits single learners better than a power law (facts 8.3: Heathcote, Brown and Mewhort 2000).

#include <cstddef>
#include <optional>
#include <span>

namespace tactus::drills {

struct LearningCurve {
    double first = 0;    ///< P0, points: at the first run of those fitted
    double limit = 0;    ///< Pinf, points: where it levels off
    double tau_runs = 1; ///< in so many runs 63 % of the way is made

    /// Points after so many runs.
    [[nodiscard]] double at(double runs_before) const;
};

/// Least squares over the scores, oldest first, with P0 and Pinf within 0..100. nullopt for fewer than five:
/// three parameters go through nearly anything. Pure.
std::optional<LearningCurve> fit_learning_curve(std::span<const double> scores);

/// Runs that are missing for a curve; 0 = enough.
int runs_to_curve(std::size_t runs);

enum class Change { too_early, none, better, worse };

/// What became of the scores from the first of so many runs to the last, by the curve through them; under
/// five points is no change (facts 7.3), and without a curve it is too early to say.
Change change_along(const std::optional<LearningCurve>& curve, std::size_t runs);

} // namespace tactus::drills
