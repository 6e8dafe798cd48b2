#include "sim/strokes/stroke_monitor.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::strokes;

namespace {

const anatomy::Anatomy& body() {
    static const anatomy::Anatomy made = anatomy::make_anatomy({}, {});
    return made;
}

/// Drives the monitor with a palm that moves along the spine, a step of 1/240 s at a time.
class Drive {
public:
    Drive()
        : monitor(body()), pressure_(static_cast<std::size_t>(anatomy::SkinGrid::field_columns) *
                                     anatomy::SkinGrid::field_rows) {}

    /// from, to: v at the start and end; force 0 hovers.
    void leg(double seconds, float from, float to, float force_n) {
        const auto steps = static_cast<int>(std::lround(seconds * 240));
        const anatomy::SkinGrid& skin = body().skin;
        for (int i = 0; i < steps; ++i) {
            const float v = from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
            const anatomy::SurfacePoint place = anatomy::surface(skin, anatomy::locate(skin, 0.235F, v));
            const anatomy::SurfacePoint next = anatomy::surface(
                skin, anatomy::locate(skin, 0.235F, v + (to - from) / static_cast<float>(steps)));
            contact::PosedTool tool;
            tool.centre = place.position;
            tool.velocity_m_s = (next.position - place.position) * 240.0F;
            contact::ContactReport report;
            report.touching = force_n > 0;
            report.force_n = force_n;
            report.u = 0.235F;
            report.v = v;
            if (force_n > 0) { // half the load on the spinous processes' band, half beside
                report.points.push_back({0.01F, v, {}, force_n / 2 / 0.001F, 0.001F, 0});
                report.points.push_back({0.235F, v, {}, force_n / 2 / 0.001F, 0.001F, 0});
            }
            pressure_.assign(pressure_.size(), force_n > 0 ? 1000.0F : 0.0F);
            monitor.step({.t_s = static_cast<double>(step_++) / 240,
                          .drill_step = 0,
                          .discomfort = 3,
                          .guarding = 0,
                          .skin_pressure_pa = pressure_},
                         {contact::ContactReport{}, report}, {std::nullopt, tool});
        }
    }

    StrokeMonitor monitor;

private:
    std::vector<float> pressure_;
    int step_ = 0;
};

} // namespace

TEST_CASE("the trace holds every second step with load by region and speed along the skin") {
    Drive drive;
    drive.leg(2, 0.9F, 0.5F, 20);
    const ContactTrace& trace = drive.monitor.trace();
    REQUIRE(trace.samples.size() == 240);
    const HandSample& hand = trace.samples[120].hands[1];
    CHECK(trace.samples[120].t_s == doctest::Approx(1));
    CHECK(hand.present);
    CHECK(!trace.samples[120].hands[0].present);
    CHECK(hand.force_n == 20);
    CHECK(hand.region_load_n[static_cast<std::size_t>(anatomy::Region::spn_band)] == doctest::Approx(10));
    CHECK(hand.region_load_n[static_cast<std::size_t>(anatomy::Region::kid)] == doctest::Approx(10));
    CHECK(hand.region_load_n[static_cast<std::size_t>(anatomy::Region::axi)] == 0);
    const double speed = 0.4 * body().skin.spine_length_m / 2;
    CHECK(hand.velocity_m_s.y == doctest::Approx(-speed).epsilon(0.1)); // cephalad
    CHECK(hand.velocity_m_s.x == doctest::Approx(0).epsilon(0.1 * speed));
    CHECK(hand.place_m.x == doctest::Approx(0.235 * body().skin.half_biacromial_m).epsilon(0.05));
}

TEST_CASE("dose is pressure times time") {
    Drive drive;
    drive.leg(3, 0.9F, 0.5F, 20);
    drive.leg(1, 0.5F, 0.5F, 0);
    for (const double dose : drive.monitor.trace().dose_pa_s) {
        REQUIRE(dose == doctest::Approx(3000).epsilon(0.001));
    }
}

TEST_CASE("strokes, their period and contact breaks are counted as they happen") {
    Drive drive;
    for (int k = 0; k < 3; ++k) {
        drive.leg(3, 1.0F, 0.2F, 20);
        drive.leg(2, 0.2F, 1.0F, 4);
    }
    CHECK(drive.monitor.live().strokes == 5); // the sixth is still under way
    CHECK(drive.monitor.live().stroke_period_s == doctest::Approx(5).epsilon(0.02));
    CHECK(drive.monitor.live().contact_breaks == 0);
    CHECK(drive.monitor.live().speed_m_s ==
          doctest::Approx(0.8 * body().skin.spine_length_m / 2).epsilon(0.1));
    drive.leg(0.5, 1.0F, 1.0F, 0);
    drive.leg(0.5, 1.0F, 0.9F, 20);
    CHECK(drive.monitor.live().contact_breaks == 1);
    CHECK(drive.monitor.live().strokes == 6);
}

TEST_CASE("flow is high for calm strokes, lower for hurried ones, nothing for a hovering hand") {
    const auto flow_of = [](double up_s, float force_n) {
        Drive drive;
        for (int k = 0; k < 3; ++k) {
            drive.leg(up_s, 1.0F, 0.2F, force_n);
            drive.leg(up_s, 0.2F, 1.0F, force_n);
        }
        return drive.monitor.live().flow;
    };
    CHECK(flow_of(3, 20) > 0.9F);
    CHECK(flow_of(0.8, 20) < 0.6F);
    CHECK(flow_of(3, 0) == 0);
}
