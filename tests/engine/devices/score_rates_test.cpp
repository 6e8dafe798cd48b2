/// A grade must not depend on the screen or the mouse that somebody happens to have (tests/bench/score_rates
/// prints the whole table).

#include "sim/drills/drill_performance.hpp"
#include "tests/scenes/rated_hand.hpp"
#include "tests/scenes/recordings.hpp"

#include <doctest/doctest.h>

using namespace tactus;

TEST_CASE("the same motion scores alike on a slow screen and a fast one, from a slow device and a fast one") {
    session::Setup setup = scenes::shipped_setup("effleurage");
    setup.setting = tissue::Setting::half;
    setup.drill.steps.resize(1);
    setup.drill.steps.front().duration_s = 16;
    const auto anatomy = std::make_shared<const anatomy::Anatomy>(
        anatomy::make_anatomy(setup.client.body, setup.client.trigger_points));
    const hands::StrokeTrack track =
        session::track_of(drills::perform(setup.drill, *anatomy, drills::Quality::middle, 1));
    const double usual = scenes::score_at(setup, anatomy, track, {}).total;
    CHECK(usual > 30); // an expert loses nothing that rates could change
    for (const scenes::Rates& rates :
         {scenes::Rates{30, 60}, scenes::Rates{144, 60}, scenes::Rates{30, 1000}}) {
        CAPTURE(rates.pictures_hz);
        CAPTURE(rates.samples_hz);
        CHECK(std::abs(scenes::score_at(setup, anatomy, track, rates).total - usual) < 1);
    }
}
