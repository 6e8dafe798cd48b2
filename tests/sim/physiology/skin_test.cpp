#include "sim/physiology/physiology_data.hpp"
#include "sim/physiology/skin_maps.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;
using namespace tactus::physiology;

namespace {

constexpr std::size_t worked = 60 * 97 + 40;

struct SkinBench {
    explicit SkinBench(const client::Response& response = {})
        : skin(response), pressure_pa(std::size_t{97} * 129, 0.0F) {}

    /// Presses one point; heating_w_m2 = friction 0.5 * pressure * speed.
    void run(float pressure, float heating_w_m2, float seconds, float lubricant = 0) {
        pressure_pa[worked] = pressure;
        std::array<HandLoad, 2> hands{};
        hands[1] = {.touching = pressure > 0,
                    .force_n = 1,
                    .speed_m_s = pressure > 0 ? heating_w_m2 / (0.5F * pressure) : 0.0F,
                    .friction = 0.5F,
                    .lubricant = lubricant,
                    .field_place = Vec2(40, 60)};
        for (int k = 0; k < static_cast<int>(std::lround(seconds * 240)); ++k) {
            skin.step(pressure_pa, hands);
        }
    }

    [[nodiscard]] float redness() const { return skin.redness()[worked]; }

    SkinMaps skin;
    std::vector<float> pressure_pa;
};

} // namespace

TEST_CASE("friction reddens and warms the skin as the reference values of facts 6.2 say") {
    SkinBench bench;
    const auto minutes = [&](float m) { bench.run(1e3F, 3, m * 60); };
    minutes(1);
    CHECK(bench.redness() == doctest::Approx(0.11).epsilon(0.05));
    minutes(2);
    CHECK(bench.redness() == doctest::Approx(0.27).epsilon(0.03));
    minutes(2);
    CHECK(bench.redness() == doctest::Approx(0.37).epsilon(0.03));
    minutes(7);
    CHECK(bench.redness() == doctest::Approx(0.58).epsilon(0.02));
    CHECK(bench.skin.warmth_k()[worked] == doctest::Approx(0.85).epsilon(0.03));
    const auto rest = [&](float m) { bench.run(0, 0, m * 60); };
    rest(5);
    CHECK(bench.redness() == doctest::Approx(0.44).epsilon(0.03));
    rest(10);
    CHECK(bench.redness() == doctest::Approx(0.29).epsilon(0.03));
    rest(15);
    CHECK(bench.redness() == doctest::Approx(0.19).epsilon(0.04));
    rest(30);
    CHECK(bench.redness() == doctest::Approx(0.08).epsilon(0.08));
    CHECK(bench.skin.warmth_k()[worked] == doctest::Approx(0.50).epsilon(0.05));
}

TEST_CASE("ten passes of deep effleurage leave a redness of 0.41") {
    SkinBench bench;
    // 80 J/m2 a pass; quick, so that nothing decays meanwhile.
    bench.run(4e3F, 800, 1);
    CHECK(bench.redness() == doctest::Approx(0.41).epsilon(0.01));
}

TEST_CASE("skin blanches in 0.3 s under more than 4 kPa and refills with 1.2 s") {
    SkinBench bench;
    bench.run(3.9e3F, 0, 2);
    CHECK(bench.skin.blanching()[worked] == 0);
    bench.run(5e3F, 0, 0.3F);
    CHECK(bench.skin.blanching()[worked] == doctest::Approx(0.632).epsilon(0.01));
    bench.run(5e3F, 0, 3);
    CHECK(bench.skin.blanching()[worked] == doctest::Approx(1).epsilon(0.01));
    bench.run(0, 0, 1.2F);
    CHECK(bench.skin.blanching()[worked] == doctest::Approx(0.368).epsilon(0.05));
}

TEST_CASE("a hold is repaid in redness: 0.27 after a minute, gone in about two") {
    SkinBench bench;
    bench.run(50e3F, 0, 60);
    CHECK(bench.redness() < 0.001F);
    bench.run(0, 0, 0.1F);
    CHECK(bench.redness() == doctest::Approx(0.8 * (1 - std::exp(-60.0 / 149))).epsilon(0.01));
    CHECK(bench.redness() == doctest::Approx(0.27).epsilon(0.03));
    bench.run(0, 0, 120);
    CHECK(bench.redness() < 0.02F);
    SkinBench longer;
    longer.run(50e3F, 0, 180);
    longer.run(0, 0, 0.1F);
    CHECK(longer.redness() == doctest::Approx(0.8 * (1 - std::exp(-180.0 / 149))).epsilon(0.01));
}

TEST_CASE("pressing near the ischaemia pressure does not pile up redness") {
    SkinBench bench;
    for (int k = 0; k < 200; ++k) {
        bench.run(8.1e3F, 0, 0.1F);
        bench.run(7.9e3F, 0, 0.1F);
    }
    CHECK(bench.redness() < 0.8 * (1 - std::exp(-20.0 / 149)) + 0.01);
}

TEST_CASE("slow reddeners redden 0.4 as much, sensitive skin more and longer") {
    SkinBench plain;
    SkinBench slow({.slow_reddener = true});
    SkinBench sensitive({.redness_gain = 1.4F, .redness_decay = 1.5F});
    for (SkinBench* bench : {&plain, &slow, &sensitive}) {
        bench->run(1e3F, 3, 120);
    }
    CHECK(slow.redness() == doctest::Approx(0.4 * plain.redness()).epsilon(0.001));
    CHECK(sensitive.redness() > 1.3F * plain.redness());
    CHECK(slow.skin.warmth_k()[worked] == doctest::Approx(plain.skin.warmth_k()[worked]));
}

TEST_CASE("oil comes from the hand, a dry hand wipes it off, untouched skin stays dry") {
    SkinBench bench;
    bench.run(1e3F, 0, 1, 0.8F);
    CHECK(bench.skin.oil()[worked] == doctest::Approx(0.8).epsilon(0.01));
    CHECK(bench.skin.oil()[worked + 1] == 0);
    bench.run(1e3F, 50, 30, 0); // 0.1 m/s: 3 m of stroke
    CHECK(bench.skin.oil()[worked] == doctest::Approx(0.8 * 0.368 * std::exp(-31.0 / 600)).epsilon(0.03));
}

TEST_CASE("the sweep and the step under a hand come to the same") {
    // Touched for one step of each twelve or left alone: the decays in between must be exact.
    SkinBench steady;
    steady.run(1e3F, 3, 60);
    SkinBench late = steady;
    for (int k = 0; k < 7; ++k) { // another phase of the sweep
        late.run(0, 0, 1 / 240.0F);
        steady.run(0, 0, 1 / 240.0F);
    }
    steady.run(0, 0, 60);
    for (int k = 0; k < 60 * 240; ++k) {
        late.run(0, 0, 1 / 240.0F);
    }
    CHECK(late.redness() == steady.redness());
}

TEST_CASE("the mean redness counts worked skin only") {
    SkinBench bench;
    CHECK(bench.skin.mean_redness() == 0);
    bench.run(1e3F, 3, 60);
    CHECK(bench.skin.mean_redness() == doctest::Approx(bench.redness()).epsilon(0.02));
}
