#include "sim/drills/stroke_recipe.hpp"
#include "sim/strokes/recognition.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace tactus;
using namespace tactus::drills;

TEST_CASE("every recipe has a name that recognition knows, and the other way round") {
    const std::vector<std::string_view> known = strokes::recognised_techniques();
    CHECK(known.size() == recipes().size());
    for (const Recipe& recipe : recipes()) {
        CHECK(std::ranges::count(known, recipe.name) == 1);
        CHECK(recipe_named(recipe.name) == &recipe);
    }
    CHECK(recipe_named("cross-fibre-friction") == recipe_named("cross_fibre_friction"));
    CHECK(recipe_named("shiatsu") == nullptr);
}

TEST_CASE(
    "a performance is a pure function of its seed, its rows in time order and within a person's reach") {
    for (const Recipe& recipe : recipes()) {
        CAPTURE(recipe.name);
        const auto rows = perform(recipe, Quality::fair, 5, {}, {.begin_s = 1, .duration_s = 6});
        const auto again = perform(recipe, Quality::fair, 5, {}, {.begin_s = 1, .duration_s = 6});
        const auto other = perform(recipe, Quality::fair, 6, {}, {.begin_s = 1, .duration_s = 6});
        REQUIRE(rows.size() > 100);
        CHECK(write_strokes(rows, "x") == write_strokes(again, "x"));
        CHECK(write_strokes(rows, "x") != write_strokes(other, "x"));
        CHECK(std::ranges::is_sorted(rows, {}, &PerformedRow::t_s));
        for (const PerformedRow& row : rows) {
            REQUIRE(row.t_s >= 1);
            REQUIRE(row.t_s < 7);
            REQUIRE(row.force_n >= 0);
            REQUIRE(row.force_n < 2.2F * recipe.force_n);
            REQUIRE(std::abs(row.u) < 0.75F);
            REQUIRE(row.v > -0.2F);
            REQUIRE(row.v < 1.4F);
        }
    }
}

TEST_CASE("the routine has ten different techniques with rests between them") {
    const auto order = routine_of_ten();
    std::set<std::string_view> names;
    for (const Recipe* recipe : order) {
        REQUIRE(recipe != nullptr);
        names.insert(recipe->name);
    }
    CHECK(names.size() == 10);
    const auto rows = perform_routine(order, Quality::ideal, 1, {});
    int rests = 0;
    for (std::size_t k = 1; k < rows.size(); ++k) {
        rests += rows[k].t_s - rows[k - 1].t_s > strokes::rest_s ? 1 : 0;
    }
    CHECK(rests == 9);
    CHECK(rows.back().t_s < 77); // fits the longest drill that is shipped
}
