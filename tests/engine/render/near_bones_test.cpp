#include "engine/render/near_bones.hpp"
#include "sim/anatomy/anatomy.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace tactus;

TEST_CASE("the nearest bone found by its cell is the nearest of all of them") {
    const anatomy::BodyParameters lean{anatomy::Sex::male, 1.80F, 22.5F, 29, .78F};
    const anatomy::Anatomy body = anatomy::make_anatomy(lean, {});
    const anatomy::Bones far = anatomy::make_far_bones(*body.body, body.bones);
    constexpr float reach_m = .05F;
    const render::NearBones bones(std::array<const anatomy::Bones*, 2>{&body.bones, &far}, reach_m);
    int within = 0;
    int beyond = 0;
    for (float z = -.40F; z < 1.0F; z += .0171F) {
        for (float y = -.10F; y < .40F; y += .0173F) {
            for (float x = -.45F; x < .45F; x += .0179F) {
                const Vec3 place(x, y, z);
                const float expected_m =
                    std::min(anatomy::bone_distance(body.bones, place, reach_m).distance_m,
                             anatomy::bone_distance(far, place, reach_m).distance_m);
                const render::NearBones::Nearest found = bones.at(place);
                REQUIRE(found.distance_m == expected_m);
                REQUIRE((found.bone != nullptr) == (expected_m < reach_m));
                (found.bone != nullptr ? within : beyond) += 1;
            }
        }
    }
    CHECK(within > 1000);
    CHECK(beyond > 1000);
}
