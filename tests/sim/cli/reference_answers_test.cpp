#include "sim/cli/reference_answers.hpp"
#include "sim/cli/run_physiology.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

using namespace tactus::cli;

TEST_CASE("the body answers as the reference outputs of the facts say, skin to a fraction of a percent") {
    const std::vector<ReferenceAnswer> answers = reference_answers();
    for (const char* quantity :
         {"redness E", "warmth dT", "redness H", "heart rate", "softening", "soreness"}) {
        CAPTURE(quantity);
        CHECK(std::ranges::any_of(
            answers, [&](const ReferenceAnswer& answer) { return answer.quantity.starts_with(quantity); }));
    }
    for (const ReferenceAnswer& answer : answers) {
        CAPTURE(answer.quantity);
        CAPTURE(answer.when);
        CHECK(answer.kept());
        if (answer.unrounded) {
            CHECK(std::fabs(answer.deviation()) < 0.005);
            // What is printed in the facts is this to a unit of the last digit.
            CHECK(std::fabs(*answer.unrounded - answer.facts) < 2 * answer.rounding);
        }
    }
}

TEST_CASE("a figure is kept within 2 % or when it rounds to what is printed, and not else") {
    ReferenceAnswer answer{"redness", "5 min", .08, .005, .0841};
    CHECK(answer.kept());
    answer.stepped = .086;
    CHECK_FALSE(answer.kept());
    answer.unrounded = .0845;
    CHECK(answer.kept());
    answer.stepped = .0825;
    CHECK(answer.kept()); // 2.4 % off, but 0.08
    answer = {"heart rate", "5 min", -4.5, .05, -4.4};
    CHECK_FALSE(answer.kept());
}

TEST_CASE("the command prints each figure once, and one JSON object when asked") {
    std::ostringstream out;
    CHECK(run_physiology({.json = true}, out) == 0);
    const auto json = nlohmann::json::parse(out.str());
    CHECK(json.at("answers").size() == reference_answers().size());
    CHECK(json.at("answers").front().at("kept") == true);
}
