#include "sim/anatomy/survey_fit.hpp"

#include "sim/anatomy/measures.hpp"
#include "sim/anatomy/survey.hpp"

#include <array>
#include <cmath>

namespace tactus::anatomy {
namespace {

constexpr std::size_t side = 3;

/// What the nine bodies measure; stature grows with the row, BMI with the column.
struct Grid {
    std::array<double, side> stature_m;
    std::array<double, side> bmi;
    std::array<std::array<Measures, side>, side> measures;
};

Grid measured_grid(Sex sex) {
    const auto [mean, small, large, lean, heavy] = survey_bodies(sex);
    const std::array statures{small.body.stature_m, mean.body.stature_m, large.body.stature_m};
    const std::array builds{lean.body.bmi, mean.body.bmi, heavy.body.bmi};
    Grid grid{};
    for (std::size_t i = 0; i < side; ++i) {
        grid.stature_m[i] = static_cast<double>(statures[i]);
        grid.bmi[i] = static_cast<double>(builds[i]);
        for (std::size_t k = 0; k < side; ++k) {
            BodyParameters body = mean.body;
            body.stature_m = statures[i];
            body.bmi = builds[k];
            grid.measures[i][k] = measure(make_anatomy(body, {}));
        }
    }
    return grid;
}

double mean_of(const std::array<double, side>& values) { return (values[0] + values[1] + values[2]) / side; }

/// On a full grid stature and BMI are uncorrelated, so each slope of the plane is a fit of its own.
double slope(const std::array<double, side>& at, const std::array<double, side>& means) {
    const double middle = mean_of(at);
    double product = 0;
    double square = 0;
    for (std::size_t i = 0; i < side; ++i) {
        product += (at[i] - middle) * means[i];
        square += (at[i] - middle) * (at[i] - middle);
    }
    return product / square;
}

SizeSlopes fit(const Grid& grid, std::string_view name) {
    std::array<double, side> by_stature{};
    std::array<double, side> by_bmi{};
    const auto size_m = [&](std::size_t i, std::size_t k) {
        return size_named(grid.measures[i][k], name)->standing_m;
    };
    for (std::size_t i = 0; i < side; ++i) {
        for (std::size_t k = 0; k < side; ++k) {
            by_stature[i] += size_m(i, k) / side;
            by_bmi[k] += size_m(i, k) / side;
        }
    }
    SizeSlopes slopes{.name = name,
                      .per_bmi_m = slope(grid.bmi, by_bmi),
                      .per_stature = slope(grid.stature_m, by_stature),
                      .bend_m = 0};
    for (std::size_t i = 0; i < side; ++i) {
        for (std::size_t k = 0; k < side; ++k) {
            const double plane_m = mean_of(by_bmi) + slopes.per_bmi_m * (grid.bmi[k] - mean_of(grid.bmi)) +
                                   slopes.per_stature * (grid.stature_m[i] - mean_of(grid.stature_m));
            slopes.bend_m = std::fmax(slopes.bend_m, std::fabs(size_m(i, k) - plane_m));
        }
    }
    return slopes;
}

} // namespace

std::vector<SizeSlopes> model_slopes(Sex sex) {
    const Grid grid = measured_grid(sex);
    std::vector<SizeSlopes> slopes;
    for (const SurveySize& size : survey(sex)) {
        slopes.push_back(fit(grid, size.name));
    }
    return slopes;
}

} // namespace tactus::anatomy
