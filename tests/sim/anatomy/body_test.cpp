#include "sim/anatomy/body.hpp"
#include "sim/anatomy/float_power.hpp"
#include "sim/anatomy/skin_cast.hpp"
#include "sim/anatomy/skin_grid.hpp"
#include "sim/math/transcendental.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using anatomy::Body;
using anatomy::BodyParameters;
using anatomy::Sex;

TEST_CASE("short polynomials follow the exact powers") {
    for (float x = 0.001F; x < 3.0F; x += 0.0137F) {
        for (const float y : {0.4F, 1.0F, 2.35F, 3.2F}) {
            CHECK(anatomy::float_pow(x, y) == doctest::Approx(math::pow(x, y)).epsilon(4e-6));
        }
        CHECK(anatomy::bump(x, 0.7F) == doctest::Approx(math::exp(-0.5F * x * x / 0.49F)).epsilon(4e-6));
    }
    CHECK(anatomy::float_pow(0.0F, 2.0F) == 0.0F);
}

TEST_CASE("a point at the origin of the frame's height is inside, one over the back outside") {
    const Body body{BodyParameters{}};
    CHECK(body.skin_distance({0, 0.10F, 0.2F}) < -0.05F);
    CHECK(body.skin_distance({0, 0.40F, 0.2F}) > 0.10F);
}

TEST_CASE("the skin's distance grows at about unit rate away from the back") {
    const Body body{BodyParameters{}};
    for (const float v : {0.1F, 0.3F, 0.6F, 0.9F, 1.2F}) {
        for (const float u : {-0.4F, 0.0F, 0.3F}) {
            const Vec3 skin = anatomy::skin_at(body, u, v);
            CHECK(std::fabs(body.skin_distance(skin)) < 1e-4F);
            const float e = 0.004F;
            const Vec3 slope(
                body.skin_distance(skin + Vec3(e, 0, 0)) - body.skin_distance(skin - Vec3(e, 0, 0)),
                body.skin_distance(skin + Vec3(0, e, 0)) - body.skin_distance(skin - Vec3(0, e, 0)),
                body.skin_distance(skin + Vec3(0, 0, e)) - body.skin_distance(skin - Vec3(0, 0, e)));
            CHECK(glm::length(slope) / (2 * e) == doctest::Approx(1.0).epsilon(0.15));
        }
    }
}

TEST_CASE("a heavier client is broader and carries more fat") {
    const Body light{BodyParameters{.bmi = 20}};
    const Body heavy{BodyParameters{.bmi = 32}};
    CHECK(heavy.half_width(1.0F) > light.half_width(1.0F) + 0.03F);
    CHECK(heavy.fat(0.2F, 0.85F) ==
          doctest::Approx(light.fat(0.2F, 0.85F) * std::exp(0.085 * 12)).epsilon(1e-4));
}

TEST_CASE("fat at BMI 22 is that of the facts") {
    const Body man{BodyParameters{.sex = Sex::male, .bmi = 22}};
    const Body woman{BodyParameters{.sex = Sex::female, .stature_m = 1.63F, .bmi = 22}};
    CHECK(man.fat(0.1F, 0.9F) == doctest::Approx(0.006).epsilon(1e-3));
    CHECK(man.fat(0.1F, 1.25F) == doctest::Approx(0.010).epsilon(1e-3));
    CHECK(woman.fat(0.1F, 0.9F) == doctest::Approx(0.008).epsilon(1e-3));
    CHECK(woman.fat(0.85F, 0.9F) == doctest::Approx(0.013).epsilon(1e-3));
}

TEST_CASE("the spinal furrow of a muscular man is deeper than that of a slight one") {
    const auto furrow = [](float muscle) {
        const Body body{BodyParameters{.muscle = muscle}};
        return body.relief(0.19F, 0.88F) - body.relief(0.0F, 0.88F);
    };
    CHECK(furrow(0.2F) > 0.004F);
    CHECK(furrow(0.9F) > furrow(0.2F) + 0.004F);
}

TEST_CASE("a kyphotic back is higher, a lordotic loin lower, and the mean posture changes nothing") {
    const Body mean{BodyParameters{}};
    const Body bent{BodyParameters{.kyphosis_deg = 62}};
    const Body hollow{BodyParameters{.lordosis_deg = 55}};
    CHECK(bent.back_height(0.30F) > mean.back_height(0.30F) + 0.006F);
    CHECK(hollow.back_height(0.88F) < mean.back_height(0.88F) - 0.004F);
    CHECK(bent.back_height(1.2F) == doctest::Approx(mean.back_height(1.2F)).epsilon(0.003));
    CHECK(mean.spine_x(0.42F) == 0.0F);
}

TEST_CASE("a scoliosis shifts the furrow to its convex side and lifts the ribs there") {
    const Body body{BodyParameters{.bmi = 20, .scoliosis_deg = 25}};
    const float v = 0.42F;
    CHECK(body.spine_x(v) > 0.010F);
    CHECK(body.spine_x(v) < 0.030F);
    CHECK(body.spine_x(0.90F) < -0.003F);
    CHECK(std::fabs(body.spine_x(1.30F)) < 0.001F);
    CHECK(anatomy::skin_at(body, 0.45F, v).y > anatomy::skin_at(body, -0.45F, v).y + 0.004F);
    // u is counted from the spine: the grid finds the furrow at 0.
    const anatomy::SkinGrid grid = cast_skin_grid(body);
    const anatomy::GridPlace middle = locate(grid, 0, v);
    CHECK(surface(grid, middle).position.x == doctest::Approx(body.spine_x(v)).epsilon(0.02));
    CHECK(spine_coordinates(grid, middle).x == doctest::Approx(0).epsilon(1e-4));
}

TEST_CASE("from above, the medial border of a shoulder blade is a soft rise and no cut") {
    // Slope of the relief across the border between T4 and T7. The prototype fell by 0.62 into a groove and
    // rose by 1.04 out of it, which from above read as a cut.
    for (const float muscle : {0.2F, 0.5F, 0.9F}) {
        const Body body{BodyParameters{.bmi = 20, .muscle = muscle}};
        float steepest_rise = 0;
        float steepest_fall = 0;
        for (float v = 0.19F; v <= 0.36F; v += 0.01F) {
            for (float u = 0.18F; u <= 0.50F; u += 0.01F) {
                const float rise =
                    (body.relief(u + 0.01F, v) - body.relief(u, v)) / (0.01F * body.half_biacromial_m());
                steepest_rise = std::fmax(steepest_rise, rise);
                steepest_fall = std::fmax(steepest_fall, -rise);
            }
        }
        CHECK(steepest_rise < 0.60F);
        CHECK(steepest_fall < 0.42F);
        CHECK(body.relief(0.40F, 0.30F) > body.relief(0.24F, 0.30F) + 0.002F);
    }
}

TEST_CASE("hair lies on the head and a client without hair has none") {
    const Body body{BodyParameters{}};
    const Vec3 occiput(0, 0.132F + 0.10F, -0.178F);
    CHECK(body.hair_distance(occiput, anatomy::HairStyle::cropped) < 0);
    CHECK(body.hair_distance(occiput, anatomy::HairStyle::none) > 0);
}
