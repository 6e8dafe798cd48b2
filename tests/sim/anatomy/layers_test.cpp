#include "sim/anatomy/anatomy.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>

using namespace tactus;
using anatomy::Anatomy;
using anatomy::BodyParameters;
using anatomy::Sex;
using anatomy::SkinGrid;

namespace {

const std::array clients{
    BodyParameters{},
    BodyParameters{.sex = Sex::male, .stature_m = 1.80F, .bmi = 22.5F, .age_years = 29, .muscle = 0.9F},
    BodyParameters{.sex = Sex::male, .stature_m = 1.76F, .bmi = 33.5F, .age_years = 47, .muscle = 0.5F},
    BodyParameters{.sex = Sex::female, .stature_m = 1.62F, .bmi = 36, .age_years = 50, .muscle = 0.3F},
    BodyParameters{.sex = Sex::male, .stature_m = 1.70F, .bmi = 18.8F, .age_years = 79, .muscle = 0.18F},
};

float depth(const Anatomy& a, int column, int row) {
    const std::size_t k = SkinGrid::index(column, row);
    return a.layers.skin_m[k] + a.layers.fat_m[k] + a.layers.muscle_m[k];
}

Vec3 in_column(const Anatomy& a, int column, int row, float share) {
    return a.skin.at(column, row) +
           a.layers.inward[SkinGrid::index(column, row)] * (depth(a, column, row) * share);
}

/// Least of the volumes spanned at the corners of a cell between two depths, over the volume under the same
/// skin.
float least_corner_share(const Anatomy& a, int column, int row, float from, float to) {
    float least = 1;
    for (int corner = 0; corner < 4; ++corner) {
        const int c = column + 4 * (corner & 1);
        const int r = row + 4 * (corner >> 1);
        const int c_other = column + 4 * (1 - (corner & 1));
        const int r_other = row + 4 * (1 - (corner >> 1));
        const float sign = (corner & 1) == (corner >> 1) ? 1.0F : -1.0F;
        const Vec3 down = in_column(a, c, r, to) - in_column(a, c, r, from);
        const auto face = [&](float share) {
            const Vec3 p = in_column(a, c, r, share);
            return glm::cross(in_column(a, c_other, r, share) - p, in_column(a, c, r_other, share) - p);
        };
        for (const float share : {from, to}) {
            least = std::fmin(least, sign * glm::dot(face(share), down) /
                                         (glm::length(face(0)) * glm::length(down)));
        }
    }
    return least;
}

std::size_t at(const Anatomy& a, float u, float v) {
    const anatomy::GridPlace place = locate(a.skin, u, v);
    return SkinGrid::index(static_cast<int>(std::lround(place.column)),
                           static_cast<int>(std::lround(place.row)));
}

} // namespace

TEST_CASE("columns of tissue have sane layers and never cross") {
    for (const BodyParameters& client : clients) {
        const Anatomy a = anatomy::make_anatomy(client, {});
        float shallowest = 1;
        float deepest = 0;
        float thinnest = 1;
        for (std::size_t k = 0; k < a.skin.position.size(); ++k) {
            const float total = a.layers.skin_m[k] + a.layers.fat_m[k] + a.layers.muscle_m[k];
            shallowest = std::fmin(shallowest, total);
            deepest = std::fmax(deepest, total);
            thinnest = std::fmin(
                thinnest, std::fmin(a.layers.skin_m[k], std::fmin(a.layers.fat_m[k], a.layers.muscle_m[k])));
        }
        CHECK(shallowest >= 0.0069F);
        CHECK(deepest <= 0.0521F);
        CHECK(thinnest > 0.0012F);

        constexpr int cells = 8;
        float least = 1;
        for (int row = 0; row + 4 < SkinGrid::rows; row += 4) {
            for (int column = 0; column + 4 < SkinGrid::columns; column += 4) {
                for (int cell = 0; cell < cells; ++cell) {
                    const float from = static_cast<float>(cell) / cells;
                    least = std::fmin(least, least_corner_share(a, column, row, from, from + 1.0F / cells));
                }
            }
        }
        CHECK(least > 0.04F);
    }
}

TEST_CASE("neighbouring columns 10 mm apart differ by about half at most") {
    for (const BodyParameters& client : clients) {
        const Anatomy a = anatomy::make_anatomy(client, {});
        float steepest = 0;
        const auto compare = [&](int c, int r, int c2, int r2) {
            const float distance = glm::length(a.skin.at(c2, r2) - a.skin.at(c, r));
            const float ratio = depth(a, c2, r2) / depth(a, c, r);
            steepest = std::fmax(steepest, (std::fmax(ratio, 1 / ratio) - 1) * 0.010F / distance);
        };
        for (int row = 0; row + 4 < SkinGrid::rows; row += 4) {
            for (int column = 0; column + 4 < SkinGrid::columns; column += 4) {
                compare(column, row, column + 4, row);
                compare(column, row, column, row + 4);
            }
        }
        CHECK(steepest < 0.55F);
    }
}

TEST_CASE("tissue is thin over the spine and the scapular spine and thick over erector and buttock") {
    const Anatomy a = anatomy::make_anatomy({}, {});
    const auto total = [&](float u, float v) {
        const std::size_t k = at(a, u, v);
        return a.layers.skin_m[k] + a.layers.fat_m[k] + a.layers.muscle_m[k];
    };
    CHECK(total(0, 0.35F) < 0.016F);
    CHECK(total(0, 0.85F) < 0.020F);
    CHECK(total(0.25F, 0.88F) > 0.028F);
    CHECK(total(0.5F, 1.3F) > 0.035F);
    CHECK(total(0.66F, 0.135F) < 0.022F);
}

TEST_CASE("the bone under a column is the one that anatomy names") {
    const Anatomy a = anatomy::make_anatomy({}, {});
    const auto bone = [&](float u, float v) {
        const int index = a.layers.bone[at(a, u, v)];
        return index < 0 ? std::string("none") : a.bones.bones[static_cast<std::size_t>(index)].name;
    };
    CHECK(bone(0.5F, 0.25F) == "scapula right");
    CHECK(bone(-0.5F, 0.25F) == "scapula left");
    CHECK(bone(0, 1.2F) == "sacrum");
    CHECK(bone(0.42F, 0.55F).substr(0, 3) == "rib");
    CHECK(bone(0.02F, 0.91F) == "L3");
    CHECK(bone(0.55F, 0.92F) == "none");
    CHECK(bone(0.5F, 1.35F) == "none");
}

TEST_CASE("fibres are unit vectors along the skin") {
    const Anatomy a = anatomy::make_anatomy({}, {});
    for (std::size_t k = 0; k < a.layers.fibre.size(); k += 37) {
        CHECK(glm::length(a.layers.fibre[k]) == doctest::Approx(1));
        CHECK(std::fabs(glm::dot(a.layers.fibre[k], a.skin.smooth_normal[k])) < 0.02F);
    }
}

TEST_CASE("the same parameters make the same anatomy bit for bit") {
    const std::array choices{anatomy::TriggerPointChoice{"LS1", true, anatomy::Activity::active}};
    const Anatomy a = anatomy::make_anatomy(clients[1], choices);
    const Anatomy b = anatomy::make_anatomy(clients[1], choices);
    CHECK(a.skin.position == b.skin.position);
    CHECK(a.skin.normal == b.skin.normal);
    CHECK(a.layers.muscle_m == b.layers.muscle_m);
    CHECK(a.layers.inward == b.layers.inward);
    CHECK(a.layers.bone == b.layers.bone);
    CHECK(a.trigger_points[0].centre_m == b.trigger_points[0].centre_m);
}
