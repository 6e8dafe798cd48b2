/// What is wrong with a client that is written in the editor, and edits that keep it sound.

#include "sim/authoring/resources.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/client/carried_client.hpp"
#include "sim/client/client_faults.hpp"
#include "sim/client/client_file.hpp"
#include "sim/client/condition_edits.hpp"
#include "sim/client/interview.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::client;

namespace {

Client shipped(const std::string& id) { return read_client(authoring::asset_named("clients", id)); }

/// What `tactus-sim validate` would say of the client's file: WHERE: WHAT; MEND.
std::string said_of(const Client& client) {
    try {
        parse_client(write_client(client), "mine.toml");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("no shipped client has a fault") {
    for (const std::string& id : authoring::asset_ids("clients")) {
        CAPTURE(id);
        CHECK(faults_of(shipped(id)).empty());
    }
}

TEST_CASE("a value out of its range is told with its table, its row and the words of validate") {
    Client client = shipped("costa");
    REQUIRE(client.condition.caps.size() >= 2);
    client.condition.caps[1].palm_n = 400;
    client.response.truthfulness = 1.5F;
    client.complaint_now = 11;
    client.name.clear();
    const std::vector<ClientFault> faults = faults_of(client);
    REQUIRE(faults.size() == 4);
    const auto fault_of = [&](const std::string& key) {
        const auto found = std::ranges::find(faults, key, &ClientFault::key);
        REQUIRE(found != faults.end());
        return *found;
    };
    CHECK(fault_of("palm_n") ==
          ClientFault{"case.cap", 1, "palm_n", "is 400, outside 0 to 300; choose a value in that range"});
    CHECK(fault_of("truthfulness").table == "response");
    CHECK(fault_of("complaint").table.empty());
    CHECK(fault_of("name").words == "is empty; write a text between the quotes");
    const std::string said = said_of(client);
    for (const ClientFault& fault : faults) {
        CHECK(said.find(fault.words) != std::string::npos);
    }
}

TEST_CASE("a limit without a load and an answer without words are told at their rows") {
    Client client = shipped("costa");
    client.condition.caps.push_back({.place = "KID"});
    const std::size_t cap = client.condition.caps.size() - 1;
    set_answer(client.condition, "zzz", {.says = "", .first = "Why do you ask?"}); // last of the map
    const std::vector<ClientFault> faults = faults_of(client);
    REQUIRE(faults.size() == 2);
    CHECK(std::ranges::count_if(faults, [&](const ClientFault& fault) {
              return fault.table == "case.cap" && fault.row == cap && fault.key == "palm_n";
          }) == 1);
    CHECK(std::ranges::count_if(faults, [&](const ClientFault& fault) {
              return fault.table == "case.answer" && fault.row == client.condition.answers.size() - 1 &&
                     fault.key == "says";
          }) == 1);
}

TEST_CASE("areas come with a name of their own, at most four, and go with all that names them") {
    Condition condition;
    for (std::size_t k = 0; k < most_areas + 2; ++k) {
        add_area(condition);
    }
    REQUIRE(condition.areas.size() == most_areas);
    for (std::size_t k = 0; k < most_areas; ++k) {
        CHECK(condition.areas[k].id == "area-" + std::to_string(k + 1));
    }
    condition.caps = {{.place = "area-2", .palm_n = 20}, {.place = "KID", .palm_n = 20}};
    condition.bans = {{.techniques = {}, .place = "area-2", .why = "it is raw"}};
    condition.events = {{.kind = EventKind::spasm, .place = "RIB+area-2", .threshold = 20},
                        {.kind = EventKind::spasm, .place = "area-2", .threshold = 20}};
    CHECK(remove_area(condition, 1) == 1);
    CHECK(condition.areas[1].id == "area-3");
    CHECK(condition.caps.size() == 1);
    CHECK(condition.bans.empty());
    REQUIRE(condition.events.size() == 1);
    CHECK(condition.events.front().place == "RIB");
    CHECK(condition.areas[add_area(condition)].id == "area-2"); // the free one
}

TEST_CASE("a new limit stands at the first place that has none, and can be read") {
    Client client = shipped("adler");
    client.condition = condition_named("healthy").condition;
    client.condition.caps.clear();
    add_area(client.condition);
    const std::vector<std::string> places = cap_places(client.condition);
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(add_cap(client.condition) == k);
        CHECK(client.condition.caps[k].place == places[k]);
    }
    CHECK(places[0] == "ANY");
    CHECK(places[1] == "area-1");
    CHECK(faults_of(client).empty());
    CHECK(remove_cap(client.condition, 2) == 1);
    CHECK(client.condition.caps.size() == 2);
}

TEST_CASE("a question that the case turns on earns its points, one that it does not turn on none") {
    const Questionnaire questionnaire = read_questionnaire(authoring::asset_named("intake", "questions"));
    const auto follow_up =
        std::ranges::find(questionnaire.questions, QuestionKind::follow_up, &Question::kind);
    REQUIRE(follow_up != questionnaire.questions.end());
    Condition condition;
    set_key_question(condition, questionnaire, follow_up->id, true);
    CHECK(condition.decision.key == std::vector<std::string>{follow_up->id});
    CHECK(condition.question_points.at(follow_up->id) == doctest::Approx(follow_up->points));
    set_key_question(condition, questionnaire, follow_up->id, false);
    CHECK(condition.decision.key.empty());
    CHECK_FALSE(condition.question_points.contains(follow_up->id));
    set_must_ask(condition, follow_up->id, true);
    CHECK(condition.decision.must_ask == std::vector<std::string>{follow_up->id});
    set_answer(condition, follow_up->id, {.says = "Since Monday.", .first = ""});
    CHECK(answer_to(condition, *follow_up, 0) == "Since Monday.");
    set_answer(condition, follow_up->id, {});
    CHECK(condition.answers.empty());
}
