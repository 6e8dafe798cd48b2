/// A course of visits, played.

#include "engine/app/pages/plan_page.hpp"
#include "sim/authoring/resources.hpp"

#include <doctest/doctest.h>

using namespace tactus;
using namespace tactus::app;

TEST_CASE("a course of visits begins without any, ends after the sixth and is marked") {
    PlanPage page;
    page.open(3);
    CHECK(page.plan().visits.empty());
    CHECK(!page.score());
    for (std::size_t visit = 0; visit < ui::most_visits && !page.score(); ++visit) {
        page.hold_visit();
        CHECK(page.plan().visits.size() == visit + 1);
    }
    REQUIRE(page.score());
    CHECK(page.score()->total >= 0);
    CHECK(page.score()->total < 100); // visits without a minute of work
    const std::size_t held = page.plan().visits.size();
    page.hold_visit(); // it is over
    CHECK(page.plan().visits.size() == held);
}

TEST_CASE("a course can end early, and each case has its turn") {
    PlanPage page;
    for (std::uint64_t lot = 0; lot < authoring::asset_ids("plans").size(); ++lot) {
        page.open(lot);
        page.hold_visit();
        page.end_course();
        CHECK(page.score());
    }
}
