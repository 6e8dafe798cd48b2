#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_answers.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;

TEST_CASE("the same stroke is felt more, and answered with more tone and redness, by who bears less") {
    std::ostringstream out;
    CHECK(cli::run_answers({.clients = {"adler", "petrov"}, .threads = 2, .json = true}, out) == 0);
    const auto rows = nlohmann::json::parse(out.str()).at("answers");
    REQUIRE(rows.size() == 2);
    for (const auto& row : rows) {
        CHECK(row.at("force_n") == doctest::Approx(30).epsilon(0.1));
    }
    CHECK(rows[0].at("condition") == "-");
    CHECK(rows[1].at("condition") == "fibromyalgia");
    CHECK(rows[1].at("discomfort").get<double>() > rows[0].at("discomfort").get<double>() + 0.8);
    CHECK(rows[1].at("tone_start") > rows[0].at("tone_start"));
    CHECK(rows[1].at("redness") > rows[0].at("redness"));
}

TEST_CASE("an unknown client cannot answer") {
    std::ostringstream out;
    CHECK_THROWS_AS(cli::run_answers({.clients = {"nobody"}}, out), UserError);
}
