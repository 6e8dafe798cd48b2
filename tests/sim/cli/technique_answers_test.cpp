/// What skin and fold make of whole generated techniques: the figures of `tactus-sim techniques --answers`.

#include "sim/authoring/user_error.hpp"
#include "sim/cli/answer_table.hpp"
#include "sim/cli/technique_answers.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace tactus;
using namespace tactus::cli;

namespace {

TechniqueAnswer answer(std::string_view technique) {
    return answer_to(*drills::recipe_named(technique), tissue::Setting::half);
}

} // namespace

TEST_CASE("a fold of skin stands between thumb and fingers, rolled or kneaded") {
    const TechniqueAnswer rolled = answer("skin_rolling");
    CHECK(rolled.force_n < 10); // facts 1.1: 3-10 N of pinch
    CHECK(rolled.fold_m > 0.010);
    CHECK(rolled.fold_m < 0.020);
    CHECK(rolled.rise_m > 0.003);
    const TechniqueAnswer kneaded = answer("digital_kneading");
    CHECK(kneaded.fold_m > 0.012);
    CHECK(kneaded.rise_m > 0.006);
    CHECK(kneaded.slip_m < 0.005); // facts 10, D04: the skin comes along
    CHECK(kneaded.beat_s == doctest::Approx(1 / 0.7).epsilon(0.05));
}

TEST_CASE("an ideal thumb's circles of 24 mm move the skin and do not slide over it") {
    const TechniqueAnswer circled =
        answer_to(*drills::recipe_named("circular_friction"), tissue::Setting::standard);
    CHECK(circled.skin_way_m > 0.020);
    CHECK(circled.slip_m < 0.0015); // facts 10, D06: 3 mm a turn
    CHECK(circled.beat_s == doctest::Approx(1 / 1.4).epsilon(0.05));
}

TEST_CASE("a still hand makes no fold, moves no skin and does not slip") {
    const TechniqueAnswer held = answer("myofascial_hold");
    CHECK(held.force_n > 9);
    CHECK(held.skin_way_m < 0.001);
    CHECK(held.slip_m < 0.001);
    CHECK(held.fold_m == 0);
    CHECK(held.beat_s == 0);
}

TEST_CASE("the table of answers says whether its bars are kept, and what it does not know") {
    std::ostringstream out;
    CHECK(print_answers({.technique = "kneading", .setting = tissue::Setting::half}, out) == 0);
    CHECK(out.str().find("met     kneading: period 1.4") != std::string::npos);
    std::ostringstream json;
    CHECK(print_answers({.technique = "opening_hold", .setting = tissue::Setting::half, .json = true},
                        json) == 0);
    CHECK(json.str().find("\"technique\": \"opening_hold\"") != std::string::npos);
    CHECK_THROWS_AS(print_answers({.technique = "shiatsu"}, out), const UserError&);
}
