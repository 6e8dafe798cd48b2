#include "sim/strokes/beats.hpp"
#include "sim/strokes/statistics.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

using namespace tactus;
using namespace tactus::strokes;

namespace {

constexpr double turn = 6.283185307179586;

struct Moment {
    double x_m = 0;
    double y_m = 0;
    double force_n = 0;
};

/// What the right hand does for `seconds`.
std::vector<TraceSample> hand(double seconds, const std::function<Moment(double)>& at) {
    std::vector<TraceSample> samples;
    for (double t = 0; t < seconds; t += trace_interval_s) {
        const Moment now = at(t);
        TraceSample sample{.t_s = t};
        HandSample& right = sample.hands[1];
        right.present = true;
        right.touching = now.force_n > 0;
        right.force_n = static_cast<float>(now.force_n);
        right.place_m = {static_cast<float>(now.x_m), static_cast<float>(now.y_m)};
        if (!samples.empty()) {
            right.velocity_m_s =
                (right.place_m - samples.back().hands[1].place_m) / static_cast<float>(trace_interval_s);
        }
        samples.push_back(sample);
    }
    return samples;
}

double rate_hz(const Beats& found) { return 1 / mean(periods_s(found.beats)); }

} // namespace

TEST_CASE("circles that wander up the back are counted by their turns, and measured by their diameter") {
    const auto samples = hand(10, [](double t) {
        return Moment{.05 + .015 * std::cos(turn * 1.4 * t), .4 - .012 * t + .015 * std::sin(turn * 1.4 * t),
                      20};
    });
    const Beats found = beats(samples, contact::Side::right, .8);
    REQUIRE(found.sign == BeatSign::movement);
    CHECK(found.beats.size() >= 12);
    CHECK(rate_hz(found) == doctest::Approx(1.4).epsilon(.01));
    CHECK(variation(periods_s(found.beats)) < .02);
    CHECK(found.beats[5].sweep_m == doctest::Approx(.030).epsilon(.05));
    CHECK(beats(samples, contact::Side::left, .8).sign == BeatSign::none);
}

TEST_CASE("friction to and fro along any axis has its rate, its way and its slip") {
    for (const double angle : {0.0, .8, 1.5707, 2.4}) {
        CAPTURE(angle);
        auto samples = hand(6, [&](double t) {
            const double along = .011 * std::sin(turn * 2.5 * t);
            return Moment{along * std::cos(angle), along * std::sin(angle), 35};
        });
        for (TraceSample& sample : samples) {
            sample.hands[1].slip_m_s = .01F;
        }
        const Beats found = beats(samples, contact::Side::right, 1.5);
        REQUIRE(found.sign == BeatSign::movement);
        CHECK(rate_hz(found) == doctest::Approx(2.5).epsilon(.01));
        CHECK(found.beats[3].sweep_m == doctest::Approx(.022).epsilon(.05));
        CHECK(found.beats[3].slip_m == doctest::Approx(.01 / 2.5 / 2).epsilon(.05));
    }
}

TEST_CASE("blows are counted by their touches and have the force of their hardest moment") {
    const auto samples = hand(8, [](double t) {
        const double phase = std::fmod(t * 2.5, 1.0);
        return Moment{.1, .3, phase < .3 ? 5 * std::sin(turn * phase / .6) : 0};
    });
    const Beats found = beats(samples, contact::Side::right, 1.5);
    REQUIRE(found.sign == BeatSign::touch);
    CHECK(rate_hz(found) == doctest::Approx(2.5).epsilon(.01));
    CHECK(found.beats[4].peak_force_n == doctest::Approx(5).epsilon(.02));
}

TEST_CASE("an oscillating press beats by its force; a steady hold and a slow glide do not beat at all") {
    const auto pressed = hand(8, [](double t) { return Moment{0, 0, 20 + 8 * std::sin(turn * 1.5 * t)}; });
    const Beats found = beats(pressed, contact::Side::right, .8);
    REQUIRE(found.sign == BeatSign::force);
    CHECK(rate_hz(found) == doctest::Approx(1.5).epsilon(.01));
    CHECK(found.beats[2].peak_force_n == doctest::Approx(28).epsilon(.01));

    CHECK(beats(hand(8, [](double) { return Moment{0, 0, 20}; }), contact::Side::right, .8).beats.empty());
    CHECK(beats(hand(8,
                     [](double t) {
                         return Moment{0, .05 * t, 20};
                     }),
                contact::Side::right, .8)
              .beats.empty());
    CHECK(beats({}, contact::Side::right, .8).beats.empty());
}

TEST_CASE("a rest between two places is no period") {
    const auto samples = hand(12, [](double t) {
        const bool rests = t > 5 && t < 7;
        return Moment{rests ? 0 : .02 * std::sin(turn * t), 0, rests ? 0.0 : 20.0};
    });
    const Beats found = beats(samples, contact::Side::right, .5);
    CHECK(variation(periods_s(found.beats)) < .08);
    CHECK(rate_hz(found) == doctest::Approx(1).epsilon(.05));
}
