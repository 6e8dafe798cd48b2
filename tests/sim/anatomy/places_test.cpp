#include "sim/anatomy/anatomy.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using anatomy::Activity;
using anatomy::Anatomy;
using anatomy::Muscle;
using anatomy::Region;

namespace {

const Anatomy& client() {
    static const Anatomy anatomy = [] {
        std::vector<anatomy::TriggerPointChoice> all;
        for (const anatomy::TriggerPointSite& site : anatomy::trigger_point_sites()) {
            all.push_back({std::string(site.id), true, Activity::active});
            all.push_back({std::string(site.id), false, Activity::latent});
        }
        return anatomy::make_anatomy({}, all);
    }();
    return anatomy;
}

const anatomy::TriggerPoint& point(std::string_view id) {
    for (const anatomy::TriggerPoint& p : client().trigger_points) {
        if (p.id == id) {
            return p;
        }
    }
    FAIL("no such trigger point");
    return client().trigger_points.front();
}

} // namespace

TEST_CASE("boxes hold the same places on both sides of the spine") {
    for (const anatomy::RegionBox& box : anatomy::region_boxes()) {
        for (float u = -1.2F; u <= 1.2F; u += 0.05F) {
            for (float v = -0.2F; v <= 1.4F; v += 0.07F) {
                CHECK(contains(box, u, v) == contains(box, -u, v));
            }
        }
    }
}

TEST_CASE("each region has one box, found by its name") {
    REQUIRE(anatomy::region_boxes().size() == anatomy::region_count);
    for (int i = 0; i < anatomy::region_count; ++i) {
        const auto region = static_cast<Region>(i);
        CHECK(anatomy::region_box(region).region == region);
        CHECK(anatomy::region_named(anatomy::region_box(region).id) == region);
    }
    CHECK_FALSE(anatomy::region_named("LEFT"));
    CHECK(contains(anatomy::region_box(Region::kid), 0.3F, 0.7F));
    CHECK_FALSE(contains(anatomy::region_box(Region::kid), 0.05F, 0.7F));
    CHECK(anatomy::region_box(Region::spn_band).u_high == 0.05F);
}

TEST_CASE("muscles lie where the facts put them and are mirrored") {
    CHECK(anatomy::muscle_at(0.20F, 0.45F).muscle == Muscle::trapezius_lower);
    CHECK(anatomy::muscle_at(0.40F, 0.03F).muscle == Muscle::trapezius_upper);
    CHECK(anatomy::muscle_at(0.30F, 0.12F).muscle == Muscle::trapezius_middle);
    CHECK(anatomy::muscle_at(0.60F, 0.25F).muscle == Muscle::infraspinatus);
    CHECK(anatomy::muscle_at(0.55F, 0.65F).muscle == Muscle::latissimus_dorsi);
    CHECK(anatomy::muscle_at(0.10F, 0.90F).muscle == Muscle::thoracolumbar_fascia);
    CHECK(anatomy::muscle_at(0.50F, 1.35F).muscle == Muscle::gluteus_maximus);
    for (float u = 0.02F; u < 0.9F; u += 0.06F) {
        for (float v = -0.15F; v < 1.4F; v += 0.06F) {
            const anatomy::MuscleSample right = anatomy::muscle_at(u, v);
            const anatomy::MuscleSample left = anatomy::muscle_at(-u, v);
            CHECK(right.muscle == left.muscle);
            CHECK(right.muscle != Muscle::levator_scapulae);
            CHECK(right.fibre.x == -left.fibre.x);
            CHECK(glm::length(right.fibre) == doctest::Approx(1));
        }
    }
    CHECK(anatomy::muscle_name(Muscle::levator_scapulae) == "levator scapulae");
}

TEST_CASE("fibres of the lower trapezius run up and out to the scapular spine") {
    const Vec2 fibre = anatomy::muscle_at(0.15F, 0.45F).fibre;
    CHECK(fibre.x > 0.2F);
    CHECK(fibre.y < -0.5F);
}

TEST_CASE("landmarks lie on the skin at their spine coordinates") {
    const Anatomy& a = client();
    CHECK(a.landmarks.size() == 19 + 2 * 12);
    for (const anatomy::Landmark& mark : a.landmarks) {
        CAPTURE(mark.id);
        CHECK(std::fabs(a.body->skin_distance(mark.position_m)) < 0.0005F);
        CHECK(mark.position_m.x == doctest::Approx(mark.u * a.skin.half_biacromial_m).epsilon(0.002));
        CHECK(mark.position_m.z == doctest::Approx(mark.v * a.skin.spine_length_m));
    }
}

TEST_CASE("every row of the trigger-point table has its own name and a place on the right") {
    const auto sites = anatomy::trigger_point_sites();
    CHECK(sites.size() == 35);
    for (const anatomy::TriggerPointSite& site : sites) {
        CHECK(anatomy::trigger_point_site(site.id) == &site);
        CHECK(site.u > 0);
        CHECK(site.depth_low_m <= site.depth_high_m);
    }
    CHECK(anatomy::trigger_point_site("XX9") == nullptr);
}

TEST_CASE("the levator's lower point lies in its muscle, between fat and bone") {
    const Anatomy& a = client();
    const anatomy::TriggerPoint& p = point("LS1 right");
    CHECK(p.u == doctest::Approx(0.33).epsilon(0.01));
    CHECK(p.v == doctest::Approx(0.07).epsilon(0.01));
    CHECK(p.depth_m > 0.010F);
    CHECK(p.depth_m < 0.020F);
    CHECK(p.stiffness == 3.0F);
    CHECK(p.fibre.z < -0.8F);
    CHECK(bone_distance(a.bones, p.centre_m).distance_m > 0);
    CHECK(point("LS1 left").stiffness == 2.0F);
    CHECK(point("LS1 left").u == doctest::Approx(-p.u));
}

TEST_CASE("every trigger point lies under the fat and above the base of its column") {
    const Anatomy& a = client();
    for (const anatomy::TriggerPoint& p : a.trigger_points) {
        CAPTURE(p.id);
        const anatomy::GridPlace place = locate(a.skin, p.u, p.v);
        const std::size_t k = anatomy::SkinGrid::index(static_cast<int>(std::lround(place.column)),
                                                       static_cast<int>(std::lround(place.row)));
        CHECK(p.depth_m > a.layers.skin_m[k] + a.layers.fat_m[k]);
        CHECK(p.depth_m < a.layers.skin_m[k] + a.layers.fat_m[k] + a.layers.muscle_m[k]);
        CHECK(a.body->skin_distance(p.centre_m) < -0.003F);
        CHECK(glm::length(p.fibre) == doctest::Approx(1));
        CHECK(p.radii_m.x > p.radii_m.y);
    }
}

TEST_CASE("fibres of a point on the left mirror those on the right") {
    const Vec3 right = point("RH2 right").fibre;
    const Vec3 left = point("RH2 left").fibre;
    CHECK(right.x == doctest::Approx(-left.x).epsilon(0.05));
    CHECK(right.z == doctest::Approx(left.z).epsilon(0.05));
    CHECK(right.x > 0.5F);
    CHECK(right.z > 0.5F); // down and lateral
}
