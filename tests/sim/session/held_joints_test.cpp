/// What a session makes of hands that hold a bone: displacement of tissue and angles, never an animation.

#include "sim/session/session.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace tactus;

namespace {

std::shared_ptr<const anatomy::Anatomy> held_body(const session::Setup& setup) {
    static const auto made = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(setup.client.body, setup.client.trigger_points));
    return made;
}

session::Setup setup_for_holds() {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    return setup;
}

session::InputFrame holding(contact::Hold hold, float force_n, float angle_deg, float lift) {
    session::InputFrame frame;
    frame.hands[1] = hands::HandInput{.tool = contact::ToolKind::fingertips,
                                      .u = 0.38F,
                                      .v = 0.25F,
                                      .force_n = force_n,
                                      .angle_deg = angle_deg,
                                      .lift = lift,
                                      .hold = hold};
    return frame;
}

/// What is seen after so long of one input.
session::Snapshot run_held(session::Session& session, const session::InputFrame& frame, double seconds) {
    for (int k = 0; k < static_cast<int>(seconds * 240); ++k) {
        session.step(frame);
    }
    session::Snapshot now;
    session.write(now);
    return now;
}

Vec3 skin_at(const session::Snapshot& now, const anatomy::Anatomy& anatomy, float u, float v) {
    const anatomy::GridPlace place = anatomy::locate(anatomy.skin, u, v);
    const auto column = static_cast<std::size_t>(std::lround(place.column * 0.5F));
    const auto row = static_cast<std::size_t>(std::lround(place.row * 0.5F));
    return now.skin.displacement_m[row * anatomy::SkinGrid::field_columns + column];
}

} // namespace

TEST_CASE("a scapula lifted by 20 N carries the skin over it up, and lets it down again") {
    const session::Setup setup = setup_for_holds();
    session::Session session(setup, held_body(setup), 1);
    session::Snapshot now = run_held(session, holding(contact::Hold::scapula, 20, 0, 1), 1.5);
    CHECK(now.body.scapula_m[0].y > 0.015F);
    CHECK(now.body.scapula_m[1].y == 0.0F);
    CHECK(skin_at(now, session.anatomy(), 0.45F, 0.25F).y > 0.6F * now.body.scapula_m[0].y);
    CHECK(std::fabs(skin_at(now, session.anatomy(), -0.45F, 0.25F).y) < 0.001F);
    CHECK(std::fabs(skin_at(now, session.anatomy(), 0.2F, 0.95F).y) < 0.001F);
    CHECK(now.hands[1].force_n == doctest::Approx(20));
    for (const Vec3& moved : now.skin.displacement_m) {
        REQUIRE(std::isfinite(moved.x + moved.y + moved.z));
        REQUIRE(glm::length(moved) < 0.06F);
    }
    now = run_held(session, {}, 2);
    CHECK(std::fabs(skin_at(now, session.anatomy(), 0.45F, 0.25F).y) < 0.003F);
}

TEST_CASE("a shoulder drawn up takes its girdle along, for the picture as for the skin, and not the other") {
    const session::Setup setup = setup_for_holds();
    session::Session session(setup, held_body(setup), 1);
    session::Snapshot now = run_held(session, holding(contact::Hold::shoulder, 20, 0, 0), 1.5);
    const Vec3 glide = now.girdles[0].glide_m;
    CHECK(glide.z < -0.005F);
    CHECK(now.girdles[1] == session::GirdleMotion{});
    CHECK(glm::length(skin_at(now, session.anatomy(), 0.6F, 0.2F) - glide) < 0.35F * glm::length(glide));
    CHECK(now.hands[1].held.part == contact::Hold::shoulder);
    CHECK(glm::length(now.hands[1].held.force_n) == doctest::Approx(20));
}

TEST_CASE("a head bent to the left takes the skin of the neck along and leaves the trunk") {
    const session::Setup setup = setup_for_holds();
    session::Session session(setup, held_body(setup), 1);
    session::Snapshot now = run_held(session, holding(contact::Hold::occiput, 12, -90, 0), 1.5);
    CHECK(now.body.neck_rad < -0.4F);
    CHECK(skin_at(now, session.anatomy(), 0, -0.19F).x < -0.008F);
    CHECK(glm::length(skin_at(now, session.anatomy(), 0, 0.4F)) < 0.001F);
    CHECK(now.skin.pressure_pa == std::vector<float>(now.skin.pressure_pa.size(), 0.0F));
}

TEST_CASE("holds give the same bits with one thread and with two, and another force gives others") {
    const session::Setup setup = setup_for_holds();
    session::Session one(setup, held_body(setup), 1);
    session::Session two(setup, held_body(setup), 2);
    session::Session other(setup, held_body(setup), 1);
    run_held(one, holding(contact::Hold::scapula, 20, 40, 0.5F), 0.5);
    run_held(two, holding(contact::Hold::scapula, 20, 40, 0.5F), 0.5);
    run_held(other, holding(contact::Hold::scapula, 20.5F, 40, 0.5F), 0.5);
    CHECK(one.chain_hash() == two.chain_hash());
    CHECK(one.state_digest() == two.state_digest());
    CHECK(one.chain_hash() != other.chain_hash());
}
