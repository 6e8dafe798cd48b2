#include "engine/render/hand_rig.hpp"
#include "engine/render/hand_shape.hpp"
#include "sim/hands/hand_bones.hpp"
#include "sim/hands/hand_pose.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace tactus;
using render::HandRig;

namespace {

float nearest_capsule_m(const session::HandSnapshot& hand, Vec3 point) {
    return contact::gap(hand.capsules, point, Vec3(0)).distance_m;
}

} // namespace

TEST_CASE("the skin of a hand lies on its capsules, within the blends") {
    for (int kind = 0; kind < contact::tool_kind_count; ++kind) {
        const auto tool = static_cast<contact::ToolKind>(kind);
        CAPTURE(contact::tool_name(tool));
        const HandRig rig(tool, contact::Side::right, Vec3(.5F), .005F);
        const session::HandSnapshot hand = render::flat_snapshot(tool, contact::Side::right);
        std::vector<shared::StageVertex> posed;
        rig.pose(hand, 0, posed);
        REQUIRE(posed.size() > 1000);
        float furthest = 0;
        for (const shared::StageVertex& vertex : posed) {
            furthest = std::max(furthest, nearest_capsule_m(hand, vertex.position));
        }
        CHECK(furthest < .021F); // the sleeve stands off the forearm by that much
        CHECK(rig.indices().size() % 3 == 0);
        CHECK(*std::max_element(rig.indices().begin(), rig.indices().end()) < posed.size());
    }
}

TEST_CASE("a hand that is moved and turned as a whole keeps its shape") {
    const HandRig rig(contact::ToolKind::palm, contact::Side::right, Vec3(.5F), .006F);
    session::HandSnapshot hand = render::flat_snapshot(contact::ToolKind::palm, contact::Side::right);
    std::vector<shared::StageVertex> before;
    rig.pose(hand, 0, before);
    // A quarter turn about the vertical, and a shift.
    const auto turned = [](Vec3 p) { return Vec3(-p.z, p.y, p.x); };
    const Vec3 shift(.3F, .1F, -.2F);
    for (contact::Capsule& capsule : hand.capsules) {
        capsule.a = turned(capsule.a) + shift;
        capsule.b = turned(capsule.b) + shift;
    }
    hand.forward = turned(hand.forward);
    std::vector<shared::StageVertex> after;
    rig.pose(hand, .01F, after);
    REQUIRE(after.size() == before.size());
    float worst = 0;
    for (std::size_t k = 0; k < before.size(); ++k) {
        const Vec3 expected = turned(before[k].position) + shift + Vec3(0, .01F, 0);
        worst = std::max(worst, glm::length(after[k].position - expected));
    }
    CHECK(worst < 1e-4F);
}

TEST_CASE("a hand without all its capsules is not drawn") {
    session::HandSnapshot hand = render::flat_snapshot(contact::ToolKind::palm, contact::Side::right);
    CHECK(render::has_all_bones(hand));
    CHECK(render::shading_capsules(hand).size() == hand.capsules.size() - 2);
    hand.capsules.pop_back();
    CHECK_FALSE(render::has_all_bones(hand));
}

TEST_CASE("a forearm that points at the eye is swung aside, its length and the hand kept") {
    for (const contact::ToolKind tool : {contact::ToolKind::palm, contact::ToolKind::thumb}) {
        const session::HandSnapshot hand = render::flat_snapshot(tool, contact::Side::right);
        const Vec3 wrist = render::capsule_of(hand, hands::HandBone::forearm_wrist).a;
        const Vec3 eye = wrist + render::forearm_axis(hand) * 1.5F;
        const session::HandSnapshot cleared = render::with_clear_forearm(hand, eye);
        CHECK(glm::dot(render::forearm_axis(cleared), glm::normalize(eye - wrist)) < .80F);
        const auto length = [](const contact::Capsule& capsule) {
            return glm::length(capsule.b - capsule.a);
        };
        CHECK(
            length(render::capsule_of(cleared, hands::HandBone::forearm_elbow)) ==
            doctest::Approx(length(render::capsule_of(hand, hands::HandBone::forearm_elbow))).epsilon(0.001));
        CHECK(render::capsule_of(cleared, hands::HandBone::index_distal).b ==
              render::capsule_of(hand, hands::HandBone::index_distal).b);
    }
}
