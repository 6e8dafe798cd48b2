#include "engine/render/capsule_shadow.hpp"
#include "engine/render/hand_shape.hpp"
#include "shaders/shared/lights.h"

#include <doctest/doctest.h>

using namespace tactus;

namespace {

/// What is left of both lights at five places around a middle, whose skin faces up.
render::ShadedPatch darkened(const render::CapsuleShadow& shadow, Vec3 middle, float radius_m) {
    render::ShadedPatch patch;
    for (const Vec3& way : {Vec3(0), Vec3(1, 0, 0), Vec3(-1, 0, 0), Vec3(0, 0, 1), Vec3(0, 0, -1)}) {
        patch.add(middle + radius_m * way, Vec3(0, 1, 0));
    }
    shadow.darken(patch);
    return patch;
}

} // namespace

TEST_CASE("looking around a place leaves out no capsule that shades what is near it") {
    const session::HandSnapshot hand = render::flat_snapshot(contact::ToolKind::palm, contact::Side::right);
    std::vector<contact::Capsule> capsules;
    render::shading_capsules(hand, capsules);
    render::CapsuleShadow all(shared::key_centre);
    render::CapsuleShadow some(shared::key_centre);
    all.set_hand(capsules);
    some.set_hand(capsules);
    REQUIRE(all.look_around(hand.centre, 10)); // every capsule
    constexpr float radius_m = .03F;
    int shaded = 0;
    int passed_over = 0;
    for (float z = -.30F; z <= .30F; z += .05F) {
        for (float x = -.30F; x <= .30F; x += .05F) {
            const Vec3 middle = hand.centre + Vec3(x, 0, z);
            passed_over += some.look_around(middle, radius_m) ? 0 : 1;
            const render::ShadedPatch expected = darkened(all, middle, radius_m);
            const render::ShadedPatch open = darkened(some, middle, radius_m);
            for (std::size_t k = 0; k < open.count; ++k) {
                CHECK(open.sky[k] == expected.sky[k]);
                CHECK(open.key[k] == expected.key[k]);
                shaded += expected.sky[k] < .9F ? 1 : 0;
            }
        }
    }
    CHECK(shaded > 20);
    CHECK(passed_over > 20);
}
