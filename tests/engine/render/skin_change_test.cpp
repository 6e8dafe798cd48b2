// GCC 12 takes the temporaries that glm::length makes of a difference for uninitialised ones.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include "engine/render/skin_change.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using anatomy::SkinGrid;

namespace {

constexpr VkExtent2D drawn_picture{640, 360};

/// A flat sheet of skin over the table, 4 mm by 3 mm a cell.
render::ClientModel still_model() {
    render::ClientModel model;
    for (int row = 0; row < SkinGrid::rows; ++row) {
        for (int column = 0; column < SkinGrid::columns; ++column) {
            model.grid_positions.emplace_back(static_cast<float>(column - 96) * .002F, .1F,
                                              static_cast<float>(row) * .0015F);
            model.grid_normals.emplace_back(0, 1, 0);
        }
    }
    return model;
}

session::Snapshot unmoved_snapshot() {
    session::Snapshot now;
    now.skin.displacement_m.assign(std::size_t{SkinGrid::field_columns} * SkinGrid::field_rows, Vec3(0));
    return now;
}

constexpr std::size_t index_of(int column, int row) {
    return static_cast<std::size_t>(row) * SkinGrid::field_columns + static_cast<std::size_t>(column);
}

int pixels(std::span<const render::RowCover> covers) {
    int sum = 0;
    for (const render::RowCover& cover : covers) {
        for (const render::Run& run : cover.strips()) {
            sum += run.empty() ? 0 : (run.to - run.from) * render::RowCover::strip_px;
        }
    }
    return sum;
}

bool covers(std::span<const render::RowCover> all, Vec2 pixel) {
    for (const render::RowCover& cover : all) {
        const render::Run& run =
            cover.strips()[static_cast<std::size_t>(pixel.y) / render::RowCover::strip_px];
        if (static_cast<int>(pixel.x) >= run.from && static_cast<int>(pixel.x) < run.to) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("skin is drawn again where it is dented, once, and not for the breath or for less than is seen") {
    render::SkinField field(still_model());
    render::SkinChange change;
    const render::Camera camera;
    change.next(field, camera, drawn_picture); // as it is drawn first
    CHECK(pixels(change.next(field, camera, drawn_picture)) == 0);

    session::Snapshot now = unmoved_snapshot();
    now.client.breath = 1;
    field.update(&now);
    CHECK(pixels(change.next(field, camera, drawn_picture)) == 0);

    now.skin.displacement_m[index_of(60, 70)] = Vec3(0, -.010F, 0);
    field.update(&now);
    const std::span<const render::RowCover> dented = change.next(field, camera, drawn_picture);
    const auto pixel = render::world_to_pixel(camera, field.places()[index_of(60, 70)], Vec2(640, 360));
    REQUIRE(pixel);
    CHECK(covers(dented, *pixel));
    CHECK(pixels(dented) < 60 * 60);
    CHECK(pixels(change.next(field, camera, drawn_picture)) == 0);

    // What is not seen at once adds up until it is.
    int drawn = 0;
    int steps = 0;
    while (drawn == 0 && steps < 30) {
        now.skin.displacement_m[index_of(60, 70)].y -= .0001F;
        field.update(&now);
        drawn = pixels(change.next(field, camera, drawn_picture));
        ++steps;
    }
    CHECK(steps > 1);
    CHECK(drawn > 0);
}

TEST_CASE("redness that rises is drawn again, and so is a place that comes to rest") {
    render::SkinField field(still_model());
    render::SkinChange change;
    const render::Camera camera;
    change.next(field, camera, drawn_picture);
    session::Snapshot now = unmoved_snapshot();
    now.skin.redness.assign(now.skin.displacement_m.size(), 0);
    now.skin.redness[index_of(30, 40)] = .2F;
    field.update(&now);
    CHECK(pixels(change.next(field, camera, drawn_picture)) > 0);
    field.update(nullptr);
    CHECK(pixels(change.next(field, camera, drawn_picture)) > 0);
    CHECK(pixels(change.next(field, camera, drawn_picture)) == 0);
}

TEST_CASE("the longest way that skin has moved between two places is never understated") {
    render::SkinField field(still_model());
    session::Snapshot now = unmoved_snapshot();
    now.skin.displacement_m[index_of(60, 70)] = Vec3(.003F, -.010F, 0);
    field.update(&now);
    float most_m = 0;
    for (std::size_t k = 0; k < field.moved_m().size(); ++k) {
        most_m = std::max(most_m, glm::length(field.moved_m()[k]));
    }
    CHECK(field.most_shift_m(Vec2(0), Vec2(1)) == doctest::Approx(most_m));
    CHECK(field.most_shift_m(Vec2(0), Vec2(.3F)) == 0);
    // A place between texels is blended with them.
    const Vec2 beside(.5F + 59.6F / SkinGrid::field_columns - .5F, 70.5F / SkinGrid::field_rows);
    CHECK(field.most_shift_m(beside, beside) == doctest::Approx(most_m));
    CHECK(field.most_shift_m(Vec2(1), Vec2(0)) == 0); // nothing is asked for
}
