#include "sim/anatomy/measures.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace tactus;
using anatomy::Anatomy;
using anatomy::BodyParameters;
using anatomy::Sex;
using anatomy::SkinGrid;

namespace {

/// The corners of what a client file may hold, and posture at its limits.
const std::array extremes{
    BodyParameters{.sex = Sex::male, .stature_m = 1.45F, .bmi = 16, .age_years = 18, .muscle = 0},
    BodyParameters{.sex = Sex::male, .stature_m = 2.05F, .bmi = 42, .age_years = 60, .muscle = 1},
    BodyParameters{.sex = Sex::male, .stature_m = 1.45F, .bmi = 42, .age_years = 90, .muscle = 0},
    BodyParameters{.sex = Sex::male, .stature_m = 2.05F, .bmi = 16, .age_years = 90, .muscle = 1},
    BodyParameters{.sex = Sex::female, .stature_m = 1.45F, .bmi = 42, .age_years = 18, .muscle = 1},
    BodyParameters{.sex = Sex::female, .stature_m = 2.05F, .bmi = 16, .age_years = 40, .muscle = 0},
    BodyParameters{.sex = Sex::female, .bmi = 17, .age_years = 88, .muscle = .1F, .kyphosis_deg = 80},
    BodyParameters{.bmi = 20, .muscle = .9F, .kyphosis_deg = 18, .lordosis_deg = 70, .scoliosis_deg = 38},
    BodyParameters{.sex = Sex::female, .stature_m = 1.5F, .bmi = 38, .lordosis_deg = 8, .scoliosis_deg = -38},
};

bool finite(Vec3 p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z); }

/// Cells of the skin grid that do not face out: where the skin folds over itself.
int folded_cells(const SkinGrid& grid) {
    int folded = 0;
    for (int row = 0; row + 1 < SkinGrid::rows; ++row) {
        for (int column = 0; column + 1 < SkinGrid::columns; ++column) {
            const Vec3 p = grid.at(column, row);
            const Vec3 out = glm::cross(grid.at(column, row + 1) - p, grid.at(column + 1, row) - p);
            const bool faces_out = glm::dot(out, grid.normal[SkinGrid::index(column, row)]) > 0;
            folded += faces_out ? 0 : 1;
        }
    }
    return folded;
}

} // namespace

TEST_CASE("bodies at the limits of the client file are finite, unfolded and have all their layers") {
    for (const BodyParameters& parameters : extremes) {
        CAPTURE(parameters.stature_m);
        CAPTURE(parameters.bmi);
        CAPTURE(parameters.scoliosis_deg);
        const Anatomy a = anatomy::make_anatomy(parameters, {});
        bool sound = true;
        float worst_m = 0;
        for (std::size_t k = 0; k < a.skin.position.size(); ++k) {
            sound = sound && finite(a.skin.position[k]) && finite(a.skin.normal[k]) &&
                    finite(a.layers.inward[k]) && finite(a.layers.fibre[k]) && a.layers.skin_m[k] > .001F &&
                    a.layers.fat_m[k] > 0 && a.layers.muscle_m[k] > .001F;
            worst_m = std::fmax(worst_m, std::fabs(a.body->skin_distance(a.skin.position[k])));
        }
        CHECK(sound);
        CHECK(worst_m < 0.001F);
        // One of 49152 folds, in the armpit of the shortest and heaviest.
        CHECK(folded_cells(a.skin) <= (parameters.bmi > 40 ? 1 : 0));
        for (const anatomy::Size& size : anatomy::measure(a).sizes) {
            CAPTURE(size.name);
            CHECK(std::isfinite(size.standing_m));
            CHECK(size.standing_m > 0.02);
        }
    }
}

TEST_CASE("of two clients alike the heavier has the larger girths and nowhere the thinner fat") {
    for (const Sex sex : {Sex::male, Sex::female}) {
        anatomy::Measures before;
        for (const float bmi : {16.0F, 23.0F, 32.0F, 42.0F}) {
            const anatomy::Measures now =
                measure(anatomy::make_anatomy({.sex = sex, .stature_m = 1.7F, .bmi = bmi}, {}));
            for (const char* girth : {"bideltoid_breadth", "chest_breadth", "chest_depth", "waist_breadth",
                                      "waist_depth", "hip_breadth", "buttock_depth", "neck_circumference"}) {
                CAPTURE(girth);
                CAPTURE(bmi);
                CHECK((before.sizes.empty() ||
                       size_named(now, girth)->standing_m > size_named(before, girth)->standing_m));
            }
            for (std::size_t i = 0; i < before.layers.size(); ++i) {
                CAPTURE(now.layers[i].place);
                CAPTURE(bmi);
                CHECK(now.layers[i].fat_m >= before.layers[i].fat_m);
            }
            before = now;
        }
    }
}
