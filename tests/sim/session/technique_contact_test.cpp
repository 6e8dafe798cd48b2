/// What the tissue makes of techniques: displacement of skin against that of the hand, never an animation.

#include "sim/hands/hand_pose.hpp"
#include "sim/math/transcendental.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/skin_patch.hpp"
#include "sim/tissue/tissue.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tactus;

namespace {

constexpr float step_s = 1.0F / 240;
constexpr auto full_turn = static_cast<float>(2 * math::pi);
constexpr Vec2 spot{0.2F, 0.75F};
constexpr std::size_t field_points =
    static_cast<std::size_t>(tissue::SkinField::columns) * tissue::SkinField::rows;

const anatomy::Anatomy& body() {
    static const anatomy::Anatomy made = anatomy::make_anatomy({}, {});
    return made;
}

class Back {
public:
    const contact::ContactReport& step(const hands::HandInput& right,
                                       const std::optional<hands::HandInput>& left = {}) {
        std::array<std::optional<contact::PosedTool>, contact::side_count> tools;
        tools[1] = hands::pose_tool(body(), right, contact::Side::right);
        if (left) {
            tools[0] = hands::pose_tool(body(), *left, contact::Side::left);
        }
        tissue_.step(tools, {}, {});
        return tissue_.reports()[1];
    }

    /// Of the skin point that rests at a place.
    Vec3 displacement_m(Vec2 at = spot) {
        std::vector<Vec3> field(field_points);
        tissue_.write_skin(field, {});
        const anatomy::GridPlace place = anatomy::locate(body().skin, at.x, at.y);
        const auto column = static_cast<std::size_t>(std::lround(place.column * 0.5F));
        const auto row = static_cast<std::size_t>(std::lround(place.row * 0.5F));
        return field[row * tissue::SkinField::columns + column];
    }

    /// Of the skin point that has sunk furthest.
    float depth_m() {
        std::vector<Vec3> field(field_points);
        tissue_.write_skin(field, {});
        return -std::ranges::min_element(field, {}, [](const Vec3& d) { return d.y; })->y;
    }

private:
    parallel::ThreadPool pool_{1};
    tissue::Tissue tissue_{body(), tissue::Setting::standard, pool_};
};

/// Way of the skin to and fro, and of the hand over it, in two cycles of friction across the fibres.
struct Friction {
    float skin_m;
    float slip_m; ///< to and fro: a half cycle's
};

Friction cross_fibre(float oil) {
    constexpr float swing_m = 0.010F;
    constexpr float rate_hz = 2;
    constexpr int press_steps = 100;
    constexpr int steps = 240;
    Back back;
    float low = 1;
    float high = -1;
    float slip = 0;
    for (int k = 0; k < press_steps + steps; ++k) {
        const float t = static_cast<float>(std::max(0, k - press_steps)) * step_s;
        const float across_m = swing_m * math::sin(2 * static_cast<float>(math::pi) * rate_hz * t);
        const hands::HandInput input{.tool = contact::ToolKind::thumb,
                                     .u = spot.x + across_m / body().skin.half_biacromial_m,
                                     .v = spot.y,
                                     .force_n = 36 * std::min(1.0F, static_cast<float>(k) / 80),
                                     .oil = oil};
        const contact::ContactReport& report = back.step(input);
        if (k >= press_steps + steps / 2) { // the second cycle: the first seats the pad
            slip += report.slip_m_s * step_s;
            const float x = back.displacement_m().x;
            low = std::min(low, x);
            high = std::max(high, x);
        }
    }
    return {high - low, slip / 2};
}

} // namespace

TEST_CASE("dry friction across the fibres moves the skin with the finger; oiled, it slips") {
    const Friction dry = cross_fibre(0);
    CHECK(dry.skin_m > 0.008F);
    CHECK(dry.slip_m < 0.002F);
    const Friction oiled = cross_fibre(1);
    CHECK(oiled.slip_m > 0.002F);
    CHECK(oiled.slip_m > 5 * dry.slip_m);
    CHECK(oiled.skin_m < 0.95F * dry.skin_m);
}

namespace {

/// Way of a dry thumb over the skin in one turn of a circle beside the spine, and breadth of the skin's own.
Friction circle(float breadth_m) {
    constexpr Vec2 middle{0.14F, 0.6F};
    constexpr float rate_hz = 1.4F; // facts 1.1: 1-2 Hz, 10-30 N
    constexpr int press_steps = 100;
    constexpr int turn_steps = 171;
    Back back;
    float slip = 0;
    float low = 1;
    float high = -1;
    for (int k = 0; k < press_steps + 2 * turn_steps; ++k) {
        const float turn = full_turn * rate_hz * static_cast<float>(std::max(0, k - press_steps)) * step_s;
        const float across_m = 0.5F * breadth_m * math::sin(turn);
        const float along_m = 0.5F * breadth_m * (math::cos(turn) - 1);
        const contact::ContactReport& report =
            back.step({.tool = contact::ToolKind::thumb,
                       .u = middle.x + across_m / body().skin.half_biacromial_m,
                       .v = middle.y + along_m / body().skin.spine_length_m,
                       .force_n = 18 * std::min(1.0F, static_cast<float>(k) / 80)});
        if (k >= press_steps + turn_steps) {
            slip += report.slip_m_s * step_s;
            const float x = back.displacement_m(middle).x;
            low = std::min(low, x);
            high = std::max(high, x);
        }
    }
    return {high - low, slip};
}

} // namespace

TEST_CASE(
    "in circles of a centimetre the skin goes with a dry thumb; in wide ones it is at its end and slips") {
    const Friction small = circle(0.012F);
    CHECK(small.skin_m > 0.009F);
    CHECK(small.slip_m < 0.003F); // facts 10, D06
    CHECK(circle(0.03F).slip_m > 0.015F);
}

TEST_CASE("a blow dents the skin for a moment and damps out") {
    Back back;
    float deepest = 0;
    float after = 1;
    float impulse = 0;
    for (int k = 0; k < 60; ++k) {
        const float t = static_cast<float>(k) * step_s;
        const float blow = t < 0.05F ? math::sin(static_cast<float>(math::pi) * t / 0.05F) : 0.0F;
        const hands::HandInput input{
            .tool = contact::ToolKind::ulnar_border, .u = spot.x, .v = spot.y, .force_n = 5 * blow};
        impulse += back.step(input).force_n * step_s;
        const float depth = back.depth_m();
        deepest = std::max(deepest, depth);
        after = k >= 40 ? std::min(after, depth) : after;
    }
    CHECK(impulse < 0.25F); // N s: 5 N for a twentieth of a second
    CHECK(deepest > 0.0008F);
    CHECK(after < 0.25F * deepest);
}

namespace {

/// How far a slow thumb drags the skin toward the head, before it and behind it.
struct Drag {
    float ahead_m;
    float behind_m;
};

Drag stripping(float oil) {
    constexpr float speed_m_s = 0.018F; // facts 1.1: 0.5-3 cm/s, 25-90 N
    constexpr float force_n = 30;
    constexpr float aside_m = 0.025F; // past the dent
    constexpr int press_steps = 80;
    constexpr int steps = press_steps + 400;
    Back back;
    float v = spot.y;
    for (int k = 0; k < steps; ++k) {
        v -= k < press_steps ? 0.0F : speed_m_s * step_s / body().skin.spine_length_m;
        back.step({.tool = contact::ToolKind::thumb,
                   .u = spot.x,
                   .v = v,
                   .force_n = force_n * std::min(1.0F, static_cast<float>(k) / press_steps),
                   .oil = oil});
    }
    const float aside_v = aside_m / body().skin.spine_length_m;
    return {-back.displacement_m({spot.x, v - aside_v}).z, -back.displacement_m({spot.x, v + aside_v}).z};
}

} // namespace

TEST_CASE("stripping drags the tissue along the fibres, before the thumb and behind it; oil lets go of it") {
    const Drag dry = stripping(0);
    CHECK(dry.ahead_m > 0.001F);
    CHECK(dry.behind_m > 0.001F);
    const Drag oiled = stripping(1);
    CHECK(oiled.ahead_m < 0.7F * dry.ahead_m);
    CHECK(oiled.behind_m < 0.7F * dry.behind_m);
}

TEST_CASE("vibration arrives in the tissue at its rate, with a measured part of its amplitude") {
    for (const float rate_hz : {4.5F, 9.0F}) { // facts 1.1: coarse 2-5 Hz, fine 8-12 Hz
        CAPTURE(rate_hz);
        constexpr float swing_m = 0.003F;
        constexpr int settle_steps = 160;
        constexpr int steps = settle_steps + 320; // whole periods of both
        Back back;
        std::array<float, 2> wave{};  // of the skin at the rate: sine and cosine
        std::array<float, 2> twice{}; // and at twice the rate
        for (int k = 0; k < steps; ++k) {
            const float turn = full_turn * rate_hz * static_cast<float>(k) * step_s;
            back.step({.tool = contact::ToolKind::fingertips,
                       .u = spot.x + swing_m * math::sin(turn) / body().skin.half_biacromial_m,
                       .v = spot.y,
                       .force_n = 8 * std::min(1.0F, static_cast<float>(k) / 60)});
            if (k >= settle_steps) {
                const float x = back.displacement_m().x * 2 / (steps - settle_steps);
                wave[0] += x * math::sin(turn);
                wave[1] += x * math::cos(turn);
                twice[0] += x * math::sin(2 * turn);
                twice[1] += x * math::cos(2 * turn);
            }
        }
        const float amplitude = std::hypot(wave[0], wave[1]);
        CHECK(amplitude > 0.4F * swing_m);
        CHECK(amplitude < swing_m);
        CHECK(std::hypot(twice[0], twice[1]) < 0.1F * amplitude);
    }
}

TEST_CASE("wringing shears the skin between two hands that go against one another") {
    constexpr float swing_m = 0.045F;
    constexpr float rate_hz = 0.7F; // facts 1.1: 0.5-1 cycles/s, 15-40 N
    const Vec2 other{spot.x, spot.y - 0.12F / body().skin.spine_length_m};
    Back back;
    float widest = 0;  // difference of the skin's motion under both hands
    float product = 0; // negative: against one another
    for (int k = 0; k < 360; ++k) {
        const float t = static_cast<float>(k) * step_s;
        const float aside = swing_m * math::sin(full_turn * rate_hz * t) / body().skin.half_biacromial_m;
        const float force_n = 22 * std::min(1.0F, t / 0.3F);
        const auto palm = [&](Vec2 at, float swing) {
            return hands::HandInput{.tool = contact::ToolKind::palm,
                                    .u = at.x + swing,
                                    .v = at.y,
                                    .force_n = force_n,
                                    .oil = 0.6F};
        };
        back.step(palm(spot, aside), palm(other, -aside));
        const float here = back.displacement_m(spot).x;
        const float there = back.displacement_m(other).x;
        widest = std::max(widest, std::fabs(here - there));
        product += here * there;
    }
    CHECK(widest > 0.003F);
    CHECK(product < 0);
}
