/// Critical fails of facts 7.3 from files of strokes, through the whole simulation. The front of the neck is
/// no part of a back that lies prone: no stroke reaches it. A hand's rise of 300 N/s (hands_data.hpp) stays
/// below a thrust's 400: that one is triggered on an ideal tissue (scoring/evaluate_test.cpp). A dysreflexia
/// comes by chance of its own time, and a missed referral is a decision, no stroke: both are sessions of
/// run_cases.

#include "sim/cli/run_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <unistd.h>

using namespace tactus;
namespace fs = std::filesystem;

namespace {

/// One hand that presses on one spot, up within rise_s, and what is said or done at the begin.
struct Press {
    std::string tool = "thumb";
    double u = 0;
    double v = 0.5;
    double force_n = 10;
    double lasts_s = 3;
    double rise_s = 0.5;
    std::string event;
    std::string hold;
    double angle_deg = 0;
};

fs::path strokes_with(const std::string& name, const std::string& text) {
    fs::path file = fs::temp_directory_path() / ("tactus-critical-" + std::to_string(getpid()) + name);
    std::ofstream(file) << text;
    return file;
}

std::string strokes_of(const Press& press) {
    constexpr int rows_a_second = 60;
    std::ostringstream csv;
    csv << "t,hand,tool,u,v,force,angle,event,hold\n";
    for (int row = 0; row < press.lasts_s * rows_a_second; ++row) {
        const double t_s = static_cast<double>(row) / rows_a_second;
        csv << t_s << ",right," << press.tool << ',' << press.u << ',' << press.v << ','
            << press.force_n * std::min(1.0, t_s / press.rise_s) << ',' << press.angle_deg << ','
            << (row == 0 ? press.event : "") << ',' << press.hold << '\n';
    }
    return csv.str();
}

std::string drill_of(double lasts_s, const std::string& asked) {
    return "name = \"Press\"\ntechnique = \"test\"\nbrief = \"Press.\"\nclient = \"adler\"\nrubric = "
           "\"default\"\n"
           "feedback = \"none\"\n[weights]\npressure = 50\nflow = 0\ntargeting = 0\nsafety = 50\n"
           "communication = 0\nsequence = 0\n[[step]]\nname = \"Press\"\ninstruction = "
           "\"Press.\"\nduration_s = " +
           std::to_string(lasts_s) + "\nforce_n = [5, 45]\n" + asked;
}

/// Ids of what the run fails for; its score must say so too.
std::vector<std::string> criticals(const std::string& client, const Press& press,
                                   const std::string& asked = "") {
    const fs::path drill = strokes_with(".toml", drill_of(press.lasts_s + .2, asked));
    const fs::path strokes = strokes_with(".csv", strokes_of(press));
    std::ostringstream out;
    cli::run_run(
        {.client = client, .drill = drill.string(), .strokes = strokes, .setting = "half", .json = true},
        out);
    fs::remove(drill);
    fs::remove(strokes);
    const auto result = nlohmann::json::parse(out.str());
    std::vector<std::string> ids;
    for (const auto& critical : result.at("critical")) {
        ids.push_back(critical.at("id"));
    }
    CHECK(result.at("passed") == false);
    CHECK((ids.empty() || result.at("score").at("total") <= 49.0));
    return ids;
}

bool among(const std::vector<std::string>& ids, const std::string& id) {
    INFO(nlohmann::json(ids).dump());
    return std::ranges::find(ids, id) != ids.end();
}

} // namespace

TEST_CASE("critical fail: a load on the spinous processes") {
    CHECK(among(criticals("adler", {.u = 0, .force_n = 45}), "spine_load"));
}

TEST_CASE("critical fail: a load on the kidney, by thumb and by palm") {
    CHECK(among(criticals("adler", {.u = .3, .v = .68, .force_n = 90}), "load_KID"));
    CHECK(among(criticals("adler", {.tool = "palm", .u = .28, .v = .75, .force_n = 180, .rise_s = 1.5}),
                "load_KID"));
}

TEST_CASE("critical fail: pain of nine, and a stop word that is not heeded") {
    const auto ids = criticals("adler", {.u = .33, .v = .07, .force_n = 120, .lasts_s = 6.5, .rise_s = 1});
    CHECK(among(ids, "pain"));
    CHECK(among(ids, "stop_ignored"));
}

TEST_CASE("critical fail: a touch where massage is contraindicated") {
    CHECK(among(criticals("rossi", {.tool = "palm", .u = .25, .v = .4, .lasts_s = 1}), "treated"));
}

TEST_CASE("critical fail: an allergen applied") {
    CHECK(among(criticals("haddad", {.tool = "palm",
                                     .u = .25,
                                     .v = .4,
                                     .lasts_s = 1,
                                     .event = "product oil Prunus amygdalus dulcis oil"}),
                "banned_product"));
}

TEST_CASE("critical fail: a leg zap and a fracture that are mismanaged") {
    CHECK(among(criticals("costa", {.u = .12, .v = 1.08, .force_n = 15, .lasts_s = 7}), "leg_zap_ignored"));
    CHECK(among(criticals("grau", {.tool = "palm", .u = .1, .v = .45, .force_n = 70}), "fracture"));
}

TEST_CASE("critical fail: a joint that is jerked") {
    CHECK(among(criticals("brandt",
                          {.tool = "palm",
                           .u = .02,
                           .v = -.18,
                           .force_n = 25,
                           .rise_s = .3,
                           .hold = "occiput",
                           .angle_deg = -90},
                          "bone = \"occiput\"\nbend_to = \"left\"\nbend_deg_s = [2, 5]\nhold_s = [2, 4]\n"),
                "fast_stretch"));
}
