#include "sim/authoring/resources.hpp"
#include "sim/authoring/table.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/drill_check.hpp"
#include "sim/drills/drill_file.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>
#include <string>

using namespace tactus;
using namespace tactus::drills;

namespace {

const std::string folder = std::string(TACTUS_SOURCE_DIR) + "/assets/drills/";

std::string complaints_of(const std::string& toml) {
    try {
        parse_drill(toml, "drills/mine.toml");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("every shipped drill reads, weighs its groups to 100 and survives being written") {
    for (const std::string& id : authoring::asset_ids("drills")) {
        CAPTURE(id);
        const Drill drill = read_drill(folder + id + ".toml");
        CHECK(drill.id == id);
        CHECK(drill.catalogue.starts_with("D"));
        CHECK(std::accumulate(drill.weights.begin(), drill.weights.end(), 0.0) == doctest::Approx(100));
        CHECK(drill.duration_s() + drill.cards * drill.card_s >= 40);
        CHECK(drill.duration_s() <= 1800);
        CHECK(parse_drill(write_drill(drill), "elsewhere.toml") == drill);
    }
}

TEST_CASE("every shipped drill can be done on its client") {
    for (const std::string& id : authoring::asset_ids("drills")) {
        CAPTURE(id);
        const Drill drill = read_drill(folder + id + ".toml");
        const client::Client who = client::read_client(authoring::asset_named("clients", drill.client));
        const std::vector<Complaint> complaints =
            check_drill(drill, id, anatomy::make_anatomy(who.body, who.trigger_points), who.name);
        CHECK_MESSAGE(complaints.empty(), (complaints.empty() ? "" : complaints.front().what));
    }
}

TEST_CASE("the schema names every key that a drill may have, and no other") {
    std::ifstream file(folder + "drill.schema.json");
    const nlohmann::json schema = nlohmann::json::parse(file);
    const nlohmann::json& root = schema.at("properties");
    const nlohmann::json& step = root.at("step").at("items").at("properties");
    const std::string head = "name = \"A\"\ntechnique = \"t\"\nbrief = \"b\"\nclient = \"adler\"\n";
    const std::string tail = "[weights]\npressure = 100\n[[step]]\nname = \"s\"\ninstruction = \"i\"\n"
                             "duration_s = 10\n";
    for (const auto& [key, value] : root.items()) { // a wrong type is complained of, an unknown key as such
        CAPTURE(key);
        const std::string said = complaints_of(key + " = 1979-05-27\n" + head + tail);
        CHECK(said.find("known here") == std::string::npos);
    }
    for (const auto& [key, value] : step.items()) {
        CAPTURE(key);
        CHECK(complaints_of(head + tail + key + " = 1979-05-27\n").find("known here") == std::string::npos);
    }
    for (const std::string& id : authoring::asset_ids("drills")) {
        std::istringstream lines(authoring::read_text(folder + id + ".toml"));
        bool in_step = false;
        bool in_weights = false;
        for (std::string line; std::getline(lines, line);) {
            in_step = in_step || line == "[[step]]";
            in_weights = line == "[weights]" || (in_weights && line != "[[step]]");
            const std::size_t blank = line.find(" = ");
            if (blank != std::string::npos && line[0] != '#' && !in_weights) {
                CAPTURE(line);
                CHECK((in_step ? step : root).contains(line.substr(0, blank)));
            }
        }
    }
}

TEST_CASE("units of a drill file are converted once, to SI") {
    const Drill drill = read_drill(folder + "effleurage.toml");
    const scoring::Task& task = drill.steps.at(1).task;
    CHECK(task.speed_m_s->low == 0.10F);
    CHECK(task.speed_m_s->high == 0.16F);
    CHECK(task.force_n->high == 45);
    CHECK(task.dose_min_pa_s == doctest::Approx(3000));
    CHECK(task.direction == scoring::Direction::cephalad);
    CHECK(task.zone->sides == scoring::Zone::Sides::both);
}

TEST_CASE("steps follow one another by time") {
    const Drill drill = read_drill(folder + "effleurage.toml");
    CHECK(progress_at(drill, 0).step == 0);
    CHECK(progress_at(drill, 20.99).step == 0);
    CHECK(progress_at(drill, 21).step == 1);
    CHECK(progress_at(drill, 21).step_left_s == doctest::Approx(21));
    CHECK(progress_at(drill, 21).left_s == doctest::Approx(39));
    CHECK(!progress_at(drill, 59.99).finished);
    CHECK(progress_at(drill, 60).finished);
    CHECK(progress_at(drill, 60).step == 2);
}

TEST_CASE("every fault of a drill is one sentence with file and line") {
    const std::string good = authoring::read_text(folder + "trigger-release.toml");

    struct Fault {
        std::string from, to, said;
    };

    const std::array faults = std::to_array<Fault>({
        {"force_n = [14, 24]", "force_n = [24, 14]", "runs from 24 to 14; put the lower value first"},
        {"force_n = [14, 24]", "force_n = [14, 900]", "`step.force_n` holds 900, outside 0.1 to 300"},
        {"force_n = [14, 24]", "force_N = [14, 24]",
         "`step.force_N` is not a key that is known here; did you mean `force_n`"},
        {"trigger_point = \"LS1 right\"", "trigger_point = \"LS9 right\"",
         "`step.trigger_point` names `LS9`; the sites are: "},
        {"trigger_point = \"LS1 right\"", "trigger_point = \"LS1\"",
         "write site and side, like \"LS1 right\""},
        {"tools = [\"thumb\"]", "tools = [\"nose\"]",
         "`step.tools` names `nose`; the tools are: palm, thumb"},
        {"direction = \"cephalad\"", "direction = \"upward\"",
         "`step.direction` is `upward`; choose one of: any, cephalad"},
        {"zone_v = [0, 0.5]", "", "`step.zone_v` is missing; a zone needs zone_u and zone_v"},
        {"zone_u = [0.12, 0.45]", "zone_u = [0.12, 4.5]", "holds 4.5, outside 0 to 1.2"},
        {"pressure = 20", "pressure = 30", "add to 110; make them add to 100"},
        {"duration_s = 40", "duration_s = 0", "`step.duration_s` is 0, outside 1 to 3600"},
        {"client = \"adler\"", "", "`client` is missing"},
    });
    for (const Fault& fault : faults) {
        CAPTURE(fault.to);
        const std::string said = complaints_of(replaced(good, fault.from, fault.to));
        CHECK(said.find(fault.said) != std::string::npos);
        CHECK(said.starts_with("drills/mine.toml:"));
        CHECK(said.find('\n') == std::string::npos);
    }
}

TEST_CASE("a hold without a point, and a return without a direction, are refused") {
    const std::string head =
        "name = \"A\"\ntechnique = \"t\"\nbrief = \"b\"\nclient = \"adler\"\n[weights]\npressure = 100\n"
        "[[step]]\nname = \"s\"\ninstruction = \"i\"\nduration_s = 10\n";
    CHECK(complaints_of(head) == "");
    CHECK(complaints_of(head + "hold_s = [10, 20]\n") ==
          "drills/mine.toml:11: `step.hold_s` stands without a trigger point, a place or a bone; add "
          "trigger_point = \"LS1 right\", place = [0.2, 0.5] or bone = \"occiput\"");
    CHECK(complaints_of(head + "return_force_n = [0, 6]\n")
              .starts_with("drills/mine.toml:11: `step.return_force_n` needs"));
    CHECK(complaints_of(head.substr(0, head.find("[[step]]"))) ==
          "drills/mine.toml:1: `step` is missing; add at least one [[step]]");
}

TEST_CASE("a step of rhythm reads in its units, survives being written, and is refused with a half of it") {
    const std::string head =
        "name = \"Gutter circles\"\ntechnique = \"Swedish\"\nbrief = \"b\"\nclient = \"adler\"\n"
        "[weights]\nflow = 100\n[[step]]\nname = \"s\"\ninstruction = \"i\"\nduration_s = 60\n";
    const std::string rhythm = "beat_hz = [1, 2]\nsweep_mm = [20, 40]\nslip_mm = 3\n";
    const Drill drill = parse_drill(head + rhythm + "techniques = [\"circular_friction\"]\n", "circles.toml");
    const scoring::Task& task = drill.steps.at(0).task;
    CHECK(work_of(task) == scoring::Work::rhythm);
    CHECK(task.sweep_m->high == doctest::Approx(.04));
    CHECK(*task.slip_m == doctest::Approx(.003));
    CHECK(parse_drill(write_drill(drill), "circles.toml") == drill);

    CHECK(complaints_of(head + "slip_mm = 3\n") ==
          "drills/mine.toml:11: `step.slip_mm` stands without a beat; add beat_hz = [0.5, 1]");
    CHECK(complaints_of(head + rhythm + "trigger_point = \"LS1 right\"\n")
              .starts_with("drills/mine.toml:11: `step.beat_hz` stands beside a trigger point"));
    CHECK(complaints_of(head + "techniques = [\"tickling\"]\n")
              .starts_with("drills/mine.toml:11: `step.techniques` names `tickling`; the techniques are: "));
}

TEST_CASE(
    "holds at places, stretches and palpation read in SI, survive being written, and are whole or refused") {
    const std::string head =
        "name = \"A\"\ntechnique = \"t\"\nbrief = \"b\"\nclient = \"adler\"\n[weights]\ntargeting = 100\n"
        "[[step]]\nname = \"s\"\ninstruction = \"i\"\nduration_s = 30\n";
    const Drill drill = parse_drill(
        head + "place = [0.0, 1.2]\nplace_radius_mm = 25\nhold_s = [8, 12]\nproducts = [\"dry\"]\n"
               "feedback = \"none\"\nload_cap_n = 130\ndiscomfort = [4, 6]\n"
               "[[step]]\nname = \"n\"\ninstruction = \"i\"\nduration_s = 30\nbone = \"occiput\"\n"
               "bend_to = \"left\"\nbend_deg_s = [2, 5]\nhold_s = [15, 30]\n"
               "[[step]]\nname = \"p\"\ninstruction = \"i\"\nduration_s = 30\npoints_to_mark = 3\n"
               "zone_u = [0.2, 0.6]\nzone_v = [0, 0.3]\ntone_drop_percent = 30\nspasms_max = 0\n",
        "whole.toml");
    CHECK(drill.steps.at(2).task.tone_drop == doctest::Approx(0.3));
    CHECK(drill.steps.at(2).task.spasms_max == 0);
    CHECK(!drill.steps.at(1).task.spasms_max);
    const scoring::Task& place = drill.steps.at(0).task;
    CHECK(work_of(place) == scoring::Work::hold);
    CHECK(place.place->radius_m == doctest::Approx(.025));
    CHECK(place.products == std::vector{contact::Product::dry});
    CHECK(feedback_of(drill.steps.at(0), Feedback::full) == Feedback::none);
    CHECK(feedback_of(drill.steps.at(1), Feedback::terminal) == Feedback::terminal);
    const scoring::Task& stretch = drill.steps.at(1).task;
    CHECK(work_of(stretch) == scoring::Work::stretch);
    CHECK(stretch.bend_rad_s->high == doctest::Approx(0.0872665));
    CHECK(stretch.bend_right == false);
    CHECK(work_of(drill.steps.at(2).task) == scoring::Work::palpate);
    CHECK(parse_drill(write_drill(drill), "whole.toml") == drill);

    CHECK(complaints_of(head + "place = [0.2, 0.5]\n") ==
          "drills/mine.toml:11: `step.place` is to be held for an unknown time; add hold_s = [8, 12]");
    CHECK(complaints_of(head + "bone = \"occiput\"\n")
              .starts_with("drills/mine.toml:11: `step.bone` is neither held nor led round"));
    CHECK(complaints_of(head + "bend_deg_s = [2, 5]\n")
              .starts_with("drills/mine.toml:11: `step.bend_deg_s` stands without a bone"));
    CHECK(complaints_of(head + "spasms_max = 1.5\n") ==
          "drills/mine.toml:11: `step.spasms_max` is 1.5; write a whole number");
    CHECK(complaints_of(head + "points_to_mark = 3\n")
              .starts_with("drills/mine.toml:11: `step.points_to_mark` stands without a zone"));
    CHECK(complaints_of(head + "products = [\"butter\"]\n") ==
          "drills/mine.toml:11: `step.products` names `butter`; the products are: oil, lotion, gel, dry");
}

TEST_CASE("a drill cut off at any byte is read or refused") {
    const std::string good = authoring::read_text(folder + "effleurage.toml");
    for (std::size_t size = 0; size < good.size(); size += 3) {
        const std::string said = complaints_of(good.substr(0, size));
        CHECK((said.empty() || said.starts_with("drills/mine.toml:")));
    }
}

TEST_CASE("a drill is refused on a client who lacks its point or its skin") {
    const std::vector<anatomy::TriggerPointChoice> points{{.site = "LS1", .right = true}};
    const anatomy::Anatomy with = anatomy::make_anatomy({}, points);
    const anatomy::Anatomy without = anatomy::make_anatomy({}, {});
    Drill drill = read_drill(folder + "trigger-release.toml");
    CHECK(check_drill(drill, "d", with, "Mr. A").empty());
    const auto complaints = check_drill(drill, "d", without, "Mr. A");
    REQUIRE(complaints.size() == 2);
    CHECK(complaints[0].what == "Mr. A has no trigger point LS1 right");
    drill.steps[0].task.zone->u_high = 1.1F;
    drill.steps[0].task.zone->v_high = 0.9F;
    REQUIRE(check_drill(drill, "d", with, "Mr. A").size() == 1);
    CHECK(check_drill(drill, "d", with, "Mr. A")[0].what == "its zone leaves the skin of Mr. A");
}
