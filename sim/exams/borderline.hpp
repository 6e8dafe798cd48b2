#pragma once
/// A pass mark from the examiners' global ratings: borderline regression, as OSCEs set it (facts/grading.md
/// 7.1, 7.3).

#include "sim/exams/mark.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>

namespace tactus::exams {

/// One attempt that was both scored and rated.
struct RatedScore {
    Rating rating = Rating::borderline;
    double score = 0; ///< adjusted, 0..100
};

/// score = intercept + slope * rating, with clear fail = 1, borderline = 2, clear pass = 3.
struct BorderlineLine {
    double slope = 0;
    double intercept = 0;
    double pass_mark = 0;      ///< the line at borderline
    double standard_error = 0; ///< of the pass mark; 0 while there are no more than two ratings
    double r_squared = 0;
};

struct BorderlineRegression {
    std::array<int, 3> counts{};        ///< clear fail, borderline, clear pass
    std::optional<BorderlineLine> line; ///< nullopt: nothing to lay a line through; `words` says why
    std::string words;                  ///< what the figures bear, in a sentence or two
};

/// By least squares over all that were rated.
BorderlineRegression borderline_regression(std::span<const RatedScore> rated);

} // namespace tactus::exams
