#include "sim/authoring/user_error.hpp"
#include "sim/cli/force_tracking.hpp"
#include "sim/cli/run_forces.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace tactus;

TEST_CASE("a fist delivers what is asked: held, on a ramp, at touch-down and over the ribs") {
    const anatomy::Anatomy body = anatomy::make_anatomy({}, {});
    const cli::ForceTracking fist =
        cli::track_force(body, contact::ToolKind::fist, tissue::Setting::standard);
    CHECK(fist.asked_n > 10);
    CHECK(fist.hold_error < 0.001);
    CHECK(fist.settle_s < 0.030);
    CHECK(fist.overshoot < 0.02);
    CHECK(fist.rib_rms > 0); // no table of zeros: something slid
    CHECK(fist.rib_rms < 0.01);
    CHECK(fist.rib_most >= fist.rib_rms);
    CHECK(fist.rib_fast_rms < 0.01);
    CHECK_FALSE(fist.reached_stop);
}

TEST_CASE("a tool that is unknown is answered with those that are known") {
    std::ostringstream out;
    CHECK_THROWS_AS(cli::run_forces({.tool = "foot"}, out), const UserError&);
    CHECK_THROWS_AS(cli::run_forces({.setting = "coarse"}, out), const UserError&);
}
