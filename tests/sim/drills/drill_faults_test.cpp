/// What is wrong with a drill that is being written, and what the client bears where it is done.

#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_faults.hpp"
#include "sim/drills/drill_file.hpp"
#include "sim/drills/force_limits.hpp"
#include "sim/drills/step_edits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::drills;

namespace {

client::Client shipped_client(const std::string& id) {
    return client::read_client(authoring::asset_named("clients", id));
}

scoring::Rubric rubric() { return scoring::read_rubric(authoring::asset_named("rubrics", "default")); }

} // namespace

TEST_CASE("what a drill begins from, a copy of a shipped one and every shipped one have no fault") {
    for (const Beginning beginning : {Beginning::strokes, Beginning::point, Beginning::beats}) {
        Drill drill = new_drill("mine", "adler");
        drill.steps = {new_step(beginning)};
        CHECK(faults_of(drill).empty());
    }
    for (const std::string& id : authoring::asset_ids("drills")) {
        CAPTURE(id);
        const Drill drill = read_drill(authoring::asset_named("drills", id));
        CHECK(faults_of(drill).empty());
        CHECK(faults_of(copied(drill, "mine")).empty());
    }
}

TEST_CASE("a fault names its step and its field with the reader's own words") {
    Drill drill = new_drill("mine", "adler");
    add_step(drill, 0, new_step(Beginning::point));
    drill.name.clear();
    drill.weights[0] += 5;
    drill.steps[1].task.force_n = scoring::Band{60, 20};
    const std::vector<Fault> faults = faults_of(drill);
    REQUIRE(faults.size() == 3);
    CHECK(faults[0] == Fault{std::nullopt, "name", "is empty; write a text between the quotes"});
    CHECK_FALSE(faults[1].step);
    CHECK(faults[1].key == "pressure");
    CHECK(faults[1].words == "and the weights beside it add to 105; make them add to 100");
    CHECK(faults[2].step == 1);
    CHECK(faults[2].key == "force_n");
    CHECK(faults[2].words.find("runs from 60 to 20") != std::string::npos);
}

TEST_CASE("half a drill is read as far as it goes, and written again it is the same half") {
    Drill drill = new_drill("mine", "adler");
    drill.name.clear();
    drill.weights = {};
    const DrillReading reading = read_unfinished(write_drill(drill), "draft.toml");
    CHECK(reading.drill == drill);
    CHECK(reading.complaints.size() == 2);
    CHECK_THROWS_AS(read_unfinished("name = ", "draft.toml"), UserError);
}

TEST_CASE("a place beside the skin and a point that the client lacks are faults of their step") {
    const client::Client adler = shipped_client("adler");
    const anatomy::Anatomy anatomy = anatomy::make_anatomy(adler.body, adler.trigger_points);
    Drill drill = new_drill("mine", "adler");
    add_step(drill, 0, new_step(Beginning::point));
    drill.steps[1].task.place->u = 1.1F;
    add_step(drill, 1, new_step(Beginning::point));
    drill.steps[2].task.place.reset();
    drill.steps[2].task.trigger_point = "QL-s2 left";
    const std::vector<Fault> faults = faults_on(drill, anatomy, adler.name);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].step == 1);
    CHECK(faults[1].step == 2);
    CHECK(faults[1].words.find("no trigger point QL-s2 left") != std::string::npos);

    // The limits of a thumb beside the erector over the kidney, of everybody and of somebody whose bones are
    // brittle.
    scoring::Task task = new_step(Beginning::point).task;
    task.place = scoring::HoldPlace{.u = 0.35F, .v = 0.8F};
    task.force_n = scoring::Band{10, 20};
    const std::vector<Vec2> places = places_of(task, anatomy);
    const std::vector<ForceLimit> limits = force_limits(task, adler, rubric(), places);
    REQUIRE_FALSE(limits.empty());
    CHECK(limits.front().force_n == 15);
    const std::vector<std::string> warnings = step_warnings(task, adler, rubric(), places);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings.front().find("Anybody bears 15 N at ") == 0);
    task.load_cap_n = 25; // the step's own word
    task.place = scoring::HoldPlace{.u = 0.2F, .v = 0.3F};
    CHECK(step_warnings(task, adler, rubric(), places_of(task, anatomy)).empty());

    client::Client brittle = adler;
    brittle.condition.caps = {{.place = "RIB", .thumb_n = 2}};
    brittle.condition.bans = {{.techniques = {"stripping"}, .place = "RIB", .why = "the bone is brittle"}};
    task.place = scoring::HoldPlace{.u = 0.5F, .v = 0.6F};
    task.techniques = {"stripping"};
    const std::vector<std::string> own = step_warnings(task, brittle, rubric(), places_of(task, anatomy));
    REQUIRE(own.size() == 2);
    CHECK(own[0] == "No stripping at ribs of Mr. Adler: the bone is brittle.");
    CHECK(own[1].find("Mr. Adler bears 2 N at ribs") == 0);
}

TEST_CASE("shipped drills ask of their default client nothing that its own limits forbid") {
    const scoring::Rubric everybody = rubric();
    for (const std::string& id : authoring::asset_ids("drills")) {
        const Drill drill = read_drill(authoring::asset_named("drills", id));
        const client::Client who = shipped_client(drill.client);
        anatomy::Anatomy points; // where they lie on the mean body is near enough for boxes
        for (const anatomy::TriggerPointChoice& choice : who.trigger_points) {
            const anatomy::TriggerPointSite& site = *anatomy::trigger_point_site(choice.site);
            points.trigger_points.push_back({.id = choice.site + (choice.right ? " right" : " left"),
                                             .site = &site,
                                             .u = choice.right ? site.u : -site.u,
                                             .v = site.v});
        }
        for (const Step& step : drill.steps) {
            CAPTURE(id);
            CAPTURE(step.name);
            for (const std::string& warning :
                 step_warnings(step.task, who, everybody, places_of(step.task, points))) {
                CHECK(warning.starts_with("Anybody bears ")); // a part of a zone that is passed over
            }
        }
    }
}
