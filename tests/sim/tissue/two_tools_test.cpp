#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/tissue.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include <array>
#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::tissue;

namespace {

constexpr float pair_u = 0.15F;
constexpr float pair_v = 0.9F;

struct Outcome {
    std::array<contact::ContactReport, contact::side_count> reports;
    double on_field_n = 0; ///< what the map of pressure carries
};

double load_of(const contact::ContactReport& report) {
    double sum = 0;
    for (const contact::LoadedPoint& p : report.points) {
        sum += static_cast<double>(p.pressure_pa * p.area_m2);
    }
    return sum;
}

/// Ramps both tools to their commands within half a second and holds them as long.
Outcome press_pair(const test::Tools& wanted) {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), Setting::fine, pool);
    for (int step = 1; step <= 200; ++step) {
        test::Tools tools = wanted;
        for (auto& tool : tools) {
            if (tool) {
                tool->commanded_force_n *= std::min(1.0F, static_cast<float>(step) / 120);
            }
        }
        tissue.step(tools, {}, {});
    }
    Outcome out{tissue.reports()};
    std::vector<float> pressure(std::size_t{SkinField::columns} * SkinField::rows);
    tissue.write_skin({}, pressure);
    const SkinField field(test::client());
    for (std::size_t k = 0; k < pressure.size(); ++k) {
        out.on_field_n += static_cast<double>(pressure[k] * field.area_m2[k]);
    }
    return out;
}

} // namespace

TEST_CASE("a thumb on a thumb presses as one thumb with the sum of the forces") {
    const contact::PosedTool half = test::laid_thumb(test::client(), pair_u, pair_v, 10);
    contact::PosedTool whole = half;
    whole.commanded_force_n = 20;
    const Outcome two = press_pair({half, half});
    const Outcome one = press_pair({std::nullopt, whole});
    const contact::ContactReport& a = two.reports[0];
    const contact::ContactReport& b = two.reports[1];
    const contact::ContactReport& alone = one.reports[1];
    CHECK(a.force_n == doctest::Approx(10).epsilon(0.01));
    CHECK(b.force_n == doctest::Approx(10).epsilon(0.01));
    // The skin that bears them is that under one thumb, and is counted once.
    CHECK(a.area_m2 + b.area_m2 == doctest::Approx(alone.area_m2).epsilon(0.06));
    CHECK(a.p95_pa == doctest::Approx(alone.p95_pa).epsilon(0.06));
    CHECK(b.mean_pressure_pa == doctest::Approx(alone.mean_pressure_pa).epsilon(0.06));
    CHECK(a.depth_m == doctest::Approx(alone.depth_m).epsilon(0.05));
    CHECK(load_of(a) + load_of(b) == doctest::Approx(two.on_field_n).epsilon(1e-4));
    CHECK(load_of(alone) == doctest::Approx(one.on_field_n).epsilon(1e-4));
}

TEST_CASE("thumb and palm that overlap share coarse and fine points without losing a newton") {
    const Outcome both = press_pair({test::laid_palm(test::client(), pair_u, pair_v, 25),
                                     test::laid_thumb(test::client(), pair_u + 0.1F, pair_v, 12)});
    for (const contact::ContactReport& r : both.reports) {
        CHECK(r.touching);
        CHECK(r.trust_error < 0.1F);
        CHECK(load_of(r) >= 0.999 * static_cast<double>(r.force_n));
    }
    CHECK(both.reports[0].force_n == doctest::Approx(25).epsilon(0.01));
    CHECK(both.reports[1].force_n == doctest::Approx(12).epsilon(0.01));
    CHECK(load_of(both.reports[0]) + load_of(both.reports[1]) ==
          doctest::Approx(both.on_field_n).epsilon(1e-4));
}

TEST_CASE("hands that do not overlap know nothing of one another's area") {
    const contact::PosedTool left = test::laid_thumb(test::client(), -0.2F, 0.5F, 10);
    const Outcome both = press_pair({left, test::laid_thumb(test::client(), 0.2F, 0.5F, 10)});
    const Outcome one = press_pair({left, std::nullopt});
    CHECK(both.reports[0].area_m2 == doctest::Approx(one.reports[0].area_m2).epsilon(0.02));
    CHECK(both.reports[0].p95_pa == doctest::Approx(one.reports[0].p95_pa).epsilon(0.05));
}
