#include "engine/render/capsule_shadow.hpp"
#include "engine/render/hand_shape.hpp"

#include <doctest/doctest.h>

using namespace tactus;

TEST_CASE("looking around a place leaves out no capsule that shades what is near it") {
    const session::HandSnapshot hand = render::flat_snapshot(contact::ToolKind::palm, contact::Side::right);
    const std::vector<contact::Capsule> capsules = render::shading_capsules(hand);
    const render::CapsuleShadow all(capsules);
    render::CapsuleShadow some(capsules);
    constexpr float radius_m = .03F;
    const Vec3 up(0, 1, 0);
    int shaded = 0;
    int passed_over = 0;
    for (float z = -.30F; z <= .30F; z += .05F) {
        for (float x = -.30F; x <= .30F; x += .05F) {
            const Vec3 middle = hand.centre + Vec3(x, 0, z);
            const bool matters = some.look_around(middle, radius_m);
            passed_over += matters ? 0 : 1;
            for (const Vec3& way : {Vec3(0), Vec3(1, 0, 0), Vec3(-1, 0, 0), Vec3(0, 0, 1), Vec3(0, 0, -1)}) {
                const Vec3 place = middle + radius_m * way;
                const auto expected = all.at(place, up);
                const auto open = some.at(place, up);
                CHECK(open.sky == expected.sky);
                CHECK(open.key == expected.key);
                shaded += expected.sky < .9F ? 1 : 0;
            }
        }
    }
    CHECK(shaded > 20);
    CHECK(passed_over > 20);
}
