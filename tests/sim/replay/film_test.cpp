#include "sim/replay/film.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tactus;

namespace {

constexpr std::size_t points =
    static_cast<std::size_t>(anatomy::SkinGrid::field_columns) * anatomy::SkinGrid::field_rows;

/// A back that breathes, with a dent that wanders and skin that reddens.
session::Snapshot picture_at(int index) {
    session::Snapshot picture;
    picture.t_s = (index + 1) / 30.0;
    picture.step = static_cast<std::uint64_t>(8 * (index + 1));
    picture.hands[1].present = true;
    picture.hands[1].force_n = static_cast<float>(index);
    picture.hands[1].capsules.resize(30);
    picture.client.utterance.phrase = "too_much";
    session::SkinSnapshot& skin = picture.skin;
    skin.displacement_m.resize(points);
    skin.pressure_pa.resize(points);
    skin.redness.assign(points, 0.001F * static_cast<float>(index));
    skin.blanching.assign(points, 0);
    skin.oil.assign(points, 0.6F);
    skin.coverage.assign(points, 0.5F);
    const float breath = 0.004F * std::sin(0.05F * static_cast<float>(index));
    for (std::size_t k = 0; k < points; ++k) {
        const float away = static_cast<float>(k % 97) - static_cast<float>(index % 97);
        const float dent = std::exp(-0.02F * away * away);
        skin.displacement_m[k] = Vec3(0.0001F * dent, breath - 0.01F * dent, 0.3F);
        skin.pressure_pa[k] = 8000 * dent;
    }
    if (index >= 40) {
        skin.weal.assign(points, 0.25F);
    }
    return picture;
}

void check_alike(const session::Snapshot& seen, const session::Snapshot& shown) {
    CHECK(seen.t_s == shown.t_s);
    CHECK(seen.step == shown.step);
    CHECK(seen.hands[1].force_n == shown.hands[1].force_n);
    CHECK(seen.hands[1].capsules.size() == shown.hands[1].capsules.size());
    CHECK(seen.client.utterance.phrase == shown.client.utterance.phrase);
    REQUIRE(seen.skin.displacement_m.size() == points);
    REQUIRE(seen.skin.weal.size() == shown.skin.weal.size());
    float moved_m = 0;
    float pressure_pa = 0;
    float redness = 0;
    for (std::size_t k = 0; k < points; ++k) {
        moved_m = std::max(moved_m, glm::length(seen.skin.displacement_m[k] - shown.skin.displacement_m[k]));
        pressure_pa = std::max(pressure_pa, std::abs(seen.skin.pressure_pa[k] - shown.skin.pressure_pa[k]));
        redness = std::max(redness, std::abs(seen.skin.redness[k] - shown.skin.redness[k]));
    }
    CHECK(moved_m < 16e-6F);
    CHECK(pressure_pa <= 5.01F);
    CHECK(redness < 1e-4F);
}

} // namespace

TEST_CASE("what was shown is seen again at any time, forward, backward and by jumps") {
    replay::Film film;
    CHECK_FALSE(film.span().has_value());
    session::Snapshot seen;
    CHECK_FALSE(film.look(1, seen));
    for (int index = 0; index < 100; ++index) {
        film.add(picture_at(index));
        film.add(picture_at(index)); // standing still adds nothing
    }
    CHECK(film.span()->begin_s == doctest::Approx(1 / 30.0));
    CHECK(film.span()->end_s == doctest::Approx(100 / 30.0));
    for (const int index : {50, 51, 52, 30, 29, 99, 0, 40, 39, 41}) {
        REQUIRE(film.look((index + 1.5) / 30.0, seen));
        check_alike(seen, picture_at(index));
    }
    REQUIRE(film.look(-1, seen));
    check_alike(seen, picture_at(0));
    REQUIRE(film.look(1e9, seen));
    check_alike(seen, picture_at(99));
}

TEST_CASE("a film that grows too long loses its oldest seconds and stays whole") {
    replay::Film all;
    for (int index = 0; index < 200; ++index) {
        all.add(picture_at(index));
    }
    replay::Film film(all.bytes() / 2);
    for (int index = 0; index < 200; ++index) {
        film.add(picture_at(index));
    }
    CHECK(film.bytes() <= all.bytes() / 2);
    CHECK(film.span()->begin_s > 1);
    CHECK(film.span()->end_s == doctest::Approx(200 / 30.0));
    session::Snapshot seen;
    REQUIRE(film.look(0, seen));
    CHECK(seen.t_s == film.span()->begin_s);
    check_alike(seen, picture_at(static_cast<int>(std::lround(30 * seen.t_s)) - 1));
}
