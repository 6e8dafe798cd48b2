#include "sim/authoring/user_error.hpp"
#include "sim/drills/carousel.hpp"
#include "sim/drills/drill_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace tactus;
using namespace tactus::drills;

namespace {

const std::string tail = "[weights]\ncommunication = 100\n[[step]]\nname = \"s\"\ninstruction = \"i\"\n"
                         "duration_s = 10\n";

std::string with(const std::string& keys) {
    std::string toml = "name = \"A\"\ntechnique = \"t\"\nbrief = \"b\"\n";
    return toml.append(keys).append(tail);
}

std::string carousel_complaints(const std::string& keys) {
    try {
        parse_drill(with(keys), "drills/mine.toml");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("the first of several clients is the default, and a drill of cards survives being written") {
    const Drill drill = parse_drill(
        with("clients = [\"rossi\", \"sato\", \"adler\"]\ninterview = true\ncards = 2\ncard_s = 90\n"),
        "x.toml");
    CHECK(drill.client == "rossi");
    CHECK(drill.clients.size() == 3);
    CHECK(drill.interview);
    CHECK(drill.cards == 2);
    CHECK(drill.card_s == 90);
    CHECK(parse_drill(write_drill(drill), "elsewhere.toml").cards == 2);
    Drill again = parse_drill(write_drill(drill), "elsewhere.toml");
    CHECK(again == drill);
    const Drill plain = parse_drill(with("client = \"adler\"\n"), "x.toml");
    CHECK(plain.clients.empty());
    CHECK(!plain.interview);
    CHECK(write_drill(plain).find("interview") == std::string::npos);
}

TEST_CASE("faults of clients and cards are told with what to do") {
    CHECK(carousel_complaints("client = \"a\"\nclients = [\"b\"]\n").find("stands beside `clients`") !=
          std::string::npos);
    CHECK(carousel_complaints("clients = []\n").find("names nobody") != std::string::npos);
    CHECK(carousel_complaints("clients = [\"a\", \"a\"]\n").find("names `a` twice") != std::string::npos);
    CHECK(carousel_complaints("clients = [\"a\"]\ninterview = true\ncards = 2\ncard_s = 60\n")
              .find("more than the clients to draw from") != std::string::npos);
    CHECK(carousel_complaints("clients = [\"a\", \"b\"]\ncards = 2\ncard_s = 60\n")
              .find("without an interview") != std::string::npos);
    CHECK(carousel_complaints("clients = [\"a\", \"b\"]\ninterview = true\ncards = 2\n")
              .find("card_s` is missing") != std::string::npos);
    CHECK(carousel_complaints("").find("`client` is missing") != std::string::npos);
}

TEST_CASE("cards are drawn by lot, none twice, alike for the same seed, and each client comes now and then") {
    Drill drill{.client = "a", .clients = {"a", "b", "c", "d", "e"}};
    CHECK(drawn_clients(drill, 3) == std::vector<std::string>{"a"});
    drill.cards = 3;
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const std::vector<std::string> drawn = drawn_clients(drill, seed);
        CHECK(drawn == drawn_clients(drill, seed));
        CHECK(std::set<std::string>(drawn.begin(), drawn.end()).size() == 3);
        seen.insert(drawn.front());
    }
    CHECK(seen.size() == 5);
}
