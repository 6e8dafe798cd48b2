#include "sim/parallel/thread_pool.hpp"
#include "sim/tissue/tissue.hpp"

#include <doctest/doctest.h>

#include "laid_tools.hpp"
#include <array>
#include <cmath>

using namespace tactus;
using namespace tactus::tissue;

namespace {

struct Chance {
    std::uint64_t state;

    /// 0..1
    float operator()() {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<float>(state >> 40) * 0x1p-24F;
    }
};

struct Scribble {
    bool present = false;
    bool thumb = false;
    Vec2 at{0, 0.5F};
    Vec2 target{0, 0.5F};
    float force = 0;
    float speed = 0;
    int steps_left = 0;

    void advance(Chance& chance, const anatomy::SkinGrid& skin) {
        if (--steps_left < 0) {
            steps_left = 10 + static_cast<int>(100 * chance());
            if (!present) {
                thumb = chance() < 0.5F;
                at = {2 * chance() - 1, 1.8F * chance() - 0.3F}; // borders and beyond
            }
            present = chance() < 0.8F;
            target = {2 * chance() - 1, 1.8F * chance() - 0.3F};
            force = chance() < 0.2F ? 200 : 50 * chance();
            speed = 0.6F * chance();
        }
        const Vec2 way = (target - at) * Vec2{skin.half_biacromial_m, skin.spine_length_m};
        const float left = glm::length(way);
        if (left > 1e-4F) {
            at +=
                way / left * std::min(left, speed / 240) / Vec2{skin.half_biacromial_m, skin.spine_length_m};
        }
    }
};

void scribble(Setting setting, std::uint64_t seed, int steps) {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), setting, pool);
    Chance chance{seed};
    std::array<Scribble, contact::side_count> hands;
    std::vector<Vec3> displacement(std::size_t{SkinField::columns} * SkinField::rows);
    for (int step = 0; step < steps; ++step) {
        test::Tools tools;
        for (int side = 0; side < contact::side_count; ++side) {
            Scribble& hand = hands[side];
            hand.advance(chance, test::client().skin);
            if (hand.present) {
                tools[side] = hand.thumb ? test::laid_thumb(test::client(), hand.at.x, hand.at.y, hand.force)
                                         : test::laid_palm(test::client(), hand.at.x, hand.at.y, hand.force);
                // A wrist that leans: the approach is not the skin's normal.
                tools[side]->approach =
                    glm::normalize(tools[side]->approach + Vec3{0.3F * chance(), 0, 0.3F * chance()});
            }
        }
        tissue.step(tools, {}, {});
        for (const contact::ContactReport& r : tissue.reports()) {
            REQUIRE(std::isfinite(r.force_n));
            REQUIRE(std::isfinite(r.support_n));
            REQUIRE(std::isfinite(r.p95_pa));
            REQUIRE(r.force_n >= 0);
            REQUIRE(r.force_n < 2000);
        }
    }
    tissue.write_skin(displacement, {});
    for (const Vec3& d : displacement) {
        REQUIRE(glm::length(d) < 0.09F);
    }
    // And it comes to rest again.
    for (int step = 0; step < 400; ++step) {
        tissue.step(test::Tools{}, {}, {});
    }
    tissue.write_skin(displacement, {});
    float most = 0;
    for (const Vec3& d : displacement) {
        most = std::max(most, glm::length(d));
    }
    CHECK(most < 0.006F);
}

} // namespace

TEST_CASE("two hands scribbling at random with up to 200 N never leave the realm of numbers") {
    scribble(Setting::fine, 1, 200);
    scribble(Setting::standard, 2, 200);
    scribble(Setting::half, 3, 200);
}

TEST_CASE("a pose without numbers counts as a lifted hand") {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), Setting::standard, pool);
    contact::PosedTool broken = test::laid_thumb(test::client(), 0.1F, 0.5F, 10);
    broken.centre.x = std::nanf("");
    contact::PosedTool bare = test::laid_palm(test::client(), -0.1F, 0.5F, 10);
    bare.pressing.clear();
    for (int step = 0; step < 5; ++step) {
        tissue.step(test::Tools{bare, broken}, {}, {});
        CHECK_FALSE(tissue.reports()[0].touching);
        CHECK_FALSE(tissue.reports()[1].touching);
    }
}

namespace {

/// Holds both tools for `steps`; every figure stays a number and the skin stays near.
std::array<contact::ContactReport, contact::side_count> hold(const test::Tools& tools, int steps) {
    parallel::ThreadPool pool(1);
    Tissue tissue(test::client(), Setting::fine, pool);
    for (int step = 0; step < steps; ++step) {
        tissue.step(tools, {}, {});
        for (const contact::ContactReport& r : tissue.reports()) {
            REQUIRE(std::isfinite(r.force_n + r.support_n + r.p95_pa + r.area_m2 + r.slip_m_s + r.shear_n));
            REQUIRE(std::isfinite(r.u + r.v + r.centre_m.x + r.centre_m.y + r.centre_m.z));
            for (const contact::LoadedPoint& p : r.points) {
                REQUIRE(std::isfinite(p.pressure_pa + p.area_m2 + p.shear_pa));
            }
        }
    }
    std::vector<Vec3> displacement(std::size_t{SkinField::columns} * SkinField::rows);
    tissue.write_skin(displacement, {});
    for (const Vec3& d : displacement) {
        REQUIRE(glm::length(d) < 0.09F);
    }
    return tissue.reports();
}

} // namespace

TEST_CASE("capsules of no length, swallowed ones and ten on one spot press as the ball they are") {
    contact::PosedTool ball = test::laid_thumb(test::client(), 0.15F, 0.9F, 10);
    ball.pressing.front().b = ball.pressing.front().a;
    ball.pressing.front().radius_b_m = ball.pressing.front().radius_a_m;
    contact::PosedTool heap = ball;
    contact::Capsule swallowed = ball.pressing.front();
    swallowed.b += Vec3{0.001F, 0, 0};
    swallowed.radius_b_m = 0.004F;
    heap.pressing.push_back(swallowed);
    for (int k = 0; k < 8; ++k) {
        heap.pressing.push_back(ball.pressing.front());
    }
    contact::share_surface(heap.pressing, heap.approach, contact::pad(heap.kind).blend_m);
    const auto of_ball = hold(test::right(ball), 60)[1];
    const auto of_heap = hold(test::right(heap), 60)[1];
    CHECK(of_ball.force_n == doctest::Approx(10).epsilon(0.01));
    CHECK(of_heap.force_n == doctest::Approx(10).epsilon(0.01));
    CHECK(of_heap.travel_m == doctest::Approx(of_ball.travel_m).epsilon(0.03));
}

TEST_CASE("a tool that starts deep in the back is pushed out or reported, not blown up") {
    for (const float deep_m : {0.005F, 0.015F, 0.04F}) {
        contact::PosedTool thumb = test::laid_thumb(test::client(), 0.15F, 0.9F, 10);
        contact::PosedTool palm = test::laid_palm(test::client(), -0.2F, 0.5F, 30);
        for (contact::PosedTool* tool : {&thumb, &palm}) {
            for (contact::Capsule& c : tool->pressing) {
                c.a += tool->approach * deep_m;
                c.b += tool->approach * deep_m;
            }
        }
        hold({palm, thumb}, 60);
    }
}

TEST_CASE("tools at and beyond the edge of the grid, and both hands on one spot, stay numbers") {
    for (const Vec2& at : {Vec2{0.99F, 0.5F}, Vec2{0.1F, -0.45F}, Vec2{-0.98F, 1.55F}}) {
        hold({test::laid_palm(test::client(), at.x, at.y, 60),
              test::laid_thumb(test::client(), -at.x, at.y, 40)},
             50);
    }
    hold({test::laid_palm(test::client(), 0.1F, 0.6F, 130), test::laid_palm(test::client(), 0.1F, 0.6F, 130)},
         60);
    hold({test::laid_thumb(test::client(), 0.1F, 0.6F, 90), test::laid_thumb(test::client(), 0.1F, 0.6F, 0)},
         60);
}
