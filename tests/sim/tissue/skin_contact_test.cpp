#include "sim/contact/soft_surface.hpp"
#include "sim/tissue/grid_frame.hpp"
#include "sim/tissue/skin_contact.hpp"
#include "sim/tissue/skin_patch.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include "slabs.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace tactus;
using namespace tactus::tissue;

namespace {

constexpr float layer_mm = 40;

/// Pressure of the smooth penalty at a distance, kPa.
float law_kpa(const ContactLaw& law, float distance_mm) {
    const float depth = 0.5F * law.transition_mm - distance_mm;
    if (depth <= 0) {
        return 0;
    }
    return depth < law.transition_mm ? 0.5F * law.penalty_kpa_mm * depth * depth / law.transition_mm
                                     : law.penalty_kpa_mm * (depth - 0.5F * law.transition_mm);
}

const SkinField& field() {
    static const SkinField made(test::client());
    return made;
}

/// The contact of a tool with the skin of a slab that does not move.
struct StillSkin {
    math::FloatMode mode;
    Grid grid{test::layered_slab(32, 0.48F)};
    SkinContact contact{grid};
    parallel::ThreadPool pool{1};

    /// At that travel already when the step begins.
    ContactSums press(const contact::PosedTool& tool, ToolMotion motion, float travel_mm) {
        motion.shift_mm = to_grid_direction(tool.approach) * travel_mm;
        contact.begin_step(grid, tool, motion, {});
        contact.find_groups(grid, travel_mm);
        return contact.evaluate(kernel_table(best_kernel_level()), grid, travel_mm, pool);
    }

    ContactSums press_plane(const CapsuleLane& plane, const ToolMotion& motion) {
        contact.begin_step(grid, std::span(&plane, 1), Vec3{0, 0, -1}, motion, {});
        contact.find_groups(grid, 0);
        return contact.evaluate(kernel_table(best_kernel_level()), grid, 0, pool);
    }

    contact::ContactReport report(double force_n) {
        contact::ContactReport r;
        r.force_n = static_cast<float>(force_n);
        const SkinPatch patch{&grid, &contact, 0, 0, 1};
        describe_contact(std::span(&patch, 1), field(), step_s, r);
        return r;
    }
};

/// A plane whose height over the skin is -depth + slope * x: a flat tool that leans.
CapsuleLane leaning_plane(float depth_mm, float slope) {
    CapsuleLane plane{};
    const Vec3 facing = glm::normalize(Vec3{slope, 0, -1});
    plane.start[2] = layer_mm - depth_mm;
    for (int c = 0; c < 3; ++c) {
        plane.axis[c] = facing[c];
    }
    plane.radius = -1;
    return plane;
}

} // namespace

TEST_CASE("the kernel presses by the distance to the melted surface") {
    std::vector<contact::Capsule> bones;
    for (int k = -1; k <= 1; ++k) {
        const float x = 0.018F * static_cast<float>(k);
        bones.push_back({.a = {x, 0.0525F, -0.02F},
                         .b = {x + 0.004F, 0.051F, 0.02F},
                         .radius_a_m = 0.014F,
                         .radius_b_m = 0.012F});
    }
    contact::share_surface(bones, {0, -1, 0}, 0.022F);
    contact::PosedTool tool;
    tool.pressing = bones;
    tool.approach = {0, -1, 0};
    StillSkin skin;
    ToolMotion motion{.law = contact_law(contact::ToolKind::palm)};
    const float travel_mm = 1.5F;
    const ContactSums sums = skin.press(tool, motion, travel_mm);
    CHECK(sums.magnitude > 1000);
    const contact::ContactReport r = skin.report(sums.along * 1e-3);
    CHECK(r.points.size() > 100);
    for (const contact::LoadedPoint& p : r.points) {
        const contact::Gap gap = contact::soft_gap(bones, p.position_m - tool.approach * (travel_mm * 1e-3F),
                                                   motion.law.blend_mm * 1e-3F);
        CHECK(p.pressure_pa * 1e-3F ==
              doctest::Approx(law_kpa(motion.law, gap.distance_m * 1e3F)).epsilon(0.01));
    }
}

TEST_CASE("nodal forces of contact sum to the pressures and the friction to 1e-5") {
    StillSkin skin;
    const contact::PosedTool tool = test::sphere_tool(0.02F);
    const ContactSums sums =
        skin.press(tool, {.motion_mm = {0.3F, 0.1F, 0}, .friction = {0.3F, 0.3F}, .law = {}}, 3);
    std::array<std::vector<float>, 3> forces;
    NodeVector nodes{};
    for (int c = 0; c < 3; ++c) {
        forces[c].assign(skin.grid.skin_count(), 0.0F);
        nodes.component[c] = forces[c].data();
    }
    skin.contact.add_gradient(kernel_table(best_kernel_level()), skin.grid, nodes);
    for (int c = 0; c < 3; ++c) {
        double sum = 0;
        for (const float f : forces[c]) {
            sum -= static_cast<double>(f);
        }
        CHECK(std::fabs(sum - static_cast<double>(sums.total[c])) < 1e-5 * sums.magnitude);
    }
}

TEST_CASE("a leaning flat tool's centre of pressure, mean and force are those of a wedge of pressure") {
    StillSkin skin;
    ContactLaw law;
    law.transition_mm = 0.001F; // linear from the first touch
    const float depth_mm = 0.5F;
    const float slope = 0.004F; // over 160 mm: from 0.18 to 0.82 mm deep
    const ContactSums sums = skin.press_plane(leaning_plane(depth_mm, slope), {.law = law});
    const contact::ContactReport r = skin.report(sums.along * 1e-3);
    const double side_mm = 160;
    const double mean_kpa = static_cast<double>(law.penalty_kpa_mm) * static_cast<double>(depth_mm);
    CHECK(sums.along == doctest::Approx(mean_kpa * side_mm * side_mm).epsilon(0.003)); // kPa mm2 = mN
    CHECK(r.area_m2 == doctest::Approx(side_mm * side_mm * 1e-6).epsilon(0.001));
    CHECK(r.mean_pressure_pa == doctest::Approx(mean_kpa * 1e3).epsilon(0.004));
    // The moment of a linear wedge: slope L^2 / (12 depth). The plane is deeper where x is less.
    CHECK(r.centre_m.x == doctest::Approx(-static_cast<double>(slope) * side_mm * side_mm /
                                          (12 * static_cast<double>(depth_mm)) * 1e-3)
                              .epsilon(0.01));
    CHECK(std::fabs(r.centre_m.z) < 1e-5F);
}

TEST_CASE("a tool dragged over skin that holds still slips at its own speed under Coulomb's force") {
    StillSkin skin;
    const float way_mm = 0.5F;
    const ToolMotion motion{.motion_mm = {way_mm, 0, 0}, .friction = {0.2F, 0.2F}, .law = {}};
    double along = 0;
    for (int step = 0; step < 5; ++step) {
        along = skin.press(test::sphere_tool(0.02F), motion, 1).along;
        if (step < 4) {
            skin.contact.end_step(skin.grid, step_s);
        }
    }
    const contact::ContactReport r = skin.report(along * 1e-3);
    CHECK(r.slip_m_s == doctest::Approx(way_mm * 1e-3 / step_s).epsilon(0.05));
    double friction_n = 0;
    for (const contact::LoadedPoint& p : r.points) {
        CHECK(p.shear_pa == doctest::Approx(0.2F * p.pressure_pa).epsilon(0.01));
        friction_n += static_cast<double>(p.shear_pa * p.area_m2);
    }
    CHECK(r.shear_n == doctest::Approx(friction_n).epsilon(0.05));
    CHECK(r.shear_n > 0.15F * r.force_n);
}

TEST_CASE("below Coulomb's limit the tool sticks: friction grows with the way and nothing slips") {
    StillSkin skin;
    ToolMotion motion{.motion_mm = {0.002F, 0, 0}, .friction = {0.5F, 0.5F}, .law = {}};
    float before = 0;
    for (int step = 1; step <= 4; ++step) {
        const double along = skin.press(test::sphere_tool(0.02F), motion, 3).along;
        const contact::ContactReport r = skin.report(along * 1e-3);
        CHECK(r.shear_n > before);
        CHECK(r.shear_n < 0.45F * r.force_n);
        before = r.shear_n;
        skin.contact.end_step(skin.grid, step_s);
    }
    // Four steps of the same way, against the elastic slip of one.
    StillSkin fresh;
    fresh.press(test::sphere_tool(0.02F), motion, 3);
    CHECK(before == doctest::Approx(4 * fresh.report(1).shear_n).epsilon(0.1));
}

TEST_CASE("fingers that close drag the skin toward one another though the hand stays where it is") {
    StillSkin skin;
    const contact::PosedTool tool = test::sphere_tool(0.02F);
    const std::array<EndMotion, 1> closing{EndMotion{{0.3F, 0, 0}, {0.3F, 0, 0}}};
    ToolMotion motion{.friction = {0.2F, 0.2F}, .law = {}, .ends = closing};
    const ContactSums closed = skin.press(tool, motion, 3);
    StillSkin other;
    motion = {.motion_mm = {0.3F, 0, 0}, .friction = {0.2F, 0.2F}, .law = {}};
    const ContactSums shifted = other.press(tool, motion, 3);
    CHECK(closed.friction.x > 0);
    CHECK(closed.friction.x == doctest::Approx(shifted.friction.x).epsilon(1e-4));
}

TEST_CASE("a tool that sinks drags the walls of its dent along, and they hold it back") {
    StillSkin skin;
    const contact::PosedTool tool = test::sphere_tool(0.02F);
    ToolMotion motion{.friction = {0.5F, 0.5F}, .law = {}};
    const double resting = skin.press(tool, motion, 3).along;
    StillSkin other;
    other.contact.begin_step(other.grid, tool, motion, {}); // from the rest skin to 3 mm within the step
    other.contact.find_groups(other.grid, 3);
    const double sinking =
        other.contact.evaluate(kernel_table(best_kernel_level()), other.grid, 3, other.pool).along;
    CHECK(sinking > 1.02 * resting);
}

TEST_CASE("a place that has slid a millimetre holds with its sliding friction alone") {
    StillSkin skin;
    const contact::PosedTool tool = test::sphere_tool(0.02F);
    const ToolMotion motion{.motion_mm = {0.5F, 0, 0}, .friction = {0.2F, 0.4F}, .law = {}};
    std::array<float, 16> shear{};
    float force_n = 0;
    for (float& each : shear) {
        const double along = skin.press(tool, motion, 1).along;
        const contact::ContactReport r = skin.report(along * 1e-3);
        each = r.shear_n;
        force_n = r.force_n;
        skin.contact.end_step(skin.grid, step_s);
    }
    CHECK(*std::ranges::max_element(shear) > 1.3F * shear.back());
    CHECK(shear.back() == doctest::Approx(0.2 * static_cast<double>(force_n)).epsilon(0.1));
}

TEST_CASE("a sphere on a deep slab touches as Hertz has it") {
    const std::vector<float> lines = even_lines(40, 2.0F);
    const std::array<SlabLayer, 1> layer = {SlabLayer{40, 20, 8, 0.48F, 0}};
    test::SlabPress slab(make_slab(lines, lines, layer), 0.02F);
    slab.motion.law.transition_mm = 0.02F;
    slab.step(-1, 1.5, 12, 30);
    contact::ContactReport r;
    r.force_n = static_cast<float>(slab.force_n());
    const SkinPatch patch{&slab.grid, &slab.contact, 0, 0, 1};
    describe_contact(std::span(&patch, 1), field(), step_s, r);
    const double young_kpa = 2 * 8 * 1.48;
    const double plane_kpa = young_kpa / (1 - 0.48 * 0.48);
    const double radius_cubed = 0.75 * static_cast<double>(r.force_n) * 1e3 * 20 / plane_kpa;
    const double area_mm2 = 3.14159265 * std::pow(radius_cubed, 2.0 / 3.0);
    CHECK(r.area_m2 * 1e6 == doctest::Approx(area_mm2).epsilon(0.12));
    float peak = 0;
    for (const contact::LoadedPoint& p : r.points) {
        peak = std::max(peak, p.pressure_pa);
    }
    CHECK(peak == doctest::Approx(1.5 * static_cast<double>(r.mean_pressure_pa)).epsilon(0.12));
    CHECK(r.p95_pa < peak);
    CHECK(r.p95_pa > 1.2F * r.mean_pressure_pa);
}
