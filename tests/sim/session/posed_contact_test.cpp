#include "sim/hands/hand_pose.hpp"
#include "sim/parallel/thread_pool.hpp"
#include "sim/session/hand_oil.hpp"
#include "sim/tissue/skin_patch.hpp"
#include "sim/tissue/tissue.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace tactus;

namespace {

constexpr Vec2 erector{0.15F, 0.9F};
constexpr Vec2 levator{0.33F, 0.07F};
constexpr std::size_t posed_points =
    static_cast<std::size_t>(tissue::SkinField::columns) * tissue::SkinField::rows;

const anatomy::Anatomy& posed_body() {
    static const anatomy::Anatomy made = anatomy::make_anatomy({}, {});
    return made;
}

hands::HandInput hand(contact::ToolKind tool, Vec2 at, float force_n) {
    return {.tool = tool, .u = at.x, .v = at.y, .force_n = force_n};
}

/// A posed hand, loaded within half a second, held as long, then stroked toward the head.
struct Press {
    parallel::ThreadPool pool{1};
    tissue::Tissue back{posed_body(), tissue::Setting::fine, pool};

    contact::ContactReport hold(const hands::HandInput& wanted, int steps = 180) {
        for (int step = 1; step <= steps; ++step) {
            hands::HandInput input = wanted;
            input.force_n *= std::min(1.0F, static_cast<float>(step) / 120);
            advance(input, {});
        }
        return back.reports()[1];
    }

    void advance(const hands::HandInput& input, std::span<const float> film) {
        std::array<std::optional<contact::PosedTool>, contact::side_count> tools;
        tools[1] = hands::pose_tool(posed_body(), input, contact::Side::right);
        back.step(tools, {.oil_film = film}, {});
    }
};

} // namespace

TEST_CASE("a thumb's pad touches as much skin as a thumb's, with the pressures that go with it") {
    for (const Vec2& place : {erector, levator}) {
        const contact::ContactReport r = Press().hold(hand(contact::ToolKind::thumb, place, 20));
        CHECK(r.force_n == doctest::Approx(20).epsilon(0.01));
        CHECK(r.area_m2 * 1e4 > 3.0); // facts 2.3: 3-4 cm2
        CHECK(r.area_m2 * 1e4 < 4.2);
        CHECK(r.mean_pressure_pa > 47e3);
        CHECK(r.mean_pressure_pa < 67e3);
        CHECK(r.p95_pa > 1.2F * r.mean_pressure_pa); // a round tool: about 1.5
        CHECK(r.p95_pa < 1.9F * r.mean_pressure_pa);
        CHECK(r.depth_m > 0.008F); // facts 3.5
        CHECK(r.depth_m < 0.014F);
        CHECK(std::fabs(r.u - place.x) < 0.02F);
        CHECK(std::fabs(r.v - place.y) < 0.02F);
    }
}

TEST_CASE("a thumb holds 40 N on the erector and on the levator without sinking out of sight") {
    for (const Vec2& place : {erector, levator}) {
        const contact::ContactReport r = Press().hold(hand(contact::ToolKind::thumb, place, 40), 200);
        CHECK(r.force_n == doctest::Approx(40).epsilon(0.01));
        CHECK_FALSE(r.load_not_reached);
        CHECK(r.area_m2 * 1e4 > 2.5);
    }
}

TEST_CASE("a palm is one soft pad: no point of it stands out, heel and knuckles carry most") {
    Press press;
    const contact::ContactReport r = press.hold(hand(contact::ToolKind::palm, {0.25F, 0.45F}, 45));
    CHECK(r.force_n == doctest::Approx(45).epsilon(0.01));
    CHECK(r.area_m2 * 1e4 > 65); // facts 2.3: 60-75 % of 103 cm2, and the fingers
    CHECK(r.area_m2 * 1e4 < 120);
    CHECK(r.p95_pa < 2.1F * r.mean_pressure_pa); // the edges of a palm carry about twice its mean
    std::vector<float> map(posed_points);
    press.back.write_skin({}, map);
    // A lattice of bones or of cells would make neighbours along the middle of the hand alternate.
    const anatomy::GridPlace centre = anatomy::locate(posed_body().skin, r.u, r.v);
    const auto column = static_cast<std::size_t>(std::lround(centre.column * 0.5F));
    const auto row = static_cast<std::size_t>(std::lround(centre.row * 0.5F));
    double bend = 0;
    double mean = 0;
    for (std::size_t i = column - 3; i <= column + 3; ++i) {
        const float* const p = map.data() + row * tissue::SkinField::columns + i;
        bend += std::fabs(static_cast<double>(p[0]) - 0.5 * static_cast<double>(p[-1] + p[1]));
        mean += static_cast<double>(p[0]);
    }
    CHECK(bend < 0.12 * mean);
}

TEST_CASE("every tool touches as much skin as facts 2.3 say, at the load it is used with") {
    struct Row {
        contact::ToolKind tool;
        float force_n; ///< firm, facts 1.1
        double low_cm2, high_cm2;
    };

    using contact::ToolKind;
    for (const Row& row : {Row{ToolKind::reinforced_palm, 45, 62, 103}, Row{ToolKind::heel, 60, 20, 25},
                           Row{ToolKind::stacked_thumbs, 30, 4, 7}, Row{ToolKind::fingertips, 30, 6, 10},
                           Row{ToolKind::knuckles, 25, 8, 12}, Row{ToolKind::fist, 60, 20, 30},
                           Row{ToolKind::forearm, 60, 40, 80}, Row{ToolKind::elbow, 40, 2, 4}}) {
        CAPTURE(contact::tool_name(row.tool));
        const contact::ContactReport r = Press().hold(hand(row.tool, {0.2F, 0.6F}, row.force_n), 150);
        CHECK(r.force_n == doctest::Approx(row.force_n).epsilon(0.01));
        CHECK_FALSE(r.load_not_reached);
        CHECK(r.area_m2 * 1e4 > row.low_cm2);
        CHECK(r.area_m2 * 1e4 < row.high_cm2);
        CHECK(r.trust_error < 0.05F);
    }
}

TEST_CASE("a firm touch makes a larger patch than a light one") {
    for (const contact::ToolKind tool :
         {contact::ToolKind::fingertips, contact::ToolKind::pincer, contact::ToolKind::ulnar_border}) {
        CAPTURE(contact::tool_name(tool));
        const float light = Press().hold(hand(tool, erector, 4), 130).area_m2;
        const float firm = Press().hold(hand(tool, erector, 15), 130).area_m2;
        CHECK(firm > 1.3F * light);
    }
}

TEST_CASE("a hand that hovers carries next to nothing") {
    for (const contact::ToolKind kind : {contact::ToolKind::palm, contact::ToolKind::thumb}) {
        CHECK(Press().hold(hand(kind, erector, 0), 30).force_n < 0.5F);
    }
}

TEST_CASE("bone carries more of a press over the ribs than of one over the soft flank") {
    const contact::ContactReport ribs = Press().hold(hand(contact::ToolKind::thumb, {0.45F, 0.35F}, 10), 130);
    const contact::ContactReport flank =
        Press().hold(hand(contact::ToolKind::thumb, {0.62F, 0.88F}, 10), 130);
    CHECK(ribs.bone_share > flank.bone_share + 0.2F);
    CHECK(ribs.bone_share <= 1);
    CHECK(flank.bone_share >= 0);
}

TEST_CASE("a dry hand drags less where the skin is oiled, by the part of the hand that lies there") {
    // Skin dry, oiled on the side of the hand toward the spine, oiled all over.
    const anatomy::GridPlace place = anatomy::locate(posed_body().skin, erector.x, erector.y);
    const std::array<int, 3> oiled_to{0, static_cast<int>(place.column * 0.5F), tissue::SkinField::columns};
    std::array<float, 3> shear{};
    for (std::size_t k = 0; k < shear.size(); ++k) {
        std::vector<float> film(posed_points);
        for (std::size_t point = 0; point < posed_points; ++point) {
            film[point] = static_cast<int>(point % tissue::SkinField::columns) < oiled_to[k] ? 1.0F : 0.0F;
        }
        Press press;
        hands::HandInput input = hand(contact::ToolKind::palm, erector, 20);
        press.hold(input, 120);
        for (int step = 0; step < 40; ++step) {
            input.v -= 0.0015F;
            press.advance(input, film);
        }
        shear[k] = press.back.reports()[1].shear_n;
    }
    CHECK(shear[1] < 0.95F * shear[0]);
    CHECK(shear[2] < 0.9F * shear[1]);
    CHECK(shear[2] < 0.7F * shear[0]);
}

TEST_CASE("the oil of a hand thins along a stroke over dry skin and comes back when it is lifted") {
    session::HandOil oil(posed_body());
    std::array<std::optional<contact::PosedTool>, contact::side_count> tools;
    std::array<contact::ContactReport, contact::side_count> reports;
    reports[0].touching = true;
    reports[0].slip_m_s = 0.2F;
    const std::vector<float> dry(posed_points, 0.0F);
    float before = 1;
    for (int step = 0; step < 2400; ++step) { // 2 m
        tools[0] = contact::PosedTool{};
        tools[0]->lubricant = 0.6F;
        oil.step(tools, reports, dry);
        CHECK(tools[0]->lubricant < before);
        before = tools[0]->lubricant;
    }
    CHECK(before < 0.5F);
    CHECK(before > 0.35F);
    tools[0].reset();
    oil.step(tools, reports, dry);
    tools[0] = contact::PosedTool{};
    tools[0]->lubricant = 0.6F;
    reports[0].touching = false;
    oil.step(tools, reports, dry);
    CHECK(tools[0]->lubricant == 0.6F);
}
