#include "sim/exams/borderline.hpp"

#include <cmath>

namespace tactus::exams {

namespace {

constexpr int enough_ratings = 30;   ///< facts/grading.md 7.3
constexpr int enough_borderline = 5; ///< design value

struct Sums {
    double n = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
};

Sums sums_of(std::span<const RatedScore> rated) {
    Sums s;
    for (const RatedScore& one : rated) {
        const auto x = static_cast<double>(one.rating);
        s.n += 1;
        s.x += x;
        s.y += one.score;
        s.xx += x * x;
        s.xy += x * one.score;
        s.yy += one.score * one.score;
    }
    return s;
}

BorderlineLine line_of(const Sums& s) {
    const double spread_x = s.xx - s.x * s.x / s.n;
    const double spread_y = s.yy - s.y * s.y / s.n;
    const double common = s.xy - s.x * s.y / s.n;
    BorderlineLine line;
    line.slope = common / spread_x;
    line.intercept = (s.y - line.slope * s.x) / s.n;
    line.pass_mark = line.intercept + 2 * line.slope;
    line.r_squared = spread_y > 0 ? common * common / (spread_x * spread_y) : 1;
    if (s.n > 2) {
        const double left = std::fmax(0, spread_y - line.slope * common) / (s.n - 2);
        const double aside = 2 - s.x / s.n;
        line.standard_error = std::sqrt(left * (1 / s.n + aside * aside / spread_x));
    }
    return line;
}

std::string words_of(const std::array<int, 3>& counts, const BorderlineLine& line) {
    const int all = counts[0] + counts[1] + counts[2];
    if (line.slope <= 0) {
        return "Those who were rated better did not score higher: the line says nothing about a pass mark.";
    }
    std::string words;
    if (counts[1] == 0) {
        words = "Nobody was rated borderline: the mark lies between clear fails and clear passes by the line "
                "alone.";
    } else if (counts[1] < enough_borderline) {
        words = "Only " + std::to_string(counts[1]) + " rated borderline.";
    }
    if (all < enough_ratings) {
        words += words.empty() ? "" : " ";
        words += std::to_string(all) + " ratings: from " + std::to_string(enough_ratings) +
                 " on the mark can be relied on.";
    }
    return words.empty() ? std::to_string(all) + " ratings." : words;
}

} // namespace

BorderlineRegression borderline_regression(std::span<const RatedScore> rated) {
    BorderlineRegression regression;
    int kinds = 0;
    for (const RatedScore& one : rated) {
        int& count = regression.counts[static_cast<std::size_t>(one.rating) - 1];
        kinds += count++ == 0 ? 1 : 0;
    }
    if (kinds == 0) {
        regression.words = "Nobody was rated yet.";
    } else if (kinds == 1) {
        regression.words = "All " + std::to_string(rated.size()) +
                           " ratings are the same: no line can be laid through them.";
    } else {
        regression.line = line_of(sums_of(rated));
        regression.words = words_of(regression.counts, *regression.line);
    }
    return regression;
}

} // namespace tactus::exams
