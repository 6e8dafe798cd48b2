#include "sim/session/coverage.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace tactus;

TEST_CASE("coverage counts the zone that is asked for, and where none is, the skin that was worked") {
    const session::Setup setup = scenes::shipped_setup("effleurage");
    const anatomy::Anatomy body = anatomy::make_anatomy(setup.client.body, {});
    session::Coverage coverage(body);
    std::vector<double> dose_pa_s(coverage.map().size(), 0.0);
    dose_pa_s.front() = 5e3; // far from every zone: the head's end, at the flank
    const std::size_t middle = dose_pa_s.size() / 2;
    dose_pa_s[middle] = 0.4e3;

    const scoring::Task free;
    coverage.update(dose_pa_s, free);
    CHECK(coverage.map().front() == 1);
    CHECK(coverage.map()[middle] == doctest::Approx(0.4F));
    CHECK(std::ranges::count_if(coverage.map(), [](float share) { return share > 0; }) == 2);
    CHECK(coverage.share() == 0); // of no zone

    scoring::Task zoned;
    zoned.zone = setup.drill.steps.front().task.zone;
    REQUIRE(zoned.zone);
    zoned.dose_min_pa_s = 0.1e3F;
    coverage.update(dose_pa_s, zoned);
    CHECK(coverage.map().front() == 0);
}
