#include "sim/authoring/user_error.hpp"
#include "sim/client/client_file.hpp"
#include "tests/sim/client/assets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace tactus;
using namespace tactus::client;

namespace {

std::string complaints(const std::string& toml) {
    try {
        parse_client(toml, "clients/someone.toml");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

const std::string least =
    "name = \"Someone\"\nsex = \"female\"\nstature_m = 1.7\nbmi = 24\nage = 40\nmuscle = 0.5\n"
    "skin_tone = \"brown\"\n";

void check_equal(const Client& a, const Client& b) {
    CHECK(a.id == b.id);
    CHECK(a.name == b.name);
    CHECK(a.story == b.story);
    CHECK(a.body == b.body);
    CHECK(a.skin_tone == b.skin_tone);
    CHECK(a.hair == b.hair);
    CHECK(a.hair_colour == b.hair_colour);
    CHECK(a.complaint_now == b.complaint_now);
    REQUIRE(a.trigger_points.size() == b.trigger_points.size());
    for (std::size_t k = 0; k < a.trigger_points.size(); ++k) {
        CHECK(a.trigger_points[k].site == b.trigger_points[k].site);
        CHECK(a.trigger_points[k].right == b.trigger_points[k].right);
        CHECK(a.trigger_points[k].activity == b.trigger_points[k].activity);
    }
    CHECK(a.response.ppt_factor == b.response.ppt_factor);
    CHECK(a.response.resting_tone == b.response.resting_tone);
    CHECK(a.response.guard_threshold == b.response.guard_threshold);
    CHECK(a.response.guard_gain == b.response.guard_gain);
    CHECK(a.response.redness_gain == b.response.redness_gain);
    CHECK(a.response.redness_decay == b.response.redness_decay);
    CHECK(a.response.stroke_speed_limit_m_s == b.response.stroke_speed_limit_m_s);
    CHECK(a.response.truthfulness == b.response.truthfulness);
    CHECK(a.response.slow_reddener == b.response.slow_reddener);
}

} // namespace

TEST_CASE("every shipped client reads, is written back the same, and no two bodies are alike") {
    std::vector<Client> clients;
    for (const auto& entry : std::filesystem::directory_iterator(tests::assets / "clients")) {
        const Client client = read_client(entry.path());
        CAPTURE(client.id);
        check_equal(parse_client(write_client(client), entry.path().string()), client);
        CHECK(std::count(client.story.begin(), client.story.end(), '\n') == 2);
        for (const Client& other : clients) {
            CHECK(client.name != other.name);
            CHECK_FALSE(client.body == other.body);
        }
        clients.push_back(client);
    }
    CHECK(clients.size() >= 12);
}

TEST_CASE("posture is read in degrees, and a client of mean posture has none in its file") {
    const Client bent =
        parse_client(least + "[posture]\nkyphosis_deg = 60\nscoliosis_deg = -15\n", "bent.toml");
    CHECK(bent.body.kyphosis_deg == 60);
    CHECK(bent.body.lordosis_deg == anatomy::BodyParameters{}.lordosis_deg);
    CHECK(bent.body.scoliosis_deg == -15);
    CHECK(write_client(bent).find("scoliosis_deg = -15") != std::string::npos);
    CHECK(write_client(parse_client(least, "straight.toml")).find("posture") == std::string::npos);
    CHECK(complaints(least + "[posture]\nscoliosis_deg = 70\n").find("scoliosis_deg") != std::string::npos);
}

TEST_CASE("the first two shipped clients are who they are") {
    const Client adler = read_client(tests::assets / "clients/adler.toml");
    CHECK(adler.id == "adler");
    CHECK(adler.name == "Mr. Adler");
    CHECK(adler.body.sex == anatomy::Sex::male);
    CHECK(adler.body.stature_m == 1.80F);
    CHECK(adler.trigger_points.size() == 2);
    CHECK(adler.trigger_points[0].activity == anatomy::Activity::active);
    CHECK(adler.trigger_points[1].site == "UT1");
    const Client brandt = read_client(tests::assets / "clients/brandt.toml");
    CHECK(brandt.body.sex == anatomy::Sex::female);
    CHECK(brandt.hair == anatomy::HairStyle::bun);
    CHECK(brandt.skin_tone == SkinTone::tan);
    CHECK(brandt.response.guard_threshold == 7);
}

TEST_CASE("a client written and read back is the same client, to the last bit") {
    Client client = read_client(tests::assets / "clients/brandt.toml");
    client.name = "Zo\xc3\xab \"Zed\" \\ O'Neil\t";
    client.story = "one\ntwo\n";
    client.body.bmi = 23.123457F;
    client.body.muscle = 1.0F / 3.0F;
    client.complaint_now = 1e-7F;
    client.hair_colour = Vec3(0.1F, 0.2F, 0.30000001F);
    client.response.guard_gain = 0.1F + 1e-8F;
    client.response.slow_reddener = true;
    client.trigger_points.push_back({.site = "IS1", .right = false, .activity = anatomy::Activity::latent});
    const std::string text = write_client(client);
    const Client again = parse_client(text, "recording");
    check_equal(client, again);
    CHECK(write_client(again) == text);
}

TEST_CASE("what is not said is healthy") {
    const Client client = parse_client(least, "clients/someone.toml");
    CHECK(client.id == "someone");
    CHECK(client.response.resting_tone == Response{}.resting_tone);
    CHECK(client.trigger_points.empty());
    CHECK(client.hair == anatomy::HairStyle::cropped);
}

TEST_CASE("every mistake of a client file is named with its line, all at once") {
    const std::string all =
        complaints("name = \"X\"\nsex = \"other\"\nstature_m = 3\nbmi = \"fat\"\nage = 40\n"
                   "muscle = 0.5\nskin_tone = \"green\"\nhight = 2\n");
    for (const int line : {2, 3, 4, 7, 8}) {
        CAPTURE(line);
        CHECK(all.find("clients/someone.toml:" + std::to_string(line)) != std::string::npos);
    }
    CHECK(complaints("name = \"X\"\n").find("stature_m") != std::string::npos);
    CHECK(complaints(least + "[[trigger_point]]\nsite = \"XX9\"\nside = \"left\"\nactivity = \"active\"\n")
              .find("XX9") != std::string::npos);
    const std::string point = "[[trigger_point]]\nsite = \"LS1\"\nside = \"left\"\nactivity = \"active\"\n";
    CHECK(complaints(least + point) == "");
    CHECK(complaints(least + point + point).find("twice") != std::string::npos);
    CHECK(complaints(least + "[response]\nguard_threshold = nan\n") != "");
    CHECK(complaints(least + "[response]\nguard = 1\n") != "");
}
