#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_cases.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;

TEST_CASE(
    "a right session passes, a careless one loses marks with a reason, a harmful one ends in its finding") {
    std::ostringstream out;
    CHECK(cli::run_cases({.clients = {"rossi", "grau", "nguyen", "jansen"}, .threads = 2, .json = true},
                         out) == 0);
    const auto told = nlohmann::json::parse(out.str());
    INFO(told.at("faults").dump());
    CHECK(told.at("as_expected") == true);
    const auto& rows = told.at("sessions");
    REQUIRE(rows.size() == 12);
    CHECK(rows[0].at("passed") == true);
    CHECK(rows[1].at("total") < rows[0].at("total"));
    CHECK(rows[2].at("finding").get<std::string>().starts_with("FAIL treated"));
    CHECK(rows[3].at("passed") == true);
    CHECK(rows[4].at("adaptation") == 0);
    CHECK(rows[5].at("finding").get<std::string>().starts_with("FAIL fracture"));
    CHECK(rows[6].at("passed") == true); // sent on within days, and not touched
    CHECK(rows[8].at("finding").get<std::string>().starts_with("FAIL not_asked_effort"));
    CHECK(rows[9].at("passed") == true);
    CHECK(rows[11].at("finding").get<std::string>().starts_with("FAIL clonus_ignored"));
}

TEST_CASE("a client without a condition has no case") {
    std::ostringstream out;
    CHECK_THROWS_AS(cli::run_cases({.clients = {"adler"}}, out), UserError);
}
