// GCC 12 takes the temporaries that glm::length makes of a difference for uninitialised ones.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include "engine/render/skin_field.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

using namespace tactus;
using anatomy::SkinGrid;
using render::SkinField;

namespace {

float from_half(std::uint16_t half) {
    const int exponent = half >> 10U & 31;
    const float size =
        exponent == 0 ? 0.0F : std::ldexp(1.0F + static_cast<float>(half & 1023) / 1024.0F, exponent - 15);
    return (half & 0x8000) != 0 ? -size : size;
}

Vec3 from_halves(const render::Half4& halves) {
    return {from_half(halves[0]), from_half(halves[1]), from_half(halves[2])};
}

/// A flat sheet of skin, 2 mm by 3 mm a cell.
render::ClientModel flat_model() {
    render::ClientModel model;
    for (int row = 0; row < SkinGrid::rows; ++row) {
        for (int column = 0; column < SkinGrid::columns; ++column) {
            model.grid_positions.emplace_back(static_cast<float>(column - 96) * .002F, .2F,
                                              static_cast<float>(row) * .003F);
            model.grid_normals.emplace_back(0, 1, 0);
        }
    }
    return model;
}

session::Snapshot still_snapshot() {
    session::Snapshot now;
    constexpr std::size_t count = std::size_t{SkinGrid::field_columns} * SkinGrid::field_rows;
    now.skin.displacement_m.assign(count, Vec3(0));
    return now;
}

} // namespace

TEST_CASE("halves keep three digits of what a map holds") {
    for (const float value : {0.0F, 1.0F, -1.0F, 0.3333F, -0.0123F, 3.9F}) {
        CHECK(from_half(render::to_half(value)) == doctest::Approx(value).epsilon(0.0006));
    }
}

TEST_CASE("skin at rest faces as the body says") {
    SkinField field(flat_model());
    for (const render::Half4& normal : field.normals()) {
        REQUIRE(glm::length(from_halves(normal) - Vec3(0, 1, 0)) < 1e-3F);
    }
}

TEST_CASE("a slope pressed into the skin turns its normals by the angle of the slope") {
    SkinField field(flat_model());
    session::Snapshot now = still_snapshot();
    constexpr float slope = 0.2F;
    for (int row = 0; row < SkinField::rows; ++row) {
        for (int column = 0; column < SkinField::columns; ++column) {
            now.skin.displacement_m[static_cast<std::size_t>(row) * SkinField::columns + column] =
                Vec3(0, -slope * .004F * static_cast<float>(column), 0);
        }
    }
    field.update(&now);
    const Vec3 expected = glm::normalize(Vec3(slope, 1, 0));
    const Vec3 normal = from_halves(field.normals()[SkinGrid::index(100, 128)]);
    CHECK(glm::length(normal - expected) < 2e-3F);
    const Vec3 shift = from_halves(field.shift()[std::size_t{64} * SkinField::columns + 50]);
    CHECK(shift.y == doctest::Approx(-slope * .004F * 50).epsilon(0.002));
}

TEST_CASE("skin that was pressed is flat again when it is let go") {
    SkinField field(flat_model());
    session::Snapshot now = still_snapshot();
    now.skin.displacement_m[std::size_t{64} * SkinField::columns + 50] = Vec3(0, -.01F, 0);
    field.update(&now);
    CHECK(glm::length(from_halves(field.normals()[SkinGrid::index(101, 128)]) - Vec3(0, 1, 0)) > .1F);
    const session::Snapshot still = still_snapshot();
    field.update(&still);
    for (const render::Half4& normal : field.normals()) {
        REQUIRE(glm::length(from_halves(normal) - Vec3(0, 1, 0)) < 1e-3F);
    }
}

TEST_CASE("a hand over the skin takes light from under it and leaves the rest alone") {
    SkinField field(flat_model());
    session::Snapshot now = still_snapshot();
    now.hands[0].present = true;
    now.hands[0].capsules = {{Vec3(-.02F, .215F, .384F), Vec3(.02F, .215F, .384F), .012F, .012F}};
    field.update(&now);
    const auto key_at = [&](int column, int row) {
        return field.state()[static_cast<std::size_t>(row) * SkinField::columns + column] >> 24U;
    };
    // The key comes from head-left: its shadow falls to the right and to the feet.
    float weight = 0;
    Vec2 middle(0);
    for (int row = 55; row < 75; ++row) {
        for (int column = 38; column < 60; ++column) {
            const float dark = 255 - static_cast<float>(key_at(column, row));
            middle += Vec2(column, row) * dark;
            weight += dark;
        }
    }
    middle /= weight;
    CHECK(middle.x > 49);
    CHECK(middle.y > 65);
    CHECK(key_at(50, 66) < 60);
    CHECK(key_at(5, 5) == 255);
    const float sky_under = from_half(field.normals()[SkinGrid::index(96, 128)][3]);
    CHECK(sky_under < 0.6F);
    CHECK(from_half(field.normals()[SkinGrid::index(10, 10)][3]) == doctest::Approx(1));
}

TEST_CASE("redness, blanching and oil reach their bytes") {
    SkinField field(flat_model());
    session::Snapshot now = still_snapshot();
    constexpr std::size_t count = std::size_t{SkinGrid::field_columns} * SkinGrid::field_rows;
    now.skin.redness.assign(count, .75F);
    now.skin.blanching.assign(count, .2F);
    now.skin.oil.assign(count, 1);
    field.update(&now);
    const std::uint32_t state = field.state()[count / 2];
    CHECK((state & 255U) == 128);
    CHECK((state >> 8U & 255U) == 51);
    CHECK((state >> 16U & 255U) == 255);
}

TEST_CASE("breath lifts the chest most and the loin a little") {
    const SkinField field(flat_model());
    const float length_m = .768F / (SkinGrid::v_last - SkinGrid::v_first);
    const float chest = field.breath_m(1, Vec3(0, 0, .42F * length_m));
    const float loin = field.breath_m(1, Vec3(0, 0, 1.0F * length_m));
    CHECK(chest > .004F);
    CHECK(loin < .6F * chest);
    CHECK(loin > 0);
    CHECK(field.breath_m(0, Vec3(0, 0, .2F)) == 0);
}

TEST_CASE("what a hand leaves behind as it goes over the skin is what a skin that never saw it has") {
    SkinField seen_all(flat_model());
    session::Snapshot now = still_snapshot();
    now.hands[0].present = true;
    for (int k = 0; k < 6; ++k) {
        const int column = 30 + 6 * k;
        now = still_snapshot();
        now.hands[0].present = true;
        const Vec3 place = flat_model().grid_positions[SkinGrid::index(2 * column, 128)];
        now.hands[0].capsules = {{place + Vec3(-.02F, .015F, 0), place + Vec3(.02F, .015F, 0), .012F, .012F}};
        for (int off = -3; off <= 3; ++off) {
            now.skin.displacement_m[static_cast<std::size_t>(64 + off) * SkinField::columns +
                                    static_cast<std::size_t>(column)] = Vec3(.001F, -.006F, 0);
        }
        seen_all.update(&now, k % 2 == 0);
    }
    SkinField seen_last(flat_model());
    seen_last.update(&now);
    for (std::size_t k = 0; k < seen_all.normals().size(); ++k) {
        CAPTURE(k);
        REQUIRE(glm::length(from_halves(seen_all.normals()[k]) - from_halves(seen_last.normals()[k])) <
                2e-3F);
        REQUIRE(std::fabs(from_half(seen_all.normals()[k][3]) - from_half(seen_last.normals()[k][3])) <
                1e-3F);
    }
    CHECK(seen_all.state() == seen_last.state());
    CHECK(seen_all.shift() == seen_last.shift());
}

TEST_CASE("an update names the rows whose normals it changed: no other differs") {
    SkinField field(flat_model());
    session::Snapshot now = still_snapshot();
    const auto changed_by = [&](const session::Snapshot& next) {
        const std::vector<render::Half4> before = field.normals();
        field.update(&next, false);
        const SkinField::FineRows rows = field.changed_normals();
        int differ = 0;
        for (std::size_t k = 0; k < before.size(); ++k) {
            if (field.normals()[k] != before[k]) {
                const int row = static_cast<int>(k) / SkinGrid::columns;
                CAPTURE(row);
                CHECK(row >= rows.from);
                CHECK(row < rows.to);
                ++differ;
            }
        }
        CHECK_FALSE(field.overlaid());
        CHECK(rows.to - rows.from < SkinGrid::rows / 2);
        return differ;
    };
    changed_by(now); // sky and normals come to rest once more
    CHECK(changed_by(now) == 0);
    CHECK(field.changed_normals().from >= field.changed_normals().to);
    now.skin.displacement_m[std::size_t{40} * SkinField::columns + 50] = Vec3(0, -.01F, 0);
    CHECK(changed_by(now) > 0);
    now.hands[0].present = true; // its shadow, elsewhere
    now.hands[0].capsules = {{Vec3(-.02F, .215F, .38F), Vec3(.02F, .215F, .38F), .012F, .012F}};
    CHECK(changed_by(now) > 0);
    now.hands[0].present = false;
    CHECK(changed_by(now) > 0);
    CHECK(changed_by(still_snapshot()) > 0);
}

TEST_CASE("hollows keep their own share of the sky, with and without a hand over them") {
    render::ClientModel model = flat_model();
    model.grid_sky.assign(model.grid_positions.size(), .5F);
    SkinField field(model);
    session::Snapshot now = still_snapshot();
    now.hands[0].present = true;
    now.hands[0].capsules = {{Vec3(-.02F, .215F, .384F), Vec3(.02F, .215F, .384F), .012F, .012F}};
    field.update(&now);
    CHECK(from_half(field.normals()[SkinGrid::index(10, 10)][3]) == doctest::Approx(.5F));
    CHECK(from_half(field.normals()[SkinGrid::index(96, 128)][3]) < .3F);
}

TEST_CASE("the rim of a bruise knows how strong it is at heart, and nothing else does") {
    SkinField field(flat_model());
    session::Snapshot now = still_snapshot();
    now.skin.bruise.assign(now.skin.displacement_m.size(), 0);
    const auto at = [](int column, int row) {
        return static_cast<std::size_t>(row) * SkinField::columns + static_cast<std::size_t>(column);
    };
    now.skin.bruise[at(50, 64)] = .9F;
    now.skin.bruise[at(51, 64)] = .3F;
    field.update(&now);
    CHECK(from_half(field.shift()[at(51, 64)][3]) == doctest::Approx(.9F).epsilon(.001));
    CHECK(from_half(field.shift()[at(54, 64)][3]) == doctest::Approx(.9F).epsilon(.001));
    CHECK(from_half(field.shift()[at(70, 64)][3]) == 0);
}
