#include "sim/anatomy/anatomy.hpp"
#include "sim/anatomy/deep_muscles.hpp"
#include "sim/anatomy/skin_cast.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>

using namespace tactus;
using anatomy::Body;
using anatomy::BodyParameters;
using anatomy::DeepMuscle;

namespace {

const DeepMuscle& named(const std::vector<DeepMuscle>& muscles, std::string_view name) {
    for (const DeepMuscle& muscle : muscles) {
        if (muscle.name == name) {
            return muscle;
        }
    }
    FAIL("no such muscle");
    return muscles.front();
}

} // namespace

TEST_CASE("deep muscles are named once each, on both sides, and lie inside the body under the skin") {
    for (const float bmi : {19.0F, 24.0F, 34.0F}) {
        const Body body{BodyParameters{.bmi = bmi}};
        const std::vector<DeepMuscle> muscles = make_deep_muscles(body);
        std::set<std::string> names;
        for (const DeepMuscle& muscle : muscles) {
            CAPTURE(muscle.name);
            names.insert(muscle.name);
            for (const anatomy::MuscleStrand& strand : muscle.strands) {
                for (const Vec3& p : strand.course) {
                    CHECK(body.skin_distance(p) < -strand.radius_m);
                    CHECK(distance_to_muscle(muscle, p) < 0);
                }
            }
        }
        CHECK(names.size() == muscles.size());
        CHECK(muscles.size() == 28);
    }
}

TEST_CASE("fibres run along the strand that holds a point, and there are none where no deep muscle lies") {
    const Body body{BodyParameters{}};
    const std::vector<DeepMuscle> muscles = make_deep_muscles(body);
    for (const DeepMuscle& muscle : muscles) {
        const auto& course = muscle.strands.front().course;
        const Vec3 middle = 0.5F * (course[3] + course[4]);
        const auto fibre = anatomy::deep_fibre(std::span(&muscle, 1), middle);
        REQUIRE(fibre);
        CHECK(glm::dot(*fibre, glm::normalize(course[4] - course[3])) > 0.98F);
        CHECK(anatomy::deep_fibre(muscles, middle));
        CHECK_FALSE(anatomy::deep_fibre(muscles, Vec3(middle.x, middle.y + 0.08F, middle.z)));
    }
}

TEST_CASE("trigger points of deep muscles lie in or beside the muscle they are named for") {
    struct Row {
        const char* site;
        const char* muscle;
    };

    constexpr std::array rows{
        Row{"LS1", "levator scapulae right"},
        Row{"LS2", "levator scapulae right"},
        Row{"RH1", "rhomboid minor right"},
        Row{"RH2", "rhomboid major right"},
        Row{"RH3", "rhomboid major right"},
        Row{"SPS", "serratus posterior superior right"},
        Row{"SS", "supraspinatus right"},
        Row{"IT-T6", "iliocostalis right"},
        Row{"IL-L1", "iliocostalis right"},
        Row{"LO-T10", "longissimus right"},
        Row{"LO-L1", "longissimus right"},
        Row{"MU-T4/5", "rotatores right"},
        Row{"MU-L2", "multifidus right"},
        Row{"MU-S1", "multifidus right"},
        Row{"SPI", "serratus posterior inferior right"},
        Row{"QL-s1", "quadratus lumborum right"},
        Row{"QL-s2", "quadratus lumborum right"},
        Row{"QL-d1", "quadratus lumborum right"},
    };
    BodyParameters reference;
    reference.bmi = 22;
    const Body body{reference};
    const std::vector<DeepMuscle> muscles = make_deep_muscles(body);
    for (const Row& row : rows) {
        CAPTURE(row.site);
        const anatomy::TriggerPointSite* site = anatomy::trigger_point_site(row.site);
        REQUIRE(site != nullptr);
        const float depth = 0.5F * (site->depth_low_m + site->depth_high_m);
        const Vec3 point = anatomy::skin_at(body, site->u, site->v) - Vec3(0, depth, 0);
        CHECK(distance_to_muscle(named(muscles, row.muscle), point) < 0.005F);
    }
}
