#include "sim/math/transcendental.hpp"
#include "sim/physiology/pain.hpp"
#include "sim/physiology/physiology_data.hpp"
#include "tests/sim/physiology/press.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace tactus;
using namespace tactus::physiology;
using anatomy::Muscle;
using contact::ToolKind;
using tests::Bench;
using tests::Press;

namespace {

/// Discomfort of a force by the formula with the reference areas of facts 5.7.
float discomfort(float force_n, float area_cm2, float peak, float threshold_pa) {
    const float area_m2 = area_cm2 * 1e-4F;
    return discomfort_of(peak * force_n / area_m2, threshold_under_area_pa(threshold_pa, area_m2));
}

} // namespace

TEST_CASE("forces that give discomfort 5, 6.5, 7 and 8 are those of the table in facts 5.7") {
    struct Row {
        float threshold_pa;
        std::array<float, 4> thumb;
        std::array<float, 4> palm;
    };

    const std::array rows = std::to_array<Row>({{423e3F, {16, 37, 50, 79}, {44, 104, 138, 219}},
                                                {423e3F * .45F, {7, 17, 22, 35}, {20, 47, 62, 99}},
                                                {600e3F, {22, 53, 70, 111}, {62, 147, 196, 311}},
                                                {600e3F * .45F, {10, 24, 32, 50}, {28, 66, 88, 140}},
                                                {621e3F, {23, 55, 73, 115}, {64, 152, 203, 322}}});
    constexpr std::array levels{5.0F, 6.5F, 7.0F, 8.0F};
    for (const Row& row : rows) {
        for (std::size_t k = 0; k < levels.size(); ++k) {
            CAPTURE(row.threshold_pa);
            // The table is in whole newtons: half a newton of 7 N is 0.12 points.
            CHECK(discomfort(row.thumb[k], 3.5F, 1.5F, row.threshold_pa) ==
                  doctest::Approx(levels[k]).epsilon(0.03));
            CHECK(discomfort(row.palm[k], 65, 2.0F, row.threshold_pa) ==
                  doctest::Approx(levels[k]).epsilon(0.03));
        }
    }
}

TEST_CASE("a palm on a healthy trapezius climbs the Walton ladder") {
    constexpr std::array forces{5.0F, 14.0F, 30.0F, 65.0F, 130.0F};
    constexpr std::array felt{1.2F, 3.0F, 4.3F, 5.7F, 6.9F};
    for (std::size_t k = 0; k < forces.size(); ++k) {
        CHECK(discomfort(forces[k], 65, 2.0F, ppt_upper_trapezius_pa.f()) ==
              doctest::Approx(felt[k]).epsilon(0.02));
    }
}

TEST_CASE("discomfort stays within 0.5 and 10 and rises with pressure") {
    CHECK(discomfort_of(0, 1e5F) == 0.5F);
    CHECK(discomfort_of(1e9F, 1e5F) == 10);
    CHECK(discomfort_of(1e5F, 1e5F) == doctest::Approx(7));
    float before = 0;
    for (float p = 1e3F; p < 1e6F; p *= 1.1F) {
        const float now = discomfort_of(p, 1e5F);
        CHECK(now >= before);
        before = now;
    }
}

TEST_CASE("every muscle of the back has a threshold between 300 and 700 kPa") {
    for (int m = 0; m < anatomy::muscle_count; ++m) {
        const float threshold = muscle_threshold_pa(static_cast<Muscle>(m));
        CHECK(threshold >= 300e3F);
        CHECK(threshold <= 700e3F);
    }
    CHECK(muscle_threshold_pa(Muscle::infraspinatus) == ppt_infraspinatus_pa.f());
}

TEST_CASE("a steady hold numbs: by one point on plain tissue, by 3.4 on an active node, with 22 s") {
    for (const float node : {0.0F, 1.0F}) {
        HandPain pain;
        HandLoad load{
            .touching = true, .force_n = 30, .mean_pressure_pa = 85e3F, .p95_pa = 128e3F, .area_m2 = 3.5e-4F};
        const HandPain::Place place{.threshold_pa = 423e3F, .node = node};
        const auto run = [&](float seconds) {
            for (int k = 0; k < static_cast<int>(seconds * 240); ++k) {
                pain.step(load, place);
            }
        };
        run(10);
        CHECK(pain.steady());
        const float most = node > 0 ? relief_node.f() : relief_plain.f();
        run(200);
        CHECK(pain.of_pressure() - pain.discomfort() == doctest::Approx(most).epsilon(0.02));
        // From a fresh hold: 1 - e^-1 of it after 22 s of steadiness.
        HandPain fresh;
        int steady_steps = 0;
        while (steady_steps < 22 * 240) {
            fresh.step(load, place);
            steady_steps += fresh.steady() ? 1 : 0;
        }
        CHECK(fresh.of_pressure() - fresh.discomfort() == doctest::Approx(0.632 * most).epsilon(0.05));
    }
}

TEST_CASE("a rocking hold does not numb") {
    HandPain pain;
    HandLoad load{.touching = true, .area_m2 = 3.5e-4F};
    for (int k = 0; k < 60 * 240; ++k) {
        load.force_n = 30 + 12 * math::sin(static_cast<float>(k) / 240.0F * 4);
        load.p95_pa = 1.5F * load.force_n / load.area_m2;
        pain.step(load, {.threshold_pa = 423e3F, .node = 1});
    }
    CHECK(pain.of_pressure() - pain.discomfort() < 0.7F);
}

TEST_CASE("sudden loading and unwarmed tissue cost half a point each") {
    HandLoad load{.touching = true, .force_n = 10, .area_m2 = 3.5e-4F};
    HandPain slow;
    HandPain sudden;
    HandPain cold;
    for (int k = 0; k <= 240; ++k) {
        load.p95_pa = 20e3F + 40e3F * static_cast<float>(k) / 240;
        slow.step(load, {.threshold_pa = 423e3F});
        cold.step(load, {.threshold_pa = 423e3F, .unwarmed = 1});
        HandLoad jab = load;
        jab.p95_pa = k < 120 ? 10e3F : 10e3F + 100e3F * static_cast<float>(k - 120) / 240;
        jab.p95_pa = k == 240 ? load.p95_pa : jab.p95_pa;
        sudden.step(jab, {.threshold_pa = 423e3F});
    }
    CHECK(cold.discomfort() - slow.discomfort() == doctest::Approx(0.5).epsilon(0.02));
    CHECK(slow.loading_pa_s() == doctest::Approx(40e3).epsilon(0.01));
    CHECK(sudden.loading_pa_s() > fast_loading_pa_s.f());
}

TEST_CASE("women feel the same pressure at 0.72 of the threshold, a sensitive client at his factor") {
    client::Client woman = tests::healthy();
    woman.body.sex = anatomy::Sex::female;
    client::Client tender = tests::healthy();
    tender.response.ppt_factor = 0.49F;
    Bench man_bench(tests::healthy());
    Bench woman_bench(woman);
    Bench tender_bench(tender);
    const Press how{.u = 0.2F, .v = 0.9F, .force_n = 40};
    for (Bench* bench : {&man_bench, &woman_bench, &tender_bench}) {
        bench->press(how, 0.8F);
    }
    const float man = man_bench.physiology.state().discomfort;
    CHECK(woman_bench.physiology.state().discomfort - man ==
          doctest::Approx(-4 * math::log10(0.72)).epsilon(0.02));
    CHECK(tender_bench.physiology.state().discomfort - man ==
          doctest::Approx(-4 * math::log10(0.49)).epsilon(0.02));
}

TEST_CASE("an active node hurts at 0.45 of the threshold, and only near it") {
    Bench bench(tests::with_knot());
    const anatomy::TriggerPoint& point = bench.body().trigger_points[0];
    const auto felt = [&](float du_m) {
        Bench fresh(tests::with_knot());
        fresh.press({.tool = ToolKind::thumb,
                     .u = point.u - du_m / bench.body().skin.half_biacromial_m,
                     .v = point.v,
                     .force_n = 10},
                    0.8F);
        return fresh.physiology.state().discomfort;
    };
    CHECK(felt(0) - felt(0.030F) > 1.0F);
    CHECK(felt(0) - felt(0.006F) < 0.05F);
}
