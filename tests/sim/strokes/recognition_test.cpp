#include "sim/strokes/recognition.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

using namespace tactus;
using namespace tactus::strokes;

namespace {

/// What a tissue would report of one hand's motion.
struct Touch {
    Vec2 velocity_m_s{0};
    float force_n = 0; ///< 0: off the skin
    float area_cm2 = 0;
    float breadth_m = 0;
};

using Motion = std::function<Touch(double t_s)>;

class DrawnTrace {
public:
    /// A bout of the right hand, with the left doing `left` when given, and a second of rest after it.
    DrawnTrace& bout(double duration_s, const Motion& right, const Motion& left = {}) {
        for (double t = 0; t < duration_s + 1; t += trace_interval_s) {
            TraceSample sample{.t_s = static_cast<double>(samples.size()) * trace_interval_s, .hands = {}};
            if (t < duration_s) {
                take(sample.hands[1], right(t));
                if (left) {
                    take(sample.hands[0], left(t));
                }
            }
            samples.push_back(sample);
        }
        return *this;
    }

    std::vector<TraceSample> samples;

private:
    static void take(HandSample& hand, const Touch& touch) {
        hand.present = true;
        hand.touching = touch.force_n > 0;
        hand.force_n = touch.force_n;
        hand.area_m2 = touch.area_cm2 * 1e-4F;
        hand.breadth_m = touch.breadth_m;
        hand.velocity_m_s = touch.velocity_m_s;
    }
};

float wave(double t, double hz) { return static_cast<float>(std::sin(2 * 3.14159265 * hz * t)); }

float cowave(double t, double hz) { return static_cast<float>(std::cos(2 * 3.14159265 * hz * t)); }

DrawnTrace six_techniques() {
    DrawnTrace trace;
    const auto palm_up = [](double t) {
        return t < 4 ? Touch{{0, -0.12F}, 14, 85} : Touch{{0, 0.2F}, 4, 70};
    };
    trace.bout(6, palm_up, palm_up)
        .bout(6,
              [](double) {
                  return Touch{{0, -0.018F}, 34, 3.5F};
              })
        .bout(6,
              [](double t) {
                  return Touch{{0.09F * cowave(t, 2.4), 0}, 36, 3.4F};
              })
        .bout(6,
              [](double t) {
                  return Touch{{0.1F * wave(t, 1.4), 0.1F * cowave(t, 1.4)}, 18, 3.6F};
              })
        .bout(
            6,
            [](double t) {
                return Touch{{0.2F * cowave(t, 0.7), 0}, 22, 90};
            },
            [](double t) {
                return Touch{{-0.2F * cowave(t, 0.7), 0}, 22, 90};
            })
        .bout(12, [](double) {
            return Touch{{0, 0}, 22, 3.6F};
        });
    return trace;
}

const std::vector<std::string> six_names{"superficial_effleurage", "stripping", "cross_fibre_friction",
                                         "circular_friction",      "wringing",  "trigger_point_release"};

} // namespace

TEST_CASE("techniques are told from motion, force and contact, in order and with confidence") {
    const DrawnTrace trace = six_techniques();
    const std::vector<Recognised> found = recognise(trace.samples);
    REQUIRE(found.size() == six_names.size());
    for (std::size_t k = 0; k < found.size(); ++k) {
        CHECK(found[k].technique == six_names[k]);
        CHECK(found[k].confidence > 0.5);
        CHECK(found[k].confidence <= 1);
        CHECK(found[k].end_s - found[k].begin_s > 5.5);
    }
}

TEST_CASE("renaming every tool changes no answer") {
    DrawnTrace trace = six_techniques();
    const std::vector<Recognised> before = recognise(trace.samples);
    for (int shift = 1; shift < contact::tool_kind_count; ++shift) {
        for (TraceSample& sample : trace.samples) {
            for (HandSample& hand : sample.hands) {
                hand.tool = static_cast<contact::ToolKind>((static_cast<int>(hand.tool) + shift) %
                                                           contact::tool_kind_count);
            }
        }
        const std::vector<Recognised> after = recognise(trace.samples);
        REQUIRE(after.size() == before.size());
        for (std::size_t k = 0; k < after.size(); ++k) {
            CHECK(after[k].technique == before[k].technique);
            CHECK(after[k].confidence == before[k].confidence);
        }
    }
}

TEST_CASE("blows are parts of one bout, a rest parts two") {
    DrawnTrace trace;
    const auto blows = [](double t) {
        const double phase = std::fmod(t * 2.5, 1.0);
        return phase < 0.3 ? Touch{{0, 0}, 3, 9} : Touch{};
    };
    trace.bout(4, blows).bout(4, blows);
    const std::vector<Bout> found = bouts(trace.samples);
    REQUIRE(found.size() == 2);
    CHECK(figures_of(trace.samples, found[0]).touch_hz == doctest::Approx(2.5).epsilon(0.1));
    CHECK(recognise(trace.samples)[0].technique == "hacking");
}

TEST_CASE("kneading at 0.7 Hz is measured within five per cent") {
    DrawnTrace trace;
    trace.bout(10, [](double t) {
        return Touch{{0.13F * wave(t, 0.7), 0.13F * cowave(t, 0.7)}, 20 + 6 * wave(t, 0.7), 80};
    });
    const Recognised found = recognise(trace.samples)[0];
    CHECK(found.technique == "kneading");
    CHECK(found.figures.cycle_hz == doctest::Approx(0.7).epsilon(0.05));
}

TEST_CASE("fingers that close on a fold and let it go knead; a place that is pressed as often does not") {
    const auto beat = [](float closing_m) {
        return [closing_m](double t) {
            return Touch{{0, 0}, 18 + 10 * wave(t, 0.7), 5, 0.022F - closing_m * wave(t, 0.7)};
        };
    };
    DrawnTrace trace;
    trace.bout(8, beat(0.009F)).bout(8, beat(0));
    const std::vector<Recognised> found = recognise(trace.samples);
    REQUIRE(found.size() == 2);
    CHECK(found[0].technique == "digital_kneading");
    CHECK(found[0].figures.gathering > 0.2);
    CHECK(found[0].figures.press_hz == doctest::Approx(0.7).epsilon(0.1));
    CHECK(found[1].technique != "digital_kneading");
    CHECK(found[1].figures.gathering == doctest::Approx(0).epsilon(1e-6));
}

TEST_CASE("what is no technique is not given a name") {
    DrawnTrace trace;
    trace.bout(6, [](double) { return Touch{{0.8F, 0.8F}, 140, 3}; });
    const Recognised found = recognise(trace.samples)[0];
    CHECK(found.technique == "unknown");
    CHECK(found.confidence == 0);
}

TEST_CASE("a press that swells without leaving the skin is an oscillation, a steady one a release") {
    DrawnTrace trace;
    trace.bout(8, [](double t) { return Touch{{0, 0}, 20 + 10 * wave(t, 1.5), 5}; });
    trace.bout(8, [](double) { return Touch{{0, 0}, 20, 5}; });
    const std::vector<Recognised> found = recognise(trace.samples);
    REQUIRE(found.size() == 2);
    CHECK(found[0].technique == "pa_oscillation");
    CHECK(found[0].figures.press_hz == doctest::Approx(1.5).epsilon(0.1));
    CHECK(found[1].technique == "trigger_point_release");
    CHECK(found[1].figures.press_hz == 0);
}

TEST_CASE("what a bone does names a stretch and a mobilisation; the same force that moves none is neither") {
    const auto hold = [](double) { return Touch{{0, 0}, 15, 60}; };
    const auto named = [&](const std::function<void(BodyMotion&, double)>& move) {
        DrawnTrace trace;
        trace.bout(8, hold);
        for (TraceSample& sample : trace.samples) {
            move(sample.body, sample.t_s);
        }
        return std::string(recognise(trace.samples)[0].technique);
    };
    CHECK(named([](BodyMotion& body, double t) {
              body.neck_rad = -0.06F * static_cast<float>(std::min(t, 8.0));
          }) == "passive_stretch");
    CHECK(named([](BodyMotion& body, double t) {
              body.lumbar_rad = 0.03F * static_cast<float>(std::min(t, 8.0));
          }) == "passive_stretch");
    CHECK(named([](BodyMotion& body, double t) {
              body.scapula_m[0] = Vec3(0.015F * cowave(t, 0.3), 0.015F, 0.015F * wave(t, 0.3));
          }) == "scapular_mobilisation");
    const std::string still = named([](BodyMotion&, double) {});
    CHECK(still != "passive_stretch");
    CHECK(still != "scapular_mobilisation");
}
