#include "sim/physiology/delayed_soreness.hpp"

#include <doctest/doctest.h>

#include <array>
#include <utility>

using namespace tactus::physiology;

namespace {

Overload after(float discomfort, float minutes) {
    Overload overload;
    for (int k = 0; k < static_cast<int>(minutes * 60 * 240); ++k) {
        overload.step(discomfort);
    }
    return overload;
}

} // namespace

TEST_CASE("overload counts points over 6.5 by the minute, and deep work from the 26th minute on") {
    CHECK(after(5.5F, 90).point_min() == 0);
    CHECK(after(7.5F, 2).point_min() == doctest::Approx(2).epsilon(1e-4));
    CHECK(after(9, 2).point_min() == doctest::Approx(5).epsilon(1e-4));
    CHECK(after(6.4F, 25).point_min() == doctest::Approx(0).epsilon(1e-3));
    CHECK(after(6.4F, 35).point_min() == doctest::Approx(5).epsilon(1e-3));
    CHECK(after(7, 35).point_min() == doctest::Approx(0.5 * 35 + 5).epsilon(1e-3));
}

TEST_CASE("one in ten is sore after the usual session, half after one that was far too much") {
    CHECK(soreness_chance(0) == doctest::Approx(0.04).epsilon(0.03));
    CHECK(soreness_chance(2.2F) == doctest::Approx(0.10).epsilon(0.02));
    CHECK(soreness_chance(7) == doctest::Approx(0.50).epsilon(0.03));
    CHECK(soreness_chance(2.2F, 3) == doctest::Approx(3 * soreness_chance(2.2F)));
    CHECK(soreness_chance(20, 3) == 1);
}

TEST_CASE("soreness comes within twelve hours and is over after thirty-six") {
    constexpr auto course = std::to_array<std::pair<float, double>>(
        {{0, 0}, {2, 0.15}, {6, 0.68}, {12, 1.00}, {24, 0.54}, {36, 0.16}, {48, 0.04}});
    for (const auto& [hours, share] : course) {
        CAPTURE(hours);
        CHECK(soreness_after(1, hours) == doctest::Approx(share).epsilon(0.02).scale(0.25));
    }
    CHECK(soreness_after(4, -1) == 0);
    CHECK(soreness_after(4, 30, 30) == doctest::Approx(4)); // fibromyalgia
    CHECK(soreness_after(4, 72, 30) > 1);
    CHECK(soreness_after(4, 72) < 0.1F);
}

TEST_CASE("the worst soreness grows with overload up to six, and sore muscles hurt sooner") {
    CHECK(worst_soreness(0) == 1);
    CHECK(worst_soreness(4) == doctest::Approx(3));
    CHECK(worst_soreness(40) == 6);
    CHECK(sore_threshold_factor(0) == 1);
    CHECK(sore_threshold_factor(4) == doctest::Approx(0.8));
}
