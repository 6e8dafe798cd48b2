#include "sim/math/transcendental.hpp"
#include "sim/physiology/muscle_response.hpp"
#include "sim/physiology/physiology_data.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using namespace tactus::physiology;

namespace {

constexpr std::size_t muscle = 7;

struct MuscleBench {
    MuscleResponse response{client::Response{}};

    void run(const MuscleWork& work, float seconds, float relaxation = 0) {
        std::array<MuscleWork, anatomy::muscle_count> all{};
        all[muscle] = work;
        for (int k = 0; k < static_cast<int>(std::lround(seconds * 240)); ++k) {
            response.step(all, relaxation);
        }
    }

    [[nodiscard]] float above_rest() const { return response.tone()[muscle] - response.resting_tone(); }
};

/// A minute of light work, so that the muscle is warm.
void warm(MuscleBench& bench) { bench.run({.pressed = true, .discomfort = 4}, 61); }

} // namespace

TEST_CASE("guarding rises in a quarter of a second by g a point over G and falls with 12 s") {
    MuscleBench bench;
    warm(bench);
    bench.run({.pressed = true, .discomfort = 9.5F}, 0.25F);
    CHECK(bench.above_rest() == doctest::Approx(0.10 * 2 * 0.632).epsilon(0.02));
    bench.run({.pressed = true, .discomfort = 9.5F}, 3);
    CHECK(bench.above_rest() == doctest::Approx(0.20).epsilon(0.01));
    bench.run({.pressed = true, .discomfort = 4}, 12);
    CHECK(bench.above_rest() == doctest::Approx(0.20 * 0.368).epsilon(0.02));
    bench.run({.pressed = true, .discomfort = 7.4F}, 60);
    CHECK(bench.above_rest() < 0.003F);
}

TEST_CASE("hands that move on the muscle damp its guarding, deep ones by 70 %, and only while they move") {
    MuscleBench still;
    MuscleBench moving;
    warm(still);
    warm(moving);
    const MuscleWork hold{.pressed = true, .discomfort = 9.5F, .mean_pressure_pa = 2.5e3F};
    MuscleWork stroke = hold;
    stroke.speed_m_s = 0.1F;
    MuscleWork light = stroke;
    light.discomfort = 4;
    moving.run(light, 4); // the reflex is damped before the hurt begins
    still.run(hold, 4);
    moving.run(stroke, 4);
    CHECK(moving.above_rest() == doctest::Approx(0.3 * still.above_rest()).epsilon(0.02));
    moving.run(hold, 4);
    CHECK(moving.above_rest() == doctest::Approx(still.above_rest()).epsilon(0.02));
}

TEST_CASE("deep work on a muscle that is not warm raises its tone by a quarter, once, for a minute") {
    MuscleBench bench;
    bench.run({.pressed = true, .of_pressure = 6}, 0.1F);
    CHECK(bench.above_rest() == doctest::Approx(0.25).epsilon(0.01));
    bench.run({.pressed = true, .of_pressure = 6}, 60);
    CHECK(bench.above_rest() == doctest::Approx(0.25 * 0.368).epsilon(0.02));
    MuscleBench half_warm;
    half_warm.run({.pressed = true, .of_pressure = 4}, 30);
    half_warm.run({.pressed = true, .of_pressure = 6}, 0.1F);
    CHECK(half_warm.above_rest() == doctest::Approx(0.125).epsilon(0.01));
    MuscleBench warmed;
    warm(warmed);
    warmed.run({.pressed = true, .of_pressure = 6}, 1);
    CHECK(warmed.above_rest() == 0);
}

TEST_CASE("a stroke faster than v* startles, and startles sooner the next time") {
    MuscleBench bench;
    warm(bench);
    const MuscleWork fast{.pressed = true, .discomfort = 3, .mean_pressure_pa = 100, .speed_m_s = 0.9F};
    bench.run({.pressed = true, .discomfort = 3, .speed_m_s = 0.55F}, 1);
    CHECK(bench.above_rest() == 0);
    bench.run(fast, 1 / 240.0F);
    CHECK(bench.above_rest() == doctest::Approx(0.6 * 0.5).epsilon(0.02));
    CHECK(bench.response.speed_limit_m_s() == doctest::Approx(0.54).epsilon(0.01));
    bench.run(fast, 0.5F); // refractory
    CHECK(bench.response.speed_limit_m_s() == doctest::Approx(0.54).epsilon(0.01));
    bench.run({}, 400);
    CHECK(bench.response.speed_limit_m_s() == doctest::Approx(0.60).epsilon(0.01));
    CHECK(bench.above_rest() < 1e-3F);
}

TEST_CASE("one fast stroke over many muscles is one event, and v* falls to half at most") {
    MuscleResponse response{client::Response{}};
    std::array<MuscleWork, anatomy::muscle_count> all{};
    all.fill({.pressed = true, .discomfort = 3, .speed_m_s = 1.5F});
    response.step(all, 0);
    CHECK(response.speed_limit_m_s() == doctest::Approx(0.54).epsilon(0.001));
    for (int k = 0; k < 30 * 240; ++k) {
        response.step(all, 0);
    }
    CHECK(response.speed_limit_m_s() >= 0.30F);
    CHECK(response.speed_limit_m_s() < 0.32F);
}

TEST_CASE("resting tone drifts to 0.4 of itself at the pace of relaxation") {
    MuscleBench bench;
    bench.run({}, 300, 1);
    CHECK(bench.response.resting_tone() == doctest::Approx(0.04 + 0.06 * 0.368).epsilon(0.01));
    bench.run({}, 300, 0);
    CHECK(bench.response.resting_tone() == doctest::Approx(0.04 + 0.06 * 0.368).epsilon(0.01));
}

TEST_CASE("good work raises the pain threshold by up to 15 % with 300 s") {
    MuscleBench bench;
    bench.run({.pressed = true, .discomfort = 5}, 300);
    CHECK(bench.response.threshold_factor(muscle) == doctest::Approx(1 + 0.15 * 0.632).epsilon(0.002));
    CHECK(bench.response.threshold_factor(muscle + 1) == 1);
    bench.run({.pressed = true, .discomfort = 8}, 300);
    CHECK(bench.response.threshold_factor(muscle) ==
          doctest::Approx(1 + 0.15 * 0.632 * 0.368).epsilon(0.002));
}

TEST_CASE("a muscle is warm after a minute of work") {
    MuscleBench bench;
    CHECK(bench.response.unwarmed(muscle) == 1);
    bench.run({.pressed = true}, 45);
    CHECK(bench.response.unwarmed(muscle) == 1);
    bench.run({.pressed = true}, 16);
    CHECK(bench.response.unwarmed(muscle) == 0);
    CHECK(bench.response.unwarmed(muscle + 1) == 1);
}

TEST_CASE("a stretch through pain makes its muscle guard, one short of pain does not") {
    MuscleBench gentle;
    gentle.run({.stretched = true, .stretch_discomfort = 5}, 10);
    CHECK(gentle.above_rest() == 0);
    MuscleBench forced;
    forced.run({.stretched = true, .stretch_discomfort = 9}, 3);
    CHECK(forced.above_rest() == doctest::Approx(0.10 * 1.5).epsilon(0.02));
}

TEST_CASE("a joint led faster than w* catches, and slower it does not") {
    client::Response spastic;
    spastic.joint_speed_limit_deg_s = 15; // facts 5.4, cerebral palsy
    constexpr float degree = 0.01745F;
    const auto tone_after = [&](float speed_deg_s) {
        MuscleBench bench{MuscleResponse(spastic)};
        bench.run({.stretched = true, .joint_speed_rad_s = speed_deg_s * degree}, 0.1F);
        return bench.above_rest();
    };
    CHECK(tone_after(10) == 0);
    CHECK(tone_after(30) > 0.4F);
}
