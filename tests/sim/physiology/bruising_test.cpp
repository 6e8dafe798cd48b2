#include "sim/physiology/bruising.hpp"
#include "tests/sim/physiology/press.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace tactus;
using namespace tactus::physiology;
using contact::ToolKind;

namespace {

constexpr std::size_t heart = 60 * 97 + 40;
constexpr std::size_t rim = heart + 1;

/// A right hand whose most loaded point is `heart`; the rim bears six tenths of it.
void press(Bruising& skin, ToolKind tool, float p95_pa, float seconds) {
    std::vector<float> pressure_pa(std::size_t{97} * 129, 0.0F);
    pressure_pa[heart] = 0.5F * p95_pa; // the field is coarser than the contact
    pressure_pa[rim] = 0.3F * p95_pa;
    const HandLoad hand{.touching = true, .tool = tool, .p95_pa = p95_pa, .field_place = Vec2(40, 60)};
    for (int k = 0; k < static_cast<int>(seconds * 240); ++k) {
        skin.step(pressure_pa, {HandLoad{}, hand});
    }
}

} // namespace

TEST_CASE("skin bruises by the excess over 300 kPa under a thumb and 120 kPa under a palm") {
    CHECK(bruising_pressure_pa(ToolKind::thumb) == 300e3F);
    CHECK(bruising_pressure_pa(ToolKind::elbow) == 300e3F);
    CHECK(bruising_pressure_pa(ToolKind::palm) == 120e3F);
    Bruising thumb;
    press(thumb, ToolKind::thumb, 299e3F, 30);
    CHECK(thumb.worst_s() == 0);
    press(thumb, ToolKind::thumb, 450e3F, 10);
    CHECK(thumb.index_s()[heart] == doctest::Approx(5).epsilon(0.001));
    CHECK(thumb.index_s()[rim] == 0); // 270 kPa there
    press(thumb, ToolKind::thumb, 600e3F, 10);
    CHECK(thumb.index_s()[heart] == doctest::Approx(15).epsilon(0.001));
    CHECK(thumb.index_s()[rim] == doctest::Approx(2).epsilon(0.001));
    CHECK(thumb.worst_s() == thumb.index_s()[heart]);
    Bruising palm;
    press(palm, ToolKind::palm, 180e3F, 10);
    CHECK(palm.worst_s() == doctest::Approx(5).epsilon(0.001));
}

TEST_CASE("whose blood is thinned bruises at 0.35 of the pressure") {
    Bruising thinned(0.35F);
    press(thinned, ToolKind::thumb, 104e3F, 30);
    CHECK(thinned.worst_s() == 0);
    press(thinned, ToolKind::thumb, 210e3F, 10);
    CHECK(thinned.worst_s() == doctest::Approx(10).epsilon(0.001));
}

TEST_CASE("a bruise under one hand is no bruise under the other") {
    Bruising skin;
    std::vector<float> pressure_pa(std::size_t{97} * 129, 0.0F);
    pressure_pa[heart] = pressure_pa[heart + 40] = 100e3F;
    const HandLoad hard{
        .touching = true, .tool = ToolKind::thumb, .p95_pa = 600e3F, .field_place = Vec2(40, 60)};
    const HandLoad soft{
        .touching = true, .tool = ToolKind::thumb, .p95_pa = 100e3F, .field_place = Vec2(80, 60)};
    skin.step(pressure_pa, {hard, soft});
    CHECK(skin.index_s()[heart] > 0);
    CHECK(skin.index_s()[heart + 40] == 0);
}

TEST_CASE("a bruise that can be seen goes from red to yellow and is gone after twelve days") {
    CHECK(bruise_colour(4.9F, 1) == BruiseColour::none);
    constexpr std::array expected = std::to_array<std::pair<float, BruiseColour>>({{0.0F, BruiseColour::red},
                                                                                   {1.9F, BruiseColour::red},
                                                                                   {3, BruiseColour::blue},
                                                                                   {6, BruiseColour::green},
                                                                                   {11, BruiseColour::yellow},
                                                                                   {13, BruiseColour::none}});
    for (const auto& [days, colour] : expected) {
        CAPTURE(days);
        CHECK(bruise_colour(20, days) == colour);
    }
}

TEST_CASE("a bruise comes out between twenty minutes and an hour, where it is worst first") {
    CHECK(bruise_shown(20, 19 * 60.0) == 0);
    CHECK(bruise_shown(20, 30 * 60.0) == doctest::Approx(0)); // a quarter of the way: from 20 s on
    CHECK(bruise_shown(40, 30 * 60.0) == 1);
    CHECK(bruise_shown(7.5F, 40 * 60.0) == 0);
    CHECK(bruise_shown(7.5F, 3600) == doctest::Approx(.5));
    CHECK(bruise_shown(10, 3600) == 1);
    CHECK(bruise_shown(4.9F, 7200) == 0); // too little to be seen at all
}

TEST_CASE("a bruise's age is counted from when it would be seen at all") {
    Bruising skin;
    CHECK_FALSE(skin.age_s());
    press(skin, ToolKind::thumb, 450e3F, 9);
    CHECK_FALSE(skin.age_s());
    press(skin, ToolKind::thumb, 450e3F, 3);
    REQUIRE(skin.age_s());
    CHECK(*skin.age_s() == doctest::Approx(2).epsilon(.02));
    press(skin, ToolKind::thumb, 10e3F, 8);
    CHECK(*skin.age_s() == doctest::Approx(10).epsilon(.01));
}

TEST_CASE("the whole body keeps what was too much: overload and bruise, and both are of its state") {
    tests::Bench gentle(tests::healthy());
    tests::Bench harsh(tests::healthy());
    const tests::Press thumb{.tool = ToolKind::thumb, .force_n = 20};
    tests::Press too_much = thumb;
    too_much.force_n = 120; // 514 kPa
    gentle.press(thumb, 10);
    harsh.press(too_much, 10);
    CHECK(gentle.physiology.state().overload_point_min == 0);
    CHECK(std::ranges::all_of(gentle.physiology.bruise_s(), [](float index) { return index == 0; }));
    const float felt = harsh.physiology.state().discomfort;
    REQUIRE(felt > 7);
    CHECK(harsh.physiology.state().overload_point_min ==
          doctest::Approx((felt - 6.5) * 10 / 60).epsilon(0.15));
    CHECK(harsh.physiology.bruise_s()[harsh.centre] == doctest::Approx(10 * (514.3 / 300 - 1)).epsilon(0.01));
    const std::uint64_t before = harsh.physiology.state_digest();
    harsh.press(too_much, 1 / 240.0F);
    CHECK(harsh.physiology.state_digest() != before);
}
