#include "sim/bodies/joint_geometry.hpp"
#include "sim/session/hold_places.hpp"
#include "sim/session/joint_places.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using contact::Hold;

TEST_CASE("each hold lies on its own side, near the bone, in the order of the spine") {
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    const session::HoldPlaces places = session::find_hold_places(anatomy);
    const bodies::JointGeometry joints(anatomy.bones);
    for (const Hold hold : {Hold::shoulder, Hold::scapula, Hold::iliac_crest}) {
        const Vec2 left = places.at(hold, false);
        const Vec2 right = places.at(hold, true);
        CHECK(right.x > 0.1F);
        CHECK(left.x < -0.1F);
        const auto skin = anatomy::surface(anatomy.skin, anatomy::locate(anatomy.skin, right.x, right.y));
        CHECK(glm::length(skin.position - joints.grip(hold, true).place_m) < 0.08F);
    }
    CHECK(std::fabs(places.at(Hold::occiput, true).x) < 0.1F);
    CHECK(places.at(Hold::occiput, true).y < places.at(Hold::shoulder, true).y);
    CHECK(places.at(Hold::scapula, true).y < places.at(Hold::iliac_crest, true).y);
    CHECK(places.at(Hold::shoulder, true).x > places.at(Hold::scapula, true).x);
}

TEST_CASE("the neck that is drawn bent is the neck that the joints bend") {
    const anatomy::Anatomy anatomy = anatomy::make_anatomy({}, {});
    const session::BendSpan neck = session::find_joint_places(anatomy).neck;
    const bodies::JointGeometry joints(anatomy.bones);
    CHECK(joints.carrier_at(neck.base_m.z + 0.01F).part != bodies::Carrier::Part::neck);
    CHECK(joints.carrier_at(neck.end_m.z - 0.01F).share == doctest::Approx(1));
    const float middle_z = (neck.base_m.z + neck.end_m.z) / 2;
    CHECK(joints.carrier_at(middle_z).share == doctest::Approx(0.5).epsilon(0.05));
}
