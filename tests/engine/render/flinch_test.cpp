/// What the body shows of what the client feels.

#include "engine/render/flinch.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using render::Flinch;

namespace {

session::Snapshot at(double t_s, float discomfort, float u = 0.3F) {
    session::Snapshot now;
    now.t_s = t_s;
    now.client.discomfort = discomfort;
    now.hands[1].touching = true;
    now.hands[1].u = u;
    return now;
}

Flinch after(float discomfort, double seconds, float u = 0.3F) {
    Flinch flinch;
    for (double t_s = 0; t_s <= seconds; t_s += 1.0 / 60) {
        flinch.follow(at(t_s, discomfort, u));
    }
    return flinch;
}

} // namespace

TEST_CASE(
    "whoever is at ease lies still, whoever hurts draws the shoulders up and turns the face from the hand") {
    session::Snapshot calm = at(2, 4);
    after(4, 2).pose(calm);
    CHECK(calm.body.neck_rad == 0);
    CHECK(calm.girdles[0].glide_m == Vec3(0));

    session::Snapshot hurt = at(2, 9);
    after(9, 2).pose(hurt);
    CHECK(hurt.body.neck_rad < -0.08F); // the hand is on the right
    CHECK(hurt.girdles[1].glide_m.z < -0.010F);
    CHECK(hurt.girdles[0].glide_m.z > -0.007F); // less under the hand

    session::Snapshot left = at(2, 9, -0.3F);
    after(9, 2, -0.3F).pose(left);
    CHECK(left.body.neck_rad > 0.08F);
}

TEST_CASE("it comes quickly and goes slowly") {
    Flinch flinch = after(9, 0.4);
    CHECK(flinch.drawn_up() > 0.8F);
    for (double t_s = 0.4; t_s < 0.9; t_s += 1.0 / 60) {
        flinch.follow(at(t_s, 2));
    }
    CHECK(flinch.drawn_up() > 0.5F);
}

TEST_CASE("a spasm makes one start, clonus shakes, and going back in time begins anew") {
    Flinch flinch;
    session::Snapshot now = at(1, 0);
    flinch.follow(now);
    now.client.body_events.push_back({.kind = client::EventKind::spasm, .t_s = 1.1});
    now.t_s = 1.3;
    flinch.follow(now);
    CHECK(flinch.drawn_up() > 0.6F);
    flinch.follow(at(0.5, 0));
    CHECK(flinch.drawn_up() == 0);

    now = at(2, 0);
    Flinch shaken;
    shaken.follow(now);
    now.client.body_events.push_back({.kind = client::EventKind::clonus, .t_s = 2});
    float most = 0;
    for (double t_s = 2; t_s < 3; t_s += 1.0 / 60) {
        now.t_s = t_s;
        shaken.follow(now);
        session::Snapshot shown = now;
        shaken.pose(shown);
        most = std::max(most, std::fabs(shown.girdles[0].glide_m.z));
    }
    CHECK(most > 0.003F);
}
