#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "sim/client/condition_check.hpp"
#include "sim/client/condition_file.hpp"
#include "sim/client/place.hpp"
#include "sim/client/questionnaire.hpp"
#include "tests/sim/client/assets.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

using namespace tactus;
using namespace tactus::client;

namespace {

std::vector<Condition> shipped_conditions() {
    std::vector<Condition> all;
    for (const auto& entry : std::filesystem::directory_iterator(tests::assets / "conditions")) {
        all.push_back(read_condition_file(entry.path()).condition);
    }
    return all;
}

std::string condition_complaints(const std::string& toml) {
    try {
        parse_condition(toml, "conditions/mine.toml");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

const std::string least_condition =
    "code = \"X\"\nname = \"x\"\nlesson = \"x\"\nscope = \"local\"\n[decision]\nurgency = \"OK\"\n";

} // namespace

TEST_CASE("every shipped condition is written into a client and read back to an equal value") {
    const std::vector<Condition> conditions = shipped_conditions();
    CHECK(conditions.size() == 27);
    for (const Condition& condition : conditions) {
        CAPTURE(condition.id);
        Client client = parse_client("name = \"N\"\nsex = \"male\"\nstature_m = 1.8\nbmi = 24\nage = 40\n"
                                     "muscle = 0.5\nskin_tone = \"fair\"\ncondition = \"" +
                                         condition.id + "\"\n",
                                     "clients/n.toml");
        CHECK(client.condition.question_points.size() >= 17);
        Condition carried = client.condition;
        carried.question_points.clear();
        carried.wordings.clear();
        CHECK(carried == condition);
        CHECK(parse_client(write_client(client), "recording").condition == client.condition);
    }
}

TEST_CASE("what a condition names exists, or is complained of") {
    const Questionnaire questionnaire = read_questionnaire(tests::assets / "intake" / "questions.toml");
    const std::vector<std::string_view> techniques{
        "kneading",      "digital_kneading", "wringing",  "skin_rolling",          "circular_friction",
        "compression",   "stripping",        "hacking",   "trigger_point_release", "cross_fibre_friction",
        "cupping",       "beating",          "vibration", "passive_stretch",       "scapular_mobilisation",
        "pa_oscillation"};
    for (const Condition& condition : shipped_conditions()) {
        CAPTURE(condition.id);
        for (const Complaint& complaint :
             check_condition(condition, questionnaire, techniques, condition.id)) {
            FAIL_CHECK(complaint.what);
        }
    }
    Condition wrong;
    wrong.answers["tides"] = {"?", ""};
    wrong.matrix["site"] = true;
    wrong.positions = {"upside_down"};
    wrong.adaptations = {"music"};
    wrong.bans = {{.techniques = {"tickling"}, .why = "no"}};
    wrong.events = {{.answer = "sing"}};
    CHECK(check_condition(wrong, questionnaire, techniques, "wrong.toml").size() == 6);
}

TEST_CASE("no two conditions ask for the same session") {
    std::set<std::string> lessons;
    for (const Condition& condition : shipped_conditions()) {
        CAPTURE(condition.id);
        CHECK(!condition.lesson.empty());
        CHECK(lessons.insert(condition.lesson).second);
        // Someone whom nobody may touch needs no caps; everyone else has some.
        CHECK((condition.scope == Scope::absolute) == condition.caps.empty());
    }
}

TEST_CASE("the areas of a condition are ellipses and boxes") {
    const SkinArea round{.u = 0.2F, .v = 1, .half_u = 0.1F, .half_v = 0.2F};
    CHECK(contains(round, 0.29F, 1));
    CHECK(contains(round, 0.2F, 0.81F));
    CHECK_FALSE(contains(round, 0.29F, 1.15F));
    CHECK_FALSE(contains(round, -0.2F, 1));
    SkinArea square = round;
    square.square = true;
    CHECK(contains(square, 0.29F, 1.15F));
}

TEST_CASE("a place is an area, a box, several of them or anywhere, and the least cap there holds") {
    Condition some;
    some.areas = {{.id = "scar", .name = "the scar", .u = 0.3F, .v = 0.9F, .half_u = 0.1F, .half_v = 0.1F}};
    CHECK(Place(some, "scar").contains(0.3F, 0.95F));
    CHECK_FALSE(Place(some, "scar").contains(-0.3F, 0.95F));
    CHECK(Place(some, "SPN_BAND").contains(-0.04F, 0.5F));
    CHECK(Place(some, "scar+SPN_BAND").contains(0.3F, 0.9F));
    CHECK(Place(some, "scar+SPN_BAND").contains(0, 0.5F));
    CHECK_FALSE(Place(some, "scar+SPN_BAND").contains(0.3F, 0.5F));
    CHECK(Place(some, anywhere).contains(1, 1));
    CHECK_FALSE(Place(some, "nowhere").contains(0.3F, 0.9F));
    some.caps = {{.place = "ANY", .palm_n = 30, .thumb_n = 10}, {.place = "scar", .palm_n = 8}};
    CHECK(cap_at(some, 0.3F, 0.9F, true) == 8);
    CHECK(cap_at(some, 0.3F, 0.9F, false) == 10);
    CHECK(cap_at(some, 0.3F, 0.3F, true) == 30);
    CHECK(cap_at(Condition{}, 0.3F, 0.3F, true) == 0);
}

TEST_CASE("a wrong condition file names each place, value and mend") {
    const std::string told = condition_complaints(
        "code = \"X\"\nname = \"x\"\nlesson = \"x\"\nscope = \"sometimes\"\n[grading]\nintake = "
        "10\ncaps = 10\n"
        "adaptation = 10\ntechnique = 10\ncommunication = 10\n[decision]\nurgency = \"E7\"\n"
        "[[cap]]\nplace = \"knee\"\npalm_n = 999\n[[event]]\nkind = \"hiccup\"\n");
    for (const char* const part : {"sometimes", "add to 50", "E7", "knee", "999", "hiccup"}) {
        CAPTURE(part);
        CHECK(told.find(part) != std::string::npos);
    }
    CHECK(condition_complaints(least_condition).empty());
    CHECK(condition_complaints(least_condition + "[[cap]]\nplace = \"LLS\"\n").find("every other limit") !=
          std::string::npos);
    CHECK(condition_complaints(least_condition + "[[area]]\nid = \"LLS\"\nname = \"x\"\n")
              .find("name of a region") != std::string::npos);
    const std::string joined =
        condition_complaints(least_condition + "[[event]]\nkind = \"spasm\"\nplace = \"RIB+knee\"\n");
    CHECK(joined.find("`knee`") != std::string::npos);
    CHECK(joined.find("`RIB") == std::string::npos);
    CHECK(condition_complaints(least_condition + "[[event]]\nkind = \"wheal\"\nanswer_within_s = 5\n")
              .find("which action") != std::string::npos);
}

TEST_CASE("a client whose condition is unknown or broken says so at its own line") {
    const std::string toml =
        "name = \"N\"\nsex = \"male\"\nstature_m = 1.8\nbmi = 24\nage = 40\nmuscle = 0.5\n"
        "skin_tone = \"fair\"\ncondition = \"gout\"\n";
    std::string told;
    try {
        parse_client(toml, "clients/n.toml");
    } catch (const UserError& error) {
        told = error.what();
    }
    CHECK(told.find("clients/n.toml:8") != std::string::npos);
    CHECK(told.find("gout") != std::string::npos);
}
