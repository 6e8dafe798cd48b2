/// Points, zones and paths drawn on the back.

#include "sim/drills/drill_faults.hpp"
#include "sim/drills/placing.hpp"
#include "sim/drills/step_edits.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::drills;
using scoring::Zone;

namespace {

/// A metre of u and of v are as long as on a middling back.
anatomy::Anatomy back() {
    anatomy::Anatomy anatomy;
    anatomy.skin.half_biacromial_m = 0.20F;
    anatomy.skin.spine_length_m = 0.45F;
    anatomy.trigger_points.push_back(
        {.id = "LS1 right", .site = anatomy::trigger_point_site("LS1"), .u = 0.33F, .v = 0.07F});
    anatomy.landmarks.push_back({.id = "PSIS_left", .u = -0.2F, .v = 1.15F});
    return anatomy;
}

bool sound(const scoring::Task& task) {
    Drill drill = new_drill("d", "adler");
    drill.steps.front().task = task;
    return faults_of(drill).empty();
}

} // namespace

TEST_CASE("a press near a trigger point or a landmark means it, elsewhere the place itself") {
    const anatomy::Anatomy anatomy = back();
    const MeantPlace point = meant_place(anatomy, Vec2(0.36F, 0.09F), true); // 6 and 9 mm off
    CHECK(point.trigger_point);
    CHECK(point.name == "LS1 right");
    CHECK(point.spine == Vec2(0.33F, 0.07F));
    const MeantPlace mark = meant_place(anatomy, Vec2(-0.22F, 1.14F), true);
    CHECK_FALSE(mark.trigger_point);
    CHECK(mark.name == "PSIS_left");
    CHECK(meant_place(anatomy, Vec2(0.1234F, 0.5678F), true).spine == Vec2(0.12F, 0.57F));
    CHECK(meant_place(anatomy, Vec2(0.36F, 0.09F), false).spine == Vec2(0.36F, 0.09F));
    CHECK(meant_place(anatomy, Vec2(0.36F, 0.09F), false).name.empty());
}

TEST_CASE("whatever a step began as, a point, a zone and a path drawn for it leave a step without fault") {
    const anatomy::Anatomy anatomy = back();
    for (const Beginning beginning : {Beginning::strokes, Beginning::point, Beginning::beats}) {
        const scoring::Task begun = new_step(beginning).task;
        scoring::Task task = begun;
        place_point(task, meant_place(anatomy, Vec2(0.33F, 0.07F), true));
        CHECK(task.trigger_point == "LS1 right");
        CHECK(scoring::work_of(task) == scoring::Work::hold);
        CHECK_FALSE(task.zone);
        CHECK(sound(task));
        place_point(task, meant_place(anatomy, Vec2(-0.4F, 0.6F), true));
        CHECK_FALSE(task.trigger_point);
        CHECK(task.place == scoring::HoldPlace{.u = -0.4F, .v = 0.6F});
        CHECK(sound(task));
        paint_zone(task, anatomy.skin, Vec2(0.2F, 0.2F), Vec2(0.5F, 0.6F), false, false);
        CHECK_FALSE(task.place);
        CHECK(sound(task));
        task = begun;
        draw_path(task, Vec2(-0.18F, 1.0F), Vec2(-0.2F, 0.2F), false);
        CHECK(sound(task));
        clear_place(task);
        CHECK(sound(task));
    }
    scoring::Task search;
    search.trigger_point = "UT1 right";
    place_point(search, meant_place(anatomy, Vec2(0.33F, 0.07F), true));
    CHECK(scoring::work_of(search) == scoring::Work::search); // it goes on being one
}

TEST_CASE("a zone runs outward on the side it was drawn on, across the spine on both") {
    const anatomy::SkinGrid skin = back().skin;
    scoring::Task task;
    paint_zone(task, skin, Vec2(-0.5F, 0.6F), Vec2(-0.2F, 0.2F), false, false);
    CHECK(task.zone == Zone{0.2F, 0.5F, 0.2F, 0.6F, Zone::Sides::left});
    paint_zone(task, skin, Vec2(0.2F, 0.2F), Vec2(0.5F, 0.6F), true, false);
    CHECK(task.zone == Zone{0.2F, 0.5F, 0.2F, 0.6F, Zone::Sides::both});
    paint_zone(task, skin, Vec2(-0.1F, 0.2F), Vec2(0.3F, 0.6F), false, false);
    CHECK(task.zone == Zone{0, 0.3F, 0.2F, 0.6F, Zone::Sides::both});
    paint_zone(task, skin, Vec2(0.3F, 0.5F), Vec2(0.3F, 0.5F), false, false); // a press alone
    CHECK(task.zone->u_high - task.zone->u_low == doctest::Approx(0.04F));
    CHECK(task.zone->v_high - task.zone->v_low == doctest::Approx(0.04F));
    paint_zone(task, skin, Vec2(0.14F, 0.61F), Vec2(0.44F, 0.90F), false, true); // the kidney's box, nearly
    CHECK(task.zone == Zone{0.12F, 0.46F, 0.59F, 0.91F, Zone::Sides::right});
}

TEST_CASE("a corner of the zone is taken up within reach, on whichever side the zone lies") {
    const Zone both{0.2F, 0.5F, 0.2F, 0.6F, Zone::Sides::both};
    const Vec2 reach(0.05F, 0.03F);
    CHECK(opposite_corner(both, Vec2(0.52F, 0.61F), reach) == Vec2(0.2F, 0.2F));
    CHECK(opposite_corner(both, Vec2(-0.19F, 0.61F), reach) == Vec2(-0.5F, 0.2F));
    CHECK_FALSE(opposite_corner(both, Vec2(0.35F, 0.4F), reach));
    const Zone left{0.2F, 0.5F, 0.2F, 0.6F, Zone::Sides::left};
    CHECK_FALSE(opposite_corner(left, Vec2(0.5F, 0.6F), reach));
}

TEST_CASE("a path is a line beside the spine in the way it was drawn, with a zone about it") {
    scoring::Task task;
    draw_path(task, Vec2(0.17F, 1.05F), Vec2(0.19F, 0.2F), true);
    CHECK(task.line_u == 0.18F);
    CHECK(task.direction == scoring::Direction::cephalad);
    CHECK(task.zone == Zone{0.08F, 0.28F, 0.2F, 1.05F, Zone::Sides::both});
    draw_path(task, Vec2(-0.3F, 0.2F), Vec2(-0.3F, 0.9F), false);
    CHECK(task.direction == scoring::Direction::caudad);
    CHECK(task.zone->sides == Zone::Sides::left);
}
