/// The subcommands that work on files people write: smoothness, techniques, list, validate.

#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_list.hpp"
#include "sim/cli/run_smoothness.hpp"
#include "sim/cli/run_techniques.hpp"
#include "sim/cli/run_validate.hpp"
#include "sim/hands/stroke_file.hpp"
#include "sim/math/transcendental.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;
namespace fs = std::filesystem;

namespace {

const fs::path source = TACTUS_SOURCE_DIR;

fs::path file_with(const std::string& name, const std::string& text) {
    fs::path file = fs::temp_directory_path() / ("tactus-authored-" + name);
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

std::string complaint_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("smoothness of the published bell is printed as published") {
    std::ostringstream csv;
    csv.precision(17);
    csv << "t,speed\n";
    for (int i = 0; i < 200; ++i) {
        const double t = -1 + 0.01 * i;
        csv << t << ',' << math::exp(-5 * t * t) << '\n';
    }
    const fs::path file = file_with("bell.csv", csv.str());
    std::ostringstream out;
    CHECK(cli::run_smoothness({.file = file, .json = true}, out) == 0);
    const auto json = nlohmann::json::parse(out.str());
    CHECK(json.at("sparc").get<double>() == doctest::Approx(-1.41403).epsilon(5e-6));
    CHECK(json.at("dlj").get<double>() == doctest::Approx(-335.74684).epsilon(1e-7));
    CHECK(json.at("ldlj").get<double>() == doctest::Approx(-5.81636).epsilon(1e-6));
    std::ostringstream text;
    cli::run_smoothness({.file = file}, text);
    CHECK(text.str().starts_with("SPARC -1.41403\nDLJ   -335.74684\nLDLJ  -5.81636\n"));
}

TEST_CASE("a speed that cannot be judged is refused with its line") {
    const auto complaint = [](const std::string& text) {
        std::ostringstream out;
        const fs::path file = file_with("speed.csv", text);
        const std::string said = complaint_of([&] { cli::run_smoothness({.file = file}, out); });
        return said.substr(std::min(said.size(), file.string().size()));
    };
    CHECK(complaint("t,speed\n0,1\n1,nan\n2,1\n") == ":3: `speed` is nan; give a finite number");
    CHECK(complaint("t,speed\n0,1\n1,2\n") == ":1: has 2 rows of speed; smoothness needs at least three");
    CHECK(complaint("t,speed\n0,1\n1,2\n3,2\n") ==
          ":3: the times are not evenly spaced; resample the speed first");
    CHECK(complaint("t,speed\n0,1\n0,2\n0,2\n") ==
          ":3: the times are not evenly spaced; resample the speed first");
    CHECK(complaint("t,sped\n0,1\n").starts_with(":1: has an unknown column `sped`; did you mean `speed`"));
}

TEST_CASE("every technique writes strokes that the reader takes") {
    std::ostringstream list;
    CHECK(cli::run_techniques({.json = true}, list) == 0);
    const auto listed = nlohmann::json::parse(list.str());
    for (const auto& row : listed.at("techniques")) {
        for (const char* quality : {"ideal", "good", "fair", "poor"}) {
            std::ostringstream csv;
            cli::run_techniques({.name = row.at("name"), .quality = quality, .seed = 7}, csv);
            const hands::StrokeTrack track = hands::parse_strokes(csv.str(), "performed.csv");
            CHECK(track.duration_s() > 10);
            CHECK(track.duration_s() < 80);
        }
    }
    std::ostringstream out;
    CHECK(complaint_of([&] {
              cli::run_techniques({.name = "shiatsu"}, out);
          }).starts_with("shiatsu: is no technique"));
    CHECK(complaint_of([&] { cli::run_techniques({.name = "kiosk", .quality = "superb"}, out); }) ==
          "--quality: is `superb`; choose one of: ideal, good, fair, poor, novice, middle, expert");
    CHECK(complaint_of([&] {
              cli::run_techniques({.name = "kiosk", .out = "/no/such/folder/x.csv"}, out);
          }).starts_with("/no/such/folder/x.csv: cannot be written"));
}

TEST_CASE("a whole drill is written as strokes that the reader takes, for its own client or another") {
    for (const char* client : {"", "ito"}) {
        std::ostringstream csv;
        CHECK(cli::run_techniques({.drill = "kneading", .quality = "expert", .client = client}, csv) == 0);
        const hands::StrokeTrack track = hands::parse_strokes(csv.str(), "kneading.csv");
        CHECK(track.duration_s() > 175);
        CHECK(track.duration_s() <= 180);
    }
    std::ostringstream out;
    CHECK(complaint_of([&] { cli::run_techniques({.drill = "no-such-drill"}, out); }) != "");
}

TEST_CASE("the committed strokes are what their first line says they are") {
    for (const char* name : {"expert", "novice", "harmful", "expert_trigger"}) {
        CAPTURE(name);
        std::ifstream in(source / "tests" / "data" / (std::string(name) + ".csv"), std::ios::binary);
        std::stringstream committed;
        committed << in.rdbuf();
        std::istringstream words(committed.str());
        std::string hash;
        std::string program;
        std::string command;
        std::string technique;
        std::string flag;
        std::string quality;
        std::string seed_flag;
        std::uint64_t seed = 0;
        words >> hash >> program >> command >> technique >> flag >> quality >> seed_flag >> seed;
        std::ostringstream again;
        cli::run_techniques({.name = technique, .quality = quality, .seed = seed}, again);
        CHECK((again.str() == committed.str()));
    }
}

TEST_CASE("drills, clients and rubrics are listed by id") {
    const auto ids = [](const std::string& kind) {
        std::ostringstream out;
        CHECK(cli::run_list({.kind = kind, .json = true}, out) == 0);
        std::vector<std::string> found;
        const auto listed = nlohmann::json::parse(out.str());
        for (const auto& row : listed.at(kind)) {
            found.push_back(row.at("id"));
        }
        return found;
    };
    const std::vector<std::string> drills = ids("drills");
    for (const char* id : {"effleurage", "first-touch", "full-back-short", "kiosk", "trigger-release"}) {
        CHECK(std::ranges::find(drills, id) != drills.end());
    }
    CHECK(std::ranges::is_sorted(drills));
    const std::vector<std::string> clients = ids("clients");
    CHECK(clients.size() >= 12);
    CHECK(clients[0] == "adler");
    CHECK(clients[1] == "brandt");
    CHECK(ids("rubrics") == std::vector<std::string>{"default"});
    std::ostringstream out;
    CHECK(complaint_of([&] { cli::run_list({.kind = "tools"}, out); }) ==
          "tools: is nothing that can be listed; choose one of drills, clients, conditions, rubrics, plans, "
          "products, wordings");
    CHECK(ids("products").size() == 6);
    CHECK(ids("wordings").size() >= 15);
}

TEST_CASE("validate finds every shipped file sound and says what it is") {
    cli::ValidateOptions options{.json = true};
    for (const char* name :
         {"assets/drills/effleurage.toml", "assets/drills/trigger-release.toml", "assets/drills/kiosk.toml",
          "assets/clients/adler.toml", "assets/rubrics/default.toml", "tests/data/expert.csv"}) {
        options.files.push_back(source / name);
    }
    std::ostringstream out;
    CHECK(cli::run_validate(options, out) == 0);
    const auto rows = nlohmann::json::parse(out.str()).at("sound");
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].at("kind") == "drill");
    CHECK(rows[3].at("kind") == "client");
    CHECK(rows[4].at("kind") == "rubric");
    CHECK(rows[5].at("kind") == "strokes");
}

TEST_CASE("every condition names questions, choices and techniques that exist") {
    const fs::path intake = source / "assets" / "intake";
    cli::ValidateOptions options{
        .files = {intake / "questions.toml", intake / "wordings.toml", intake / "products.toml"},
        .json = true};
    for (const auto& entry : fs::directory_iterator(source / "assets" / "conditions")) {
        options.files.push_back(entry.path());
    }
    std::ostringstream out;
    CHECK(cli::run_validate(options, out) == 0);
    const auto rows = nlohmann::json::parse(out.str()).at("sound");
    REQUIRE(rows.size() == 30);
    CHECK(rows[0].at("kind") == "questionnaire");
    CHECK(rows[1].at("kind") == "list of wordings");
    CHECK(rows[2].at("kind") == "shelf of products");
    CHECK(rows[3].at("kind") == "condition");
}

TEST_CASE("validate gathers the complaints of all files that are not sound") {
    cli::ValidateOptions options;
    options.files = {file_with("a.toml", "name = \"x\"\nstep = 3\n"),
                     file_with("b.toml", "colour = 3\n"),
                     file_with("c.csv", "t,hand\n"),
                     file_with("d.tactus", "no recording"),
                     file_with("e.txt", "?"),
                     file_with("f.toml", "= 3\n"),
                     "/no/such.toml"};
    std::ostringstream out;
    const std::string said = complaint_of([&] { cli::run_validate(options, out); });
    for (const fs::path& file : options.files) {
        CAPTURE(file.string());
        CHECK(said.find(file.string()) != std::string::npos);
    }
    CHECK(said.find("b.toml:1: is neither a drill nor a client nor a condition nor a rubric nor a plan") !=
          std::string::npos);
    CHECK(said.find("/no/such.toml: does not exist; check the path") != std::string::npos);
}
