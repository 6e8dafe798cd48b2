/// `tactus-sim plan`: what a user reads of weeks of care.

#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_list.hpp"
#include "sim/cli/run_plan.hpp"
#include "sim/cli/run_validate.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

using namespace tactus;
using nlohmann::json;

namespace {

json plan_json(const cli::PlanOptions& options) {
    std::ostringstream out;
    CHECK(cli::run_plan(options, out) == 0);
    return json::parse(out.str());
}

json followed(const std::string& plan, std::uint64_t seed = 1, const std::string& client = "") {
    return plan_json({.plan = plan, .client = client, .seed = seed, .json = true});
}

} // namespace

TEST_CASE("the table agrees with the facts to rounding and says so") {
    const json table = plan_json({.table = true, .json = true});
    CHECK(table.at("agrees") == true);
    CHECK(table.at("plans").size() == 6);
    CHECK(table.at("plans")[0].at("pain")[0] == 4.38);
    std::ostringstream text;
    CHECK(cli::run_plan({.table = true}, text) == 0);
    CHECK(text.str().find("All agree to rounding") != std::string::npos);
}

TEST_CASE("the trial says what is model and what is trial") {
    const json trial = plan_json({.trial = true, .clients = 20000, .json = true});
    CHECK(trial.at("note").get<std::string>().starts_with("In-sample, not validation"));
    CHECK(trial.at("arms")[0].at("trial") == 2.30);
    CHECK(trial.at("arms")[3].at("trial").is_null());
    CHECK(trial.at("arms")[0].at("relative_risk").get<double>() == doctest::Approx(2.31).epsilon(0.05));
    std::ostringstream text;
    cli::run_plan({.trial = true, .clients = 1000}, text);
    CHECK(text.str().find("In-sample, not validation") != std::string::npos);
    CHECK(text.str().find("not significant") != std::string::npos);
}

TEST_CASE("a plan is followed day by day, the same every time, and scored with reasons") {
    const json run = followed("half-hours");
    CHECK(run == followed("half-hours"));
    CHECK(run != followed("half-hours", 2));
    CHECK(run.at("course").size() == 57);
    for (const char* key : {"pain", "told", "function", "soreness"}) {
        CHECK(run.at("course")[8].contains(key));
    }
    REQUIRE(run.at("visits").size() == 4);
    const json& said = run.at("visits")[1].at("said");
    REQUIRE_FALSE(said.empty());
    for (const char* key : {"phrase", "words", "state", "value", "threshold"}) {
        CHECK(said[0].contains(key));
    }
    double lost = 0;
    for (const json& reason : run.at("reasons")) {
        lost += reason.at("marks_lost").get<double>();
        CHECK_FALSE(reason.at("advice").get<std::string>().empty());
    }
    CHECK(lost + run.at("score").at("total").get<double>() == doctest::Approx(100).epsilon(0.001));
}

TEST_CASE("the shipped plans are told apart: good ones over 80, bad ones under 40") {
    const auto total = [](const std::string& plan) {
        return followed(plan).at("score").at("total").get<double>();
    };
    CHECK(total("taper") > 90);
    CHECK(total("fresh-strain") > 90);
    CHECK(total("weekly") > 80);
    CHECK(total("weekly") < 90); // it works, and it never tapers
    CHECK(total("half-hours") < 40);
    CHECK(total("too-much") < 10);
}

TEST_CASE("another client feels the same plan otherwise") {
    const auto strongest = [](const std::string& client) {
        return followed("taper", 1, client).at("visits")[0].at("discomfort").get<double>();
    };
    CHECK(strongest("dahl") > strongest("brandt"));
    CHECK(strongest("farouk") < strongest("brandt"));
}

TEST_CASE("text and JSON of a plan tell the same score") {
    std::ostringstream text;
    CHECK(cli::run_plan({.plan = "too-much"}, text) == 0);
    CHECK(text.str().find("HARM") != std::string::npos);
    CHECK(text.str().find("still sore") != std::string::npos);
    std::ostringstream score;
    score << std::fixed << std::setprecision(1) << "Score "
          << followed("too-much").at("score").at("total").get<double>() << " of 100";
    CHECK(text.str().find(score.str()) != std::string::npos);
}

TEST_CASE("what cannot be followed is refused in a sentence") {
    std::ostringstream out;
    CHECK_THROWS_WITH_AS(cli::run_plan({}, out),
                         "plan: no plan is named; give a plan's id or file, --table or --trial", UserError);
    CHECK_THROWS_AS(cli::run_plan({.plan = "no-such-plan"}, out), UserError);
    CHECK_THROWS_AS(cli::run_plan({.plan = "taper", .client = "nobody"}, out), UserError);
}

TEST_CASE("plans are listed and validated like other files") {
    std::ostringstream list;
    CHECK(cli::run_list({.kind = "plans", .json = true}, list) == 0);
    const json listed = json::parse(list.str());
    CHECK(listed.at("plans").size() >= 5);
    cli::ValidateOptions options{.json = true};
    for (const json& row : listed.at("plans")) {
        options.files.push_back(row.at("file").get<std::string>());
    }
    std::ostringstream out;
    CHECK(cli::run_validate(options, out) == 0);
    const json checked = json::parse(out.str());
    for (const json& row : checked.at("sound")) {
        CHECK(row.at("kind") == "plan");
    }
}
