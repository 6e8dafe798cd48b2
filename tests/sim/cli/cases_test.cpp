#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_cases.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;

TEST_CASE(
    "a right session passes, a careless one loses marks with a reason, a harmful one ends in its finding") {
    std::ostringstream out;
    CHECK(cli::run_cases({.clients = {"rossi", "grau"}, .threads = 1, .json = true}, out) == 0);
    const auto told = nlohmann::json::parse(out.str());
    CHECK(told.at("as_expected") == true);
    const auto& rows = told.at("sessions");
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].at("passed") == true);
    CHECK(rows[1].at("total") < rows[0].at("total"));
    CHECK(rows[2].at("finding").get<std::string>().starts_with("FAIL treated"));
    CHECK(rows[3].at("passed") == true);
    CHECK(rows[4].at("adaptation") == 0);
    CHECK(rows[5].at("finding").get<std::string>().starts_with("FAIL fracture"));
}

TEST_CASE("a client without a condition has no case") {
    std::ostringstream out;
    CHECK_THROWS_AS(cli::run_cases({.clients = {"adler"}}, out), UserError);
}
