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

/// Corners of what a client file may hold (client_file.cpp), those that were found to fold among them.
const std::array extremes{
    BodyParameters{Sex::male, 1.40F, 16, 16, 0},
    BodyParameters{Sex::male, 2.10F, 45, 60, 1},
    BodyParameters{Sex::male, 1.40F, 45, 95, 0, 85, 5, -40},
    BodyParameters{Sex::male, 2.10F, 16, 95, 1, 15, 75, 40},
    BodyParameters{Sex::female, 1.40F, 45, 16, 1, 85, 75, 40},
    BodyParameters{Sex::female, 2.10F, 16, 16, 0, 15, 75, 40},
    BodyParameters{Sex::female, 1.40F, 16, 95, 0, 15, 75, 40},
    BodyParameters{Sex::female, 2.10F, 16, 95, 1, 15, 5, -40},
    BodyParameters{Sex::female, 1.40F, 45, 95, 0, 15, 75, 40},
    BodyParameters{Sex::male, 1.45F, 42, 90, 0},
    BodyParameters{.bmi = 20, .muscle = .9F, .kyphosis_deg = 18, .lordosis_deg = 70, .scoliosis_deg = 38},
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
        CAPTURE(parameters.age_years);
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
        CHECK(folded_cells(a.skin) == 0);
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
