#include "engine/render/hand_field.hpp"
#include "engine/render/hand_shape.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using hands::HandBone;

TEST_CASE("the heel of a hand runs out along the forearm: no gap, no step, no notch at the wrist") {
    for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
        for (const contact::ToolKind tool :
             {contact::ToolKind::palm, contact::ToolKind::heel, contact::ToolKind::fingertips}) {
            CAPTURE(contact::tool_name(tool));
            const session::HandSnapshot hand = render::flat_snapshot(tool, side);
            const render::HandField field(hand);
            const Vec3 heel = render::capsule_of(hand, HandBone::hypothenar).a;
            const Vec3 wrist = render::capsule_of(hand, HandBone::forearm_wrist).a;
            const Vec3 axis = render::forearm_axis(hand);
            const float first_m = glm::dot(heel - wrist, axis);
            const Vec3 aside = glm::normalize(heel - wrist - axis * first_m);
            // Half the width on the side of the little finger, from the heel up the arm.
            constexpr float step_m = .002F;
            float narrowest_m = 1;
            float before_m = 0;
            for (float along_m = first_m; along_m < .072F; along_m += step_m) {
                CAPTURE(along_m);
                const Vec3 middle = wrist + axis * along_m;
                float width_m = 0;
                while (width_m < .09F && field(middle + aside * width_m) < 0) {
                    width_m += .0001F;
                }
                REQUIRE(width_m > .020F);
                CHECK(width_m < narrowest_m + .0015F); // having narrowed it stays so
                if (before_m > 0) {
                    CHECK(before_m - width_m < .65F * step_m);
                }
                narrowest_m = std::min(narrowest_m, width_m);
                before_m = width_m;
            }
        }
    }
}
