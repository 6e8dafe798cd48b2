/// Cross-fibre friction numbs by two points (facts 5.7), and nothing else that moves does.

#include "sim/anatomy/muscles.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/physiology/physiology_data.hpp"
#include "tests/sim/physiology/press.hpp"

#include <doctest/doctest.h>

#include <numbers>

using namespace tactus;
using contact::ToolKind;

namespace {

/// A tool to and fro at one place: half the sweep, how often, at which angle to the spine's square, how much
/// of the way it slides.
struct Friction {
    ToolKind tool = ToolKind::thumb;
    float swing_m = 0.006F;
    float rate_hz = 2.5F;
    float angle_rad = 0; ///< 0 = across the spine
    float slip_share = 0.1F;
    float force_n = 12;
};

/// Discomfort under it at one place of the right loin, of tissue that is warm: at first and after so many
/// seconds.
struct Felt {
    float begin = 0;
    float end = 0;
};

Felt felt_under(const Friction& friction, float seconds) {
    const client::Client who = tests::healthy();
    const anatomy::Anatomy& body = tests::body_of(who);
    physiology::Physiology physiology(body, who, 1);
    const std::vector<float> pressure_pa(std::size_t{97} * 129, 0.0F);
    const tests::Press press{.tool = friction.tool, .u = 0.22F, .v = 0.98F, .force_n = friction.force_n};
    contact::ContactReport report = tests::report_of(press);
    report.slip_m_s = 0;
    contact::PosedTool tool;
    tool.kind = friction.tool;
    const anatomy::SurfacePoint skin =
        anatomy::surface(body.skin, anatomy::locate(body.skin, press.u, press.v));
    const Vec3 way = skin.across * math::cos(friction.angle_rad) + skin.along * math::sin(friction.angle_rad);
    Felt felt;
    constexpr float warm_s = 70;
    const float turn = 2 * std::numbers::pi_v<float> * friction.rate_hz;
    for (int k = 0; k < static_cast<int>(std::lround((warm_s + seconds) * 240)); ++k) {
        const float t = static_cast<float>(k) / 240;
        // A rocking press warms and is no hold.
        const bool rubs = t > warm_s;
        const float speed = rubs ? friction.swing_m * turn * math::cos(turn * t) : 0.0F;
        report.force_n = rubs ? press.force_n : press.force_n * (1 + 0.4F * math::sin(4 * t));
        tool.velocity_m_s = way * speed;
        report.speed_m_s = rubs ? std::fabs(speed) : 0.05F;
        report.slip_m_s = friction.slip_share * std::fabs(speed);
        physiology.step({contact::ContactReport{}, report}, {std::nullopt, tool}, pressure_pa, {});
        if (k == static_cast<int>(std::lround(warm_s * 240))) {
            felt.begin = physiology.state().discomfort;
        }
    }
    felt.end = physiology.state().discomfort;
    return felt;
}

float relief(const Friction& friction, float seconds) {
    const Felt felt = felt_under(friction, seconds);
    return felt.begin - felt.end;
}

} // namespace

TEST_CASE("friction across the fibres takes two points off, 63 % of them in 22 s") {
    // The first four turns tell that it is friction: 0.8 s.
    CHECK(relief({}, 22.8F) == doctest::Approx(0.632 * physiology::relief_friction.value).epsilon(0.06));
    CHECK(relief({}, 120) == doctest::Approx(physiology::relief_friction.value).epsilon(0.06));
    CHECK(relief({.rate_hz = 2}, 120) == doctest::Approx(physiology::relief_friction.value).epsilon(0.06));
    CHECK(relief({.rate_hz = 3}, 120) == doctest::Approx(physiology::relief_friction.value).epsilon(0.06));
}

TEST_CASE(
    "along the fibres, over the skin, too slowly, too fast or with a palm it takes next to nothing off") {
    const Vec2 fibre = anatomy::muscle_at(0.22F, 0.98F).fibre;
    const float along = math::atan2(fibre.y, fibre.x);
    for (const Friction& friction :
         {Friction{.angle_rad = along}, Friction{.slip_share = 0.8F}, Friction{.rate_hz = 0.8F},
          Friction{.rate_hz = 6}, Friction{.tool = ToolKind::palm}}) {
        CAPTURE(friction.rate_hz);
        CAPTURE(friction.angle_rad);
        CHECK(relief(friction, 40) < 0.25F); // what is left at the turns, where a hand is at rest
    }
}

TEST_CASE("a hand that trembles by a millimetre holds, and eases as a hold does") {
    CHECK(relief({.swing_m = 0.001F}, 120) == doctest::Approx(physiology::relief_plain.value).epsilon(0.06));
}
