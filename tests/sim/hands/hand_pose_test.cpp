#include "sim/hands/hand_pose.hpp"
#include "sim/hands/hand_poser.hpp"
#include "sim/hands/hands_data.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::hands;
using contact::Capsule;
using contact::Side;
using contact::ToolKind;

namespace {

const anatomy::Anatomy& body() {
    static const anatomy::Anatomy made = anatomy::make_anatomy({}, {});
    return made;
}

/// Distance of a capsule to the skin grid's points, by looking at all of them.
float gap_m(const Capsule& capsule) {
    float least = 1;
    for (int k = 0; k <= 4; ++k) {
        const float t = static_cast<float>(k) / 4;
        const Vec3 point = glm::mix(capsule.a, capsule.b, t);
        const float radius = glm::mix(capsule.radius_a_m, capsule.radius_b_m, t);
        for (const Vec3& skin : body().skin.position) {
            least = std::min(least, glm::length(point - skin) - radius);
        }
    }
    return least;
}

std::vector<Capsule> all(const contact::PosedTool& tool) {
    std::vector<Capsule> capsules = tool.pressing;
    capsules.insert(capsules.end(), tool.shown.begin(), tool.shown.end());
    return capsules;
}

Capsule bone(const contact::PosedTool& tool, HandBone which) {
    return all(tool)[capsule_index(tool.kind, which)];
}

std::vector<ToolKind> every_tool() {
    std::vector<ToolKind> kinds;
    for (int k = 0; k < contact::tool_kind_count; ++k) {
        kinds.push_back(static_cast<ToolKind>(k));
    }
    return kinds;
}

} // namespace

TEST_CASE("every posed hand holds every bone once, those that press first") {
    for (const ToolKind kind : every_tool()) {
        std::vector<int> seen(hand_bone_count, 0);
        for (const auto& bones : {pressing_bones(kind), shown_bones(kind)}) {
            for (const HandBone which : bones) {
                ++seen[static_cast<std::size_t>(which)];
            }
        }
        CHECK(std::ranges::all_of(seen, [](int count) { return count == 1; }));
        const auto tool = pose_tool(body(), {.tool = kind, .u = 0.3F, .v = 0.4F}, Side::right);
        CHECK(tool.pressing.size() == pressing_bones(kind).size());
        CHECK(tool.shown.size() == shown_bones(kind).size());
        CHECK(all(tool).size() == hand_bone_count);
    }
}

TEST_CASE("a palm is laid on the skin wherever it is put: its bones touch and do not cut in") {
    for (const Vec2& place :
         {Vec2(0.0F, 0.5F), Vec2(0.25F, 0.3F), Vec2(0.33F, 0.08F), Vec2(0.45F, 0.5F), Vec2(-0.3F, 0.9F)}) {
        const auto tool = pose_tool(body(), {.u = place.x, .v = place.y}, Side::right);
        float mean = 0;
        for (const Capsule& capsule : tool.pressing) {
            const float gap = gap_m(capsule);
            CAPTURE(place.x);
            CAPTURE(place.y);
            CHECK(gap > -0.0015F);
            CHECK(gap < 0.016F);
            mean += gap / static_cast<float>(tool.pressing.size());
        }
        CHECK(mean < 0.002F);
    }
}

TEST_CASE("a thumb stands on its pad alone, the closed fingers hover") {
    for (const Vec2& place : {Vec2(0.33F, 0.07F), Vec2(-0.33F, 0.07F), Vec2(0.2F, 0.6F), Vec2(0.15F, 1.0F)}) {
        const auto tool =
            pose_tool(body(), {.tool = ToolKind::thumb, .u = place.x, .v = place.y}, Side::left);
        REQUIRE(tool.pressing.size() == 4);
        CHECK(std::fabs(std::min(gap_m(bone(tool, HandBone::thumb_pad)),
                                 gap_m(bone(tool, HandBone::thumb_pad_ulnar)))) < 0.0012F);
        CHECK(gap_m(bone(tool, HandBone::thumb_proximal)) > 0.009F);
        CHECK(gap_m(bone(tool, HandBone::thumb_distal)) > gap_m(bone(tool, HandBone::thumb_pad)));
        for (const HandBone finger : {HandBone::index_middle, HandBone::middle_middle, HandBone::ring_distal,
                                      HandBone::little_distal, HandBone::hypothenar}) {
            CHECK(gap_m(bone(tool, finger)) > 0.006F);
        }
        // The pad is under the place, within its own radius.
        const Capsule pad = bone(tool, HandBone::thumb_pad);
        const Capsule other = bone(tool, HandBone::thumb_pad_ulnar);
        const Vec3 aside = 0.25F * (pad.a + pad.b + other.a + other.b) - tool.centre;
        CHECK(glm::length(aside + tool.approach * glm::dot(aside, -tool.approach)) < 0.004F);
    }
}

TEST_CASE(
    "a bent hand and an arm stand on what presses: it touches, cuts in nowhere, and nothing else does") {
    for (const ToolKind kind :
         {ToolKind::heel, ToolKind::fingertips, ToolKind::knuckles, ToolKind::fist, ToolKind::forearm,
          ToolKind::elbow, ToolKind::pincer, ToolKind::ulnar_border, ToolKind::cupped_hand}) {
        for (const Vec2& place : {Vec2(0.15F, 0.9F), Vec2(-0.3F, 0.3F), Vec2(0.25F, 0.5F)}) {
            const auto tool = pose_tool(body(), {.tool = kind, .u = place.x, .v = place.y}, Side::right);
            CAPTURE(contact::tool_name(kind));
            CAPTURE(place.x);
            float least = 1;
            for (const Capsule& capsule : tool.pressing) {
                least = std::min(least, gap_m(capsule));
            }
            CHECK(least > -0.0025F);
            CHECK(least < 0.003F);
            for (const Capsule& capsule : tool.shown) {
                CHECK(gap_m(capsule) > -0.002F);
            }
        }
    }
}

TEST_CASE("each of four fingertips finds the skin by itself, and grip closes a pincer's pads") {
    const auto tips = pose_tool(body(), {.tool = ToolKind::fingertips, .u = 0.4F, .v = 0.4F}, Side::right);
    for (const HandBone tip :
         {HandBone::index_distal, HandBone::middle_distal, HandBone::ring_distal, HandBone::little_distal}) {
        CHECK(std::fabs(gap_m(bone(tips, tip))) < 0.004F);
    }
    const auto apart = [](float grip) {
        const auto tool =
            pose_tool(body(), {.tool = ToolKind::pincer, .u = 0.2F, .v = 0.6F, .grip = grip}, Side::right);
        const Capsule thumb = bone(tool, HandBone::thumb_distal);
        const Capsule index = bone(tool, HandBone::index_distal);
        return glm::length(thumb.b - index.b) - thumb.radius_b_m - index.radius_b_m;
    };
    CHECK(apart(0) == doctest::Approx(pincer_open_m.value).epsilon(0.25));
    CHECK(apart(1) < apart(0) - 0.02F);
    CHECK(apart(1) > 0.004F);
}

TEST_CASE("a hand moves as smoothly as its input, without snapping") {
    constexpr float step = 0.001F; // about 0.2 mm of the skin
    for (const ToolKind kind : every_tool()) {
        CAPTURE(contact::tool_name(kind));
        for (const float v : {0.0F, 0.3F, 0.9F}) {
            std::vector<Capsule> before;
            float fastest_m = 0;
            for (float u = -0.75F; u < 0.75F; u += step) {
                const std::vector<Capsule> now =
                    all(pose_tool(body(), {.tool = kind, .u = u, .v = v, .angle_deg = 15}, Side::right));
                for (std::size_t k = 0; k < before.size(); ++k) {
                    fastest_m = std::max(fastest_m, glm::length(now[k].b - before[k].b));
                }
                before = now;
            }
            CAPTURE(v);
            // An upright arm swings at the end of a longer lever.
            CHECK(fastest_m < (kind == ToolKind::palm || kind == ToolKind::thumb ? 0.004F : 0.0065F));
        }
    }
}

TEST_CASE("left and right hands on mirrored places of a flat skin are mirror images") {
    const auto left = flat_hand(ToolKind::palm, Side::left);
    const auto right = flat_hand(ToolKind::palm, Side::right);
    for (std::size_t k = 0; k < hand_bone_count; ++k) {
        CHECK(left[k].a.x == doctest::Approx(-right[k].a.x).epsilon(1e-5));
        CHECK(left[k].a.y == doctest::Approx(right[k].a.y).epsilon(1e-5));
        CHECK(left[k].b.z == doctest::Approx(right[k].b.z).epsilon(1e-5));
    }
    // Palm down, fingers cranial: the thumb of the right hand lies to the client's left.
    CHECK(right[static_cast<std::size_t>(HandBone::thumb_distal)].b.x < -0.04F);
    CHECK(right[static_cast<std::size_t>(HandBone::middle_distal)].b.z < -0.1F);
}

TEST_CASE("bones keep their length when they are laid on a body") {
    const auto flat = flat_hand(ToolKind::palm, Side::right);
    const auto tool = pose_tool(body(), {.u = 0.3F, .v = 0.5F}, Side::right);
    for (std::size_t k = 0; k < pressing_bones(ToolKind::palm).size(); ++k) {
        const Capsule& laid = tool.pressing[k];
        const Capsule& plain = flat[static_cast<std::size_t>(pressing_bones(ToolKind::palm)[k])];
        CHECK(glm::length(laid.b - laid.a) == doctest::Approx(glm::length(plain.b - plain.a)).epsilon(0.16));
    }
}

TEST_CASE("the heading turns the fingers and the tilt leans the approach toward them") {
    const auto cranial = pose_tool(body(), {.u = 0.2F, .v = 0.5F}, Side::right);
    CHECK(cranial.forward.z < -0.9F);
    const auto across = pose_tool(body(), {.u = 0.2F, .v = 0.5F, .angle_deg = 90}, Side::right);
    CHECK(across.forward.x > 0.9F);
    CHECK(glm::dot(cranial.approach, cranial.forward) == doctest::Approx(0).epsilon(1e-4));
    const auto leaning = pose_tool(body(), {.u = 0.2F, .v = 0.5F, .tilt_deg = 30}, Side::right);
    CHECK(glm::dot(leaning.approach, leaning.forward) == doctest::Approx(0.5).epsilon(1e-3));
    CHECK(glm::length(leaning.approach) == doctest::Approx(1).epsilon(1e-5));
}

TEST_CASE("fingertips give way under load, spread fingers stand apart") {
    const auto hovering = pose_tool(body(), {.u = 0.2F, .v = 0.5F}, Side::right);
    const auto pressing = pose_tool(body(), {.u = 0.2F, .v = 0.5F, .force_n = 60}, Side::right);
    const Vec3 moved = bone(pressing, HandBone::middle_distal).b - bone(hovering, HandBone::middle_distal).b;
    CHECK(glm::dot(moved, -hovering.approach) > 0.003F);
    CHECK(glm::length(bone(pressing, HandBone::hypothenar).a - bone(hovering, HandBone::hypothenar).a) <
          1e-5F);
    const auto spread = pose_tool(body(), {.u = 0.2F, .v = 0.5F, .spread = 1}, Side::right);
    const auto width = [](const contact::PosedTool& tool) {
        return glm::length(bone(tool, HandBone::index_distal).b - bone(tool, HandBone::little_distal).b);
    };
    CHECK(width(spread) > width(hovering) + 0.015F);
}

TEST_CASE("force rises at a person's rate to a person's limit, and falls likewise") {
    HandPoser poser(body());
    std::array<std::optional<HandInput>, 2> hands;
    hands[1] = HandInput{.tool = ToolKind::thumb, .u = 0.3F, .v = 0.1F, .force_n = 300};
    CHECK(poser.pose(hands)[1]->commanded_force_n == 0);
    float before = 0;
    for (int k = 0; k < 240; ++k) {
        const float force = poser.pose(hands)[1]->commanded_force_n;
        CHECK(force - before <= force_rise_n_per_s / 240.0 + 1e-3);
        before = force;
    }
    CHECK(before == doctest::Approx(thumb_force_limit_n.value));
    hands[1]->force_n = 0;
    CHECK(before - poser.pose(hands)[1]->commanded_force_n <= force_fall_n_per_s / 240.0 + 1e-3);
    // Another tool begins anew.
    hands[1] = HandInput{.tool = ToolKind::palm, .u = 0.3F, .v = 0.1F, .force_n = 50};
    CHECK(poser.pose(hands)[1]->commanded_force_n == 0);
}

TEST_CASE("velocity is that of the place along the skin; a jump is followed at a hand's speed") {
    HandPoser poser(body());
    std::array<std::optional<HandInput>, 2> hands;
    hands[0] = HandInput{.u = -0.2F, .v = 0.9F};
    CHECK(glm::length(poser.pose(hands)[0]->velocity_m_s) == 0);
    const float speed_m_s = 0.2F;
    Vec3 velocity;
    for (int k = 0; k < 60; ++k) {
        hands[0]->v -= speed_m_s / 240.0F / body().skin.spine_length_m;
        velocity = poser.pose(hands)[0]->velocity_m_s;
    }
    CHECK(velocity.z == doctest::Approx(-speed_m_s).epsilon(0.03));
    hands[0]->v = 0.1F;
    CHECK(glm::length(poser.pose(hands)[0]->velocity_m_s) < hand_speed_limit_m_s * 1.3);
    hands[0].reset();
    CHECK_FALSE(poser.pose(hands)[0]);
    hands[0] = HandInput{.u = -0.2F, .v = 0.1F};
    CHECK(glm::length(poser.pose(hands)[0]->velocity_m_s) == 0);
}

TEST_CASE("a place beyond the flank is taken at the border") {
    HandPoser poser(body());
    std::array<std::optional<HandInput>, 2> hands;
    hands[1] = HandInput{.u = 1.2F, .v = 2.0F};
    const auto tool = poser.pose(hands)[1];
    REQUIRE(tool);
    CHECK(std::isfinite(tool->centre.x));
    const auto& grid = body().skin;
    CHECK(glm::length(tool->centre - grid.at(anatomy::SkinGrid::columns - 1, anatomy::SkinGrid::rows - 1)) <
          0.005F);
    for (const Capsule& capsule : all(*tool)) {
        CHECK(std::isfinite(capsule.a.x + capsule.b.y));
    }
}

TEST_CASE("the digest sees the memory of a hand") {
    HandPoser one(body());
    HandPoser two(body());
    CHECK(one.state_digest() == two.state_digest());
    std::array<std::optional<HandInput>, 2> hands;
    hands[1] = HandInput{.u = 0.2F, .v = 0.5F, .force_n = 30};
    one.pose(hands);
    CHECK(one.state_digest() != two.state_digest());
    two.pose(hands);
    CHECK(one.state_digest() == two.state_digest());
}
