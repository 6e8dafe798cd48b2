#include "engine/render/bedding.hpp"
#include "engine/render/furniture.hpp"
#include "sim/client/preparation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace tactus;
using hands::TableHeight;
using render::Lying;
using render::Placement;
using render::Posture;

namespace {

constexpr std::array postures{Posture::prone,        Posture::bolstered, Posture::head_raised,
                              Posture::half_sitting, Posture::seated,    Posture::right_side,
                              Posture::left_side};

const anatomy::Body& body() {
    static const anatomy::Body made({});
    return made;
}

Placement placed(Posture posture, TableHeight table = TableHeight::at_knuckles) {
    return render::place_body(body(), {posture, table});
}

/// The back over the loin: a place and which way is out.
Vec3 loin() { return {0, body().back_height(.9F), .9F * body().spine_length_m()}; }

} // namespace

TEST_CASE("every position that can be chosen is shown as a posture of its own") {
    int as_prone = 0;
    for (const client::Choice& position : client::positions()) {
        as_prone += render::lying_in(position.id, TableHeight::high).posture == Posture::prone ? 1 : 0;
        CHECK(render::lying_in(position.id, TableHeight::high).table == TableHeight::high);
    }
    CHECK(as_prone == 1);
    CHECK(render::lying_in("left_side_lying", TableHeight::low).posture == Posture::left_side);
}

TEST_CASE("who lies prone at a table of the usual height is seen as ever, to the bit") {
    const Placement prone = placed(Posture::prone);
    const Vec3 place(.123F, .217F, .345F);
    CHECK(prone.to_table(place) == place);
    CHECK(prone.to_body(place) == place);
    const render::Camera camera = render::preset_camera(render::CameraPreset::close);
    CHECK(render::seen_by_body(camera, prone) == camera);
    CHECK(render::camera_beside(render::CameraPreset::close, prone) == camera);
}

TEST_CASE("a placement is a rigid motion, and back") {
    for (const Posture posture : postures) {
        const Placement placement = placed(posture);
        CHECK(glm::determinant(placement.turn) == doctest::Approx(1));
        const Vec3 a(.1F, .2F, .3F);
        const Vec3 b(-.2F, .05F, .9F);
        CHECK(glm::length(placement.to_body(placement.to_table(a)) - a) < 1e-5F);
        CHECK(glm::length(placement.to_table(a) - placement.to_table(b)) ==
              doctest::Approx(glm::length(a - b)));
    }
}

TEST_CASE("what is seen at a pixel is the same place in the room and in the body, however the client lies") {
    const Vec2 size(1280, 720);
    for (const Posture posture : postures) {
        for (const TableHeight table : {TableHeight::low, TableHeight::high}) {
            const Placement placement = placed(posture, table);
            const render::Camera room = render::camera_beside(render::CameraPreset::main, placement);
            const render::Camera seen = render::seen_by_body(room, placement);
            const Vec3 rise(0, render::table_rise_m(table), 0);
            const auto in_room = render::world_to_pixel(room, placement.to_table(loin()) + rise, size);
            const auto in_body = render::world_to_pixel(seen, loin(), size);
            REQUIRE(in_room);
            REQUIRE(in_body);
            CHECK(glm::length(*in_room - *in_body) < .1F);
            const render::Ray ray = render::pixel_ray(seen, *in_body, size);
            CHECK(glm::length(glm::cross(loin() - ray.origin, ray.direction)) < 1e-4F); // strokes land there
            const render::Camera back = render::seen_in_room(seen, placement);
            CHECK(glm::length(back.eye - room.eye) < 1e-5F);
            CHECK(glm::length(back.up - room.up) < 1e-5F);
        }
    }
}

TEST_CASE("on a side shoulder and hip rest on the table and the back stands upright, toward the therapist") {
    for (const auto& [posture, down] : {std::pair(Posture::right_side, 1.0F), {Posture::left_side, -1.0F}}) {
        const Placement placement = placed(posture);
        const Vec3 dorsal = placement.way_to_table(Vec3(0, 1, 0));
        CHECK(std::fabs(dorsal.y) < .2F);
        CHECK(down * dorsal.x > .95F);
        const render::Camera camera = render::camera_beside(render::CameraPreset::main, placement);
        CHECK(glm::dot(camera.eye - placement.to_table(loin()), dorsal) > .5F);
        // The lowest places of the trunk's lower side about shoulder and hip: a little into the cushion.
        const anatomy::Body forward({}, anatomy::ArmPose::forward);
        for (const float v : {.20F, 1.45F}) {
            float lowest = 1;
            for (float x = 0; x < .30F; x += .002F) {
                for (float y = .02F; y < .24F; y += .01F) {
                    const Vec3 place(down * x, y, v * body().spine_length_m());
                    if (forward.skin_distance(place) < 0) {
                        lowest = std::min(lowest, placement.to_table(place).y);
                    }
                }
            }
            CAPTURE(v);
            CHECK(lowest < .005F);
            CHECK(lowest > -.065F);
        }
    }
}

TEST_CASE("a raised head end lifts the head by 20 to 30 degrees, and the table with it") {
    const Placement placement = placed(Posture::head_raised);
    const Vec3 up_the_spine = placement.way_to_table(Vec3(0, 0, -1));
    const float deg = std::asin(up_the_spine.y) * 57.29578F;
    CHECK(deg > 20);
    CHECK(deg < 30);
    const render::Bedding bedding(body(), placement, anatomy::HairStyle::none, .62F);
    const Vec3 under_chest = placement.to_table(Vec3(.34F, -.01F, .2F)); // beside the trunk, on the cushion
    CHECK(std::fabs(bedding.solid(under_chest)) < .012F);
    CHECK(bedding.solid(Vec3(.34F, -.01F, 1.6F)) < 0); // the foot end is level
}

TEST_CASE(
    "who sits leans on the table's head end, seated more upright than half sitting, a leg to each side") {
    float before = placed(Posture::head_raised).way_to_table(Vec3(0, 0, -1)).y;
    for (const Posture posture : {Posture::half_sitting, Posture::seated}) {
        const Placement placement = placed(posture);
        const float up_the_spine = placement.way_to_table(Vec3(0, 0, -1)).y;
        CHECK(up_the_spine > before + .15F);
        before = up_the_spine;
        const render::Bedding bedding(body(), placement, anatomy::HairStyle::none, .62F);
        CHECK(std::fabs(bedding.solid(placement.to_table(Vec3(.34F, -.01F, .2F)))) <
              .012F); // under the chest
        const Vec3 hip = placement.to_table(Vec3(0, .115F, 1.5F * body().spine_length_m()));
        CHECK(hip.y > .02F); // on the table
        CHECK(hip.y < .12F);
        for (const float side : {-1.0F, 1.0F}) {
            const Vec3 knee(side * (render::table_half_width_m + .05F), hip.y, hip.z - .10F);
            CHECK(bedding.solid(knee) < .02F);
            CHECK(bedding.solid(knee - Vec3(0, .25F, 0)) < .03F); // and the shank hangs down from it
        }
    }
}

TEST_CASE("a pillow under the belly lifts the pelvis and not the face, a roll under the ankles the feet") {
    const Placement placement = placed(Posture::bolstered);
    CHECK(placement.to_table(Vec3(0, .1F, .6F)).y > .14F);
    CHECK(placement.to_table(Vec3(0, .1F, -.15F)).y == doctest::Approx(.1).epsilon(.1));
    const float length = body().spine_length_m();
    const render::Bedding flat(body(), placed(Posture::prone), anatomy::HairStyle::none, .62F);
    const render::Bedding propped(body(), placement, anatomy::HairStyle::none, .62F);
    const auto top_over_ankle = [&](const render::Bedding& bedding) {
        float y = .40F;
        while (bedding.solid(Vec3(.112F, y, 3.10F * length)) > 0) {
            y -= .001F;
        }
        return y;
    };
    CHECK(top_over_ankle(propped) - top_over_ankle(flat) > .06F);
    CHECK(propped.pillows().size() == 1);
}

TEST_CASE("a pillow is full in its middle, thin at its seam, and its distance is one") {
    const render::Pillow pillow{Vec3(.1F, .05F, .3F), Vec3(.30F, .06F, .20F)};
    CHECK(render::pillow_distance(pillow.centre, pillow) < -.04F);
    CHECK(std::fabs(render::pillow_distance(pillow.centre + Vec3(0, .06F, 0), pillow)) < .001F);
    CHECK(std::fabs(render::pillow_distance(pillow.centre + Vec3(.30F, 0, 0), pillow)) < .001F);
    CHECK(render::pillow_distance(pillow.centre + Vec3(0, .07F, 0), pillow) ==
          doctest::Approx(.01).epsilon(.2));
    CHECK(render::pillow_distance(pillow.centre + Vec3(.29F, .03F, 0), pillow) > 0);
}

TEST_CASE("arms held forward leave the back as it is simulated") {
    const anatomy::Body forward({}, anatomy::ArmPose::forward);
    CHECK(forward.elbow().y < 0);
    CHECK(forward.wrist().z < forward.elbow().z); // the forearm goes back toward the face
    CHECK(forward.wrist().x > 0);
    const float length = body().spine_length_m();
    for (float v = .05F; v < 1.3F; v += .05F) {
        for (float u = -.6F; u <= .6F; u += .1F) {
            const float x = u * body().half_biacromial_m();
            const Vec3 place(x, body().back_height(v), v * length);
            CAPTURE(u);
            CAPTURE(v);
            CHECK(std::fabs(forward.skin_distance(place) - body().skin_distance(place)) < .004F);
        }
    }
}

TEST_CASE("the table rises and sinks by the same step") {
    CHECK(render::table_rise_m(TableHeight::high) == -render::table_rise_m(TableHeight::low));
    CHECK(render::table_rise_m(TableHeight::high) > .05F);
    CHECK(render::table_rise_m(TableHeight::at_knuckles) == 0);
}
