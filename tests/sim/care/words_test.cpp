#include "sim/authoring/user_error.hpp"
#include "sim/care/plan_file.hpp"
#include "sim/care/return_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

using namespace tactus;
using namespace tactus::care;
namespace fs = std::filesystem;

namespace {

const fs::path assets = fs::path(TACTUS_SOURCE_DIR) / "assets";

std::vector<std::string> phrases_of(const ReturnStates& states) {
    static const ReturnWords words = read_return_words(assets / "phrases/weeks.toml");
    std::vector<std::string> ids;
    for (const Said& said : words_on_return(words, states)) {
        ids.push_back(said.phrase);
    }
    return ids;
}

using Ids = std::vector<std::string>;

template <class Parse> std::string complaints_of(Parse parse) {
    try {
        parse();
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("the client says what the course is, one thing about each") {
    CHECK(phrases_of({5.0, std::nullopt, std::nullopt, std::nullopt, 0.0}) == Ids{"pain_at_first"});
    CHECK(phrases_of({5.0, -0.4, 0.0, 0.0, 0.0}) == Ids{"unchanged"});
    CHECK(phrases_of({4.0, -1.2, 0.0, 0.0, 0.0}) == Ids{"better"});
    CHECK(phrases_of({3.0, -2.5, 0.0, 0.0, 0.0}) == Ids{"much_better"});
    CHECK(phrases_of({6.0, 1.2, 0.0, 0.0, 0.0}) == Ids{"worse"});
    CHECK(phrases_of({0.5, 0.0, 0.0, 0.0, 0.0}) == Ids{"hardly_any_pain"});
    CHECK(phrases_of({5.0, -1.2, 1.5, 0.1, 0.0}) == Ids{"sore_for_a_day", "better"});
    CHECK(phrases_of({5.0, -1.2, 4.0, 0.1, 0.0}) == Ids{"very_sore", "better"});
    CHECK(phrases_of({7.0, 1.2, 4.0, 2.0, 1.5}) == Ids{"still_sore", "flared_up", "worse"});
}

TEST_CASE("each sentence comes with the state and the threshold that caused it") {
    const ReturnWords words = read_return_words(assets / "phrases/weeks.toml");
    const std::vector<Said> said = words_on_return(words, {3.0, -2.6, 0.0, 0.0, 0.0});
    REQUIRE(said.size() == 1);
    CHECK(said[0].state == "pain_change");
    CHECK(said[0].value == -2.6);
    CHECK(said[0].threshold == -2);
    CHECK(said[0].words == "Much better. It is down by 3 since last time.");
}

TEST_CASE("a file of words is refused with all that is wrong in it") {
    const std::string said = complaints_of([] {
        parse_return_words(
            "[[phrase]]\nid = \"a\"\nabout = \"x\"\nstate = \"mood\"\nat_least = 1\nwords = \"w\"\n"
            "[[phrase]]\nid = \"a\"\nabout = \"x\"\nstate = \"pain\"\nwords = \"\"\n"
            "[[phrase]]\nid = \"b\"\nabout = \"x\"\nstate = \"pain\"\nat_least = 1\nat_most = 2\n"
            "words = \"w\"\n",
            "w.toml");
    });
    for (const char* complaint :
         {"w.toml:4: ", "has no threshold", "are empty", "stands twice", "two thresholds"}) {
        CAPTURE(complaint);
        CHECK(said.find(complaint) != std::string::npos);
    }
    CHECK(complaints_of([] { parse_return_words("", "w.toml"); }).find("no phrase") != std::string::npos);
}

TEST_CASE("a plan file says everything that the model needs") {
    const Plan plan = read_plan(assets / "plans/taper.toml");
    CHECK(plan.id == "taper");
    CHECK(plan.client == "brandt");
    CHECK(plan.weeks == 8);
    CHECK(plan.refer_after_days == 28);
    CHECK(plan.problem.onset == Onset::chronic);
    CHECK(plan.problem.cause == Cause::posture);
    CHECK(plan.problem.pain == 5.7);
    REQUIRE(plan.visits.size() == 6);
    CHECK(plan.visits[0].home_advice);
    CHECK(plan.visits[0].minutes_of(Technique::deep) == 15);
    CHECK(plan.visits[0].length_min() == 60);
    CHECK(plan.visits[2].reassess);
    CHECK(plan.length_min() == 360);
}

TEST_CASE("every shipped plan is sound") {
    int plans = 0;
    for (const auto& entry : fs::directory_iterator(assets / "plans")) {
        if (entry.path().extension() == ".toml") {
            CAPTURE(entry.path().string());
            CHECK_NOTHROW(read_plan(entry.path()));
            ++plans;
        }
    }
    CHECK(plans >= 4);
}

TEST_CASE("a plan is refused with all that is wrong in it") {
    const std::string said = complaints_of([] {
        parse_plan("name = \"x\"\nclient = \"adler\"\nweeks = 2\n[problem]\nonset = \"sudden\"\npain = 11\n"
                   "[[visit]]\nday = 1\ngentle_min = 30\n"
                   "[[visit]]\nday = 1\nqualty = 0.5\n"
                   "[[visit]]\nday = 20\ndeep_min = 100\nswedish_min = 100\n",
                   "p.toml");
    });
    for (const char* complaint :
         {"p.toml:5: ", "p.toml:6: ", "of the first visit is 1", "is not after day 1", "without minutes",
          "did you mean `quality`", "is after the 2 weeks", "a visit of 200 minutes"}) {
        CAPTURE(complaint);
        CHECK(said.find(complaint) != std::string::npos);
    }
    CHECK(complaints_of([] {
              parse_plan("name = \"x\"\nclient = \"a\"\nweeks = 2\n[problem]\nonset = \"acute\"\n", "p.toml");
          }).find("no visit is there") != std::string::npos);
}
