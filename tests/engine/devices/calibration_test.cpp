#include "engine/devices/calibration/press_curve.hpp"
#include "engine/devices/calibration/rest_drift.hpp"
#include "engine/devices/calibration/scale_line.hpp"
#include "engine/devices/calibration/tap_latency.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>

using namespace tactus::devices;

namespace {

/// A press of that height: up, a plateau, down.
double press(PressCalibration& calibration, double t_s, float height) {
    for (const float share : {0.0F, 0.4F, 0.8F, 1.0F, 0.98F, 1.0F, 1.02F, 1.0F, 0.5F, 0.0F}) {
        calibration.hear(t_s, height * share);
        t_s += 0.03;
    }
    return t_s;
}

double rest(ScaleCalibration& calibration, double t_s, double reading) {
    for (int k = 0; k < 120; ++k) { // 1.5 s at 80 Hz, noise of three counts
        calibration.hear(t_s, reading + (k * 7 % 4) - 1.5);
        t_s += 0.0125;
    }
    return t_s;
}

} // namespace

TEST_CASE("a press curve goes through its points and never falls") {
    const auto curve = PressCurve::through({{0, 0}, {0.1F, 5}, {0.6F, 15}, {0.7F, 40}});
    REQUIRE(curve.has_value());
    CHECK(curve->newtons(0.1F) == doctest::Approx(5));
    CHECK(curve->newtons(0.6F) == doctest::Approx(15));
    CHECK(curve->newtons(0.7F) == doctest::Approx(40));
    float before = 0;
    for (int k = -100; k <= 1500; ++k) {
        const float now = curve->newtons(static_cast<float>(k) / 1000);
        CHECK(now >= before);
        before = now;
    }
    CHECK(before <= 130);
    CHECK(curve->newtons(std::numeric_limits<float>::quiet_NaN()) == 0);
    CHECK_FALSE(PressCurve::through({{0, 0}, {0.5F, 20}, {0.4F, 30}}).has_value());
    CHECK_FALSE(PressCurve::through({{0, 0}}).has_value());
}

TEST_CASE("three presses of each strength make a curve, with their spread") {
    PressCalibration calibration;
    double t_s = 0;
    for (const float height : {0.20F, 0.22F, 0.21F, 0.45F, 0.50F, 0.47F, 0.80F, 0.82F, 0.85F}) {
        CHECK_FALSE(calibration.complete());
        t_s = press(calibration, t_s, height);
    }
    REQUIRE(calibration.complete());
    CHECK(calibration.figure(0)->middle == doctest::Approx(0.21));
    CHECK(calibration.figure(1)->spread == doctest::Approx(0.05).epsilon(0.01));
    std::string why;
    const auto curve = calibration.curve(why);
    REQUIRE(curve.has_value());
    CHECK(curve->newtons(0.21F) == doctest::Approx(5));
    CHECK(curve->newtons(0.47F) == doctest::Approx(15));
    CHECK(curve->newtons(0.82F) == doctest::Approx(40));
    calibration.undo();
    CHECK(calibration.level() == 2);
    CHECK(calibration.taken() == 2);
}

TEST_CASE("presses that cannot be told apart are refused with a reason, and slips do not count") {
    PressCalibration calibration;
    calibration.hear(0, 0.5F);
    calibration.hear(0.01, 0);
    CHECK(calibration.taken() == 0);
    double t_s = 1;
    for (int k = 0; k < 9; ++k) {
        t_s = press(calibration, t_s, 0.5F);
    }
    std::string why;
    CHECK_FALSE(calibration.curve(why).has_value());
    CHECK(why == "light and medium cannot be told apart; press them further from each other");
}

TEST_CASE("a load cell is calibrated by taking everything off and putting two weights on") {
    ScaleCalibration calibration(1, 5);
    double t_s = 0;
    t_s = rest(calibration, t_s, 8000); // HX711 counts
    CHECK(calibration.stage() == 1);
    t_s = rest(calibration, t_s, 8000 + 21000);
    CHECK(calibration.stage() == 2);
    rest(calibration, t_s, 8000 + 5 * 21000);
    REQUIRE(calibration.complete());
    std::string why;
    const auto line = calibration.line(why);
    REQUIRE(line.has_value());
    CHECK(line->newtons(8000) == doctest::Approx(0).epsilon(0.01));
    CHECK(line->newtons(8000 + 2 * 21000) == doctest::Approx(2 * gravity_m_s2).epsilon(0.001));
    CHECK(std::abs(calibration.misfit_n()) < 0.01);
    CHECK(calibration.rests()[1].spread <= 4);
    calibration.undo();
    CHECK(calibration.stage() == 2);
}

TEST_CASE("a load cell that does not answer to weight is refused") {
    ScaleCalibration calibration(1, 5);
    std::string why;
    double t_s = rest(calibration, 0, 8000);
    rest(calibration, t_s, 8001); // nothing moved: no second rest
    CHECK(calibration.stage() == 1);
    CHECK_FALSE(calibration.line(why).has_value());
    CHECK_FALSE(why.empty());
}

TEST_CASE("weights that are not the ones asked for are refused") {
    ScaleCalibration calibration(1, 5);
    std::string why;
    double t_s = rest(calibration, 0, 8000);
    t_s = rest(calibration, t_s, 8000 + 2 * 21000); // two kilograms instead of one
    rest(calibration, t_s, 8000 + 5 * 21000);
    REQUIRE(calibration.complete());
    CHECK(calibration.misfit_n() == doctest::Approx((4 * 2.0 / 3 - 1) * gravity_m_s2).epsilon(0.001));
    CHECK_FALSE(calibration.line(why).has_value());
    CHECK(why.find("one line") != std::string::npos);
}

TEST_CASE("latency is the middle of the taps' distances to their cues") {
    TapLatency latency;
    for (int k = 0; k < TapLatency::wanted_taps; ++k) {
        CHECK_FALSE(latency.complete());
        const double error_s = 0.055 + 0.004 * (k % 5 - 2); // 47 to 63 ms late
        latency.tap((k + 1) * TapLatency::cue_period_s + error_s);
        latency.tap((k + 1) * TapLatency::cue_period_s + error_s + 0.02); // a bounce
    }
    REQUIRE(latency.complete());
    CHECK(latency.figure()->median_ms == doctest::Approx(55));
    CHECK(latency.figure()->spread_ms == doctest::Approx(8));
    CHECK_FALSE(latency.refused());
    latency.undo();
    CHECK(latency.taps() == TapLatency::wanted_taps - 1);
}

TEST_CASE("taps that are all over the place are refused") {
    TapLatency latency;
    for (int k = 0; k < TapLatency::wanted_taps; ++k) {
        latency.tap((k + 1) * TapLatency::cue_period_s + 0.05 * (k % 5 - 2));
    }
    CHECK(latency.refused());
}

TEST_CASE("a load cell that rests off its zero is noticed, one that is leaned on or read by a hand is not") {
    const auto rests = [](auto newtons) {
        RestDrift rest;
        for (int sample = 0; sample < 50; ++sample) { // ten a second
            rest.hear(0.1 * sample, 1000 + sample, newtons(sample));
        }
        return rest.off_zero();
    };
    const auto noise = [](int sample) { return 0.1 * (sample % 3 - 1); };
    const auto drifted = rests([&](int sample) { return 0.9 + noise(sample); });
    REQUIRE(drifted.has_value());
    CHECK(drifted->newtons == doctest::Approx(0.9));
    CHECK(drifted->reading == doctest::Approx(1049));
    CHECK(rests([&](int sample) { return -0.9 + noise(sample); }).has_value());
    CHECK_FALSE(rests([&](int sample) { return 0.3 + noise(sample); }).has_value());
    CHECK_FALSE(rests([&](int sample) { return 12.0 + noise(sample); }).has_value());
    CHECK_FALSE(rests([&](int sample) { return 2.0 + 4 * noise(sample); }).has_value());
    CHECK_FALSE(rests([&](int sample) { return sample < 35 ? 0.0 : 0.9; }).has_value()); // not yet for long
}
