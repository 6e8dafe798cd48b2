/// `tactus-sim records verify`, `station` and `trust` on stations of real short runs.

#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_stations.hpp"
#include "sim/cli/run_verify.hpp"
#include "sim/records/archive.hpp"
#include "tests/scenes/recordings.hpp"
#include "tests/sim/records/folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;
namespace fs = std::filesystem;

namespace {

const fs::path golden = fs::path(TACTUS_SOURCE_DIR) / "tests" / "data" / "recordings";

nlohmann::json verify(cli::VerifyOptions options, int code) {
    options.json = true;
    std::ostringstream out;
    CHECK(cli::run_verify(options, out) == code);
    return nlohmann::json::parse(out.str());
}

std::string text_of(const cli::VerifyOptions& options, int code) {
    std::ostringstream out;
    CHECK(cli::run_verify(options, out) == code);
    return out.str();
}

std::string trust(const cli::TrustOptions& options, int code = 0) {
    std::ostringstream out;
    CHECK(cli::run_trust(options, out) == code);
    return out.str();
}

} // namespace

TEST_CASE("one, a student's, a class's or a station's attempts are verified, each with its line") {
    const scenes::Folder folder("cli-verify");
    std::string held_bone;
    {
        records::Archive archive(folder.path);
        held_bone =
            archive
                .add(replay::read_recording(golden / "held-bone.tactus"), {.student = "Ana", .grade = "fail"})
                .id;
        archive.add(replay::read_recording(golden / "two-hands.tactus"), {.student = "Ben"});
        archive.set_class(*archive.profile_named("Ben"), "2B");
        archive.add(scenes::invented_recording(30), {.student = "Cid"}); // made-up hashes
    }
    const nlohmann::json all = verify({.data = folder.path, .workers = 2}, 1);
    CHECK(all.at("checked") == 3);
    CHECK(all.at("findings") == 1);
    CHECK(all.at("verdicts").at("verified") == 2);
    CHECK(all.at("verdicts").at("diverges") == 1);
    CHECK(all.at("workers") == 2);

    const std::string one = text_of({.data = folder.path, .what = {held_bone}}, 0);
    CHECK(one.find(": verified, signed by ") != std::string::npos);
    CHECK(one.find("1 recording checked, 0 findings; 1 verified") != std::string::npos);
    const std::string of_ben = text_of({.data = folder.path, .student = "Ben"}, 0);
    CHECK(of_ben.find("(Ben)") != std::string::npos);
    CHECK(verify({.data = folder.path, .class_name = "2B"}, 0).at("checked") == 1);
    const std::string of_cid = text_of({.data = folder.path, .student = "Cid"}, 1);
    CHECK(of_cid.find("DIVERGES: the run differs from step 0 on") != std::string::npos);

    std::ostringstream out;
    CHECK_THROWS_AS(cli::run_verify({.data = folder.path, .student = "Dee"}, out), UserError);
    CHECK_THROWS_AS(cli::run_verify({.data = folder.path, .what = {"no such thing"}}, out), UserError);
    CHECK_THROWS_AS(cli::run_verify({.data = folder.path, .what = {held_bone}, .student = "Ana"}, out),
                    UserError);
}

TEST_CASE("a folder of recordings is verified, a foreign station named until it is trusted") {
    const scenes::Folder folder("cli-foreign");
    fs::create_directories(folder.path / "in");
    const fs::path file = folder.path / "in" / "held-bone.tactus";
    fs::copy_file(golden / "held-bone.tactus", file);
    const fs::path cut = folder.path / "in" / "cut.tactus";
    fs::copy_file(file, cut);
    fs::resize_file(cut, 700);
    cli::VerifyOptions options{.data = folder.path / "data", .what = {(folder.path / "in").string()}};
    const nlohmann::json before = verify(options, 1);
    CHECK(before.at("verdicts").at("foreign station") == 1);
    CHECK(before.at("verdicts").at("truncated") == 1);
    CHECK_FALSE(fs::exists(folder.path / "data")); // looking at files makes no records

    fs::remove(cut);
    CHECK(trust({.data = options.data, .stations = {(golden / "known_stations.toml").string()}})
              .find("golden station") != std::string::npos);
    const nlohmann::json after = verify(options, 0);
    CHECK(after.at("recordings").at(0).at("signed_by").at("known_as") == "golden station");
    const std::string key = after.at("recordings").at(0).at("signed_by").at("key");
    trust({.data = options.data, .stations = {key}, .forget = true});
    trust({.data = options.data, .stations = {key}, .forget = true}, 1);
    CHECK(trust({.data = options.data, .stations = {key}, .name = "Room 9"}).find("Room 9") !=
          std::string::npos);
    std::ostringstream out;
    CHECK_THROWS_AS(cli::run_trust({.data = options.data, .stations = {key}}, out), UserError);

    options.what = {(golden / "two-hands-format-1.tactus").string()};
    CHECK(text_of(options, 0).find("verified, unsigned") != std::string::npos);
    options.must_be_signed = true;
    CHECK(text_of(options, 1).find("UNSIGNED") != std::string::npos);
}

TEST_CASE("a station tells its name and key") {
    const scenes::Folder folder("cli-station");
    std::ostringstream out;
    CHECK(cli::run_station({.data = folder.path, .name = "Room 2", .json = true}, out) == 0);
    const auto json = nlohmann::json::parse(out.str());
    CHECK(json.at("name") == "Room 2");
    CHECK(json.at("key").get<std::string>().size() == 64);
    CHECK(trust({.data = folder.path}).find("Room 2") != std::string::npos);
}
