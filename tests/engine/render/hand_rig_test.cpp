#include "engine/render/hand_digits.hpp"
#include "engine/render/hand_rig.hpp"
#include "engine/render/hand_shape.hpp"
#include "engine/render/supporting_hand.hpp"
#include "sim/hands/hand_bones.hpp"
#include "sim/hands/hand_pose.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace tactus;
using render::HandRig;

namespace {
const Vec3 far_eye(0, 3, 0);
}

TEST_CASE("the skin of a hand lies on its capsules, within the blends") {
    for (int kind = 0; kind < contact::tool_kind_count; ++kind) {
        const auto tool = static_cast<contact::ToolKind>(kind);
        CAPTURE(contact::tool_name(tool));
        const HandRig rig(tool, contact::Side::right, Vec3(.5F), {.005F});
        const session::HandSnapshot hand = render::flat_snapshot(tool, contact::Side::right);
        std::vector<shared::StageVertex> posed;
        session::HandSnapshot on_top;
        rig.pose(hand, {far_eye, 0}, posed, on_top);
        REQUIRE(posed.size() > 1000);
        // Beside its own capsules: the hand on top of it, the upper arm in its sleeve.
        std::vector<contact::Capsule> under = hand.capsules;
        if (render::supporting_tool(tool)) {
            const session::HandSnapshot over =
                render::with_clear_forearm(render::supporting_hand(hand), far_eye);
            under.insert(under.end(), over.capsules.begin(), over.capsules.end());
        }
        const render::Cuff cuff = render::cuff_of(hand);
        under.push_back({cuff.origin, cuff.origin + cuff.axis * .3F, .030F, .054F});
        float furthest = 0;
        for (const shared::StageVertex& vertex : posed) {
            furthest = std::max(furthest, contact::gap(under, vertex.position, Vec3(0)).distance_m);
        }
        CHECK(furthest < .021F); // the sleeve stands off the forearm by that much
        CHECK(rig.indices().size() % 3 == 0);
        CHECK(*std::max_element(rig.indices().begin(), rig.indices().end()) < posed.size());
    }
}

TEST_CASE("a hand that is moved and turned as a whole keeps its shape") {
    const HandRig rig(contact::ToolKind::palm, contact::Side::right, Vec3(.5F), {.006F});
    session::HandSnapshot hand = render::flat_snapshot(contact::ToolKind::palm, contact::Side::right);
    std::vector<shared::StageVertex> before;
    session::HandSnapshot on_top;
    rig.pose(hand, {far_eye, 0}, before, on_top);
    // A quarter turn about the vertical, and a shift.
    const auto turned = [](Vec3 p) { return Vec3(-p.z, p.y, p.x); };
    const Vec3 shift(.3F, .1F, -.2F);
    for (contact::Capsule& capsule : hand.capsules) {
        capsule.a = turned(capsule.a) + shift;
        capsule.b = turned(capsule.b) + shift;
    }
    hand.forward = turned(hand.forward);
    std::vector<shared::StageVertex> after;
    rig.pose(hand, {far_eye, .01F}, after, on_top);
    REQUIRE(after.size() == before.size());
    float worst = 0;
    for (std::size_t k = 0; k < before.size(); ++k) {
        const Vec3 expected = turned(before[k].position) + shift + Vec3(0, .01F, 0);
        worst = std::max(worst, glm::length(after[k].position - expected));
    }
    CHECK(worst < 1e-4F);
}

TEST_CASE("nails and knuckles are on the back of a finger, however it is bent") {
    using render::flat_snapshot;
    for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
        const auto back_up = [&](contact::ToolKind tool, std::size_t digit, std::size_t phalanx) {
            const session::HandSnapshot hand = flat_snapshot(tool, side);
            return glm::dot(render::digits_of(hand)[digit].phalanx[phalanx].back, hand.normal);
        };
        for (std::size_t finger = 0; finger < 4; ++finger) {
            CHECK(back_up(contact::ToolKind::palm, finger, 2) > .9F);
            CHECK(back_up(contact::ToolKind::fist, finger, 0) < -.9F); // the first phalanges' backs press
            CHECK(back_up(contact::ToolKind::fist, finger, 1) < .3F);
        }
        CHECK(back_up(contact::ToolKind::thumb, 4, 1) > .5F); // it stands on its pad
        const session::HandSnapshot pincer = flat_snapshot(contact::ToolKind::pincer, side);
        const auto digits = render::digits_of(pincer);
        const Vec3 to_fingers = digits[0].phalanx[2].capsule.b - digits[4].phalanx[1].capsule.b;
        CHECK(glm::dot(digits[4].phalanx[1].back, to_fingers) < 0); // its pads face each other
        CHECK(glm::dot(digits[0].phalanx[2].back, to_fingers) > 0);
    }
}

TEST_CASE("the hand on top lies on the one that presses and does not sink into it") {
    for (const contact::ToolKind tool :
         {contact::ToolKind::reinforced_palm, contact::ToolKind::stacked_thumbs}) {
        CAPTURE(contact::tool_name(tool));
        const session::HandSnapshot under = render::flat_snapshot(tool, contact::Side::right);
        const session::HandSnapshot over = render::supporting_hand(under);
        const auto gap_m = [&](hands::HandBone bone) {
            const contact::Capsule& capsule = render::capsule_of(over, bone);
            return contact::gap(under.capsules, capsule.b, Vec3(0)).distance_m - capsule.radius_b_m;
        };
        const bool palm = tool == contact::ToolKind::reinforced_palm;
        const auto pressing = palm ? hands::HandBone::middle_metacarpal_base : hands::HandBone::thumb_distal;
        CHECK(gap_m(pressing) > -.006F);
        CHECK(gap_m(pressing) < .006F);
        CHECK(render::capsule_of(over, pressing).b.y > render::capsule_of(under, pressing).b.y + .010F);
        // Its thumb is on the other side: it is a left hand.
        const auto thumb_x = [](const session::HandSnapshot& hand) {
            return glm::dot(render::capsule_of(hand, hands::HandBone::thumb_metacarpal).b -
                                render::capsule_of(hand, hands::HandBone::little_metacarpal_head).b,
                            glm::cross(hand.forward, hand.normal));
        };
        CHECK(thumb_x(under) * thumb_x(over) < 0);
    }
    CHECK_FALSE(render::supporting_tool(contact::ToolKind::palm).has_value());
}

TEST_CASE("a forearm does not lead into the table under someone who lies on a side") {
    // The lower thumb stands on a back whose left points up: outward from the spine would be down.
    session::HandSnapshot hand = render::flat_snapshot(contact::ToolKind::thumb, contact::Side::right);
    for (contact::Capsule& capsule : hand.capsules) {
        capsule.a.x += .1F;
        capsule.b.x += .1F;
    }
    const Vec3 up(-1, 0, 0);
    const session::HandSnapshot cleared = render::with_clear_forearm(hand, far_eye, up);
    CHECK(glm::dot(render::forearm_axis(cleared), up) > -.10F);
    CHECK(glm::dot(render::forearm_axis(cleared), hand.normal) > .25F);
}

TEST_CASE("a hand without all its capsules is not drawn") {
    session::HandSnapshot hand = render::flat_snapshot(contact::ToolKind::palm, contact::Side::right);
    CHECK(render::has_all_bones(hand));
    std::vector<contact::Capsule> shading;
    render::shading_capsules(hand, shading);
    CHECK(shading.size() == hand.capsules.size() - 2);
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
