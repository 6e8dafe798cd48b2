#include "sim/authoring/user_error.hpp"
#include "sim/cli/discomfort_table.hpp"
#include "sim/cli/run_discomfort.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

using namespace tactus;
using namespace tactus::cli;

TEST_CASE("a thumb through the contact is felt as in the table of facts 5.7") {
    std::ostringstream out;
    const int code = run_discomfort({.tool = "thumb", .setting = "half"}, out);
    INFO(out.str());
    CHECK(code == 0);
    CHECK(out.str().find("lie within 20 % of the facts") != std::string::npos);
}

TEST_CASE("a tool without a column is named with those that have one") {
    std::ostringstream out;
    CHECK_THROWS_WITH_AS(run_discomfort({.tool = "pincer"}, out), doctest::Contains("thumb"), UserError);
}

TEST_CASE("a palm through the contact climbs the Walton ladder") {
    for (const WaltonRung& rung : walton_ladder(tissue::Setting::half)) {
        CAPTURE(rung.force_n);
        CHECK(std::fabs(rung.pressed - rung.printed) < 0.4);
    }
}
