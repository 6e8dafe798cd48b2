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
constexpr Vec2 spot{0.2F, 0.75F};
constexpr std::size_t field_points =
    static_cast<std::size_t>(tissue::SkinField::columns) * tissue::SkinField::rows;

const anatomy::Anatomy& body() {
    static const anatomy::Anatomy made = anatomy::make_anatomy({}, {});
    return made;
}

class Back {
public:
    const contact::ContactReport& step(const hands::HandInput& input) {
        std::array<std::optional<contact::PosedTool>, contact::side_count> tools;
        tools[1] = hands::pose_tool(body(), input, contact::Side::right);
        tissue_.step(tools, {}, {});
        return tissue_.reports()[1];
    }

    /// Of the skin point at rest under the spot.
    Vec3 displacement_m() {
        std::vector<Vec3> field(field_points);
        tissue_.write_skin(field, {});
        const anatomy::GridPlace place = anatomy::locate(body().skin, spot.x, spot.y);
        const auto column = static_cast<std::size_t>(place.column * 0.5F + 0.5F);
        const auto row = static_cast<std::size_t>(place.row * 0.5F + 0.5F);
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
    constexpr float swing_m = 0.006F;
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
                                     .force_n = 40 * std::min(1.0F, static_cast<float>(k) / 80),
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
    CHECK(oiled.slip_m > 0.004F);
    CHECK(oiled.skin_m < 0.6F * dry.skin_m);
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
