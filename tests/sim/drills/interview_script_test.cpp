#include "sim/client/client_file.hpp"
#include "sim/client/product_shelf.hpp"
#include "sim/drills/interview_script.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace tactus;
using namespace tactus::drills;

namespace {

const std::string assets = std::string(TACTUS_SOURCE_DIR) + "/assets/";

std::vector<std::string> script(const std::string& client, Quality quality) {
    return interview_script(client::read_client(assets + "clients/" + client + ".toml").condition,
                            client::read_product_shelf(assets + "intake/products.toml"),
                            {.quality = quality, .examines = true});
}

bool says(const std::vector<std::string>& lines, const std::string& begin) {
    return std::ranges::any_of(lines, [&](const std::string& line) { return line.starts_with(begin); });
}

} // namespace

TEST_CASE("a good student asks all, decides right, tells the reason, writes and prepares") {
    const std::vector<std::string> lines = script("nguyen", Quality::expert);
    for (const char* const line :
         {"question effort ", "question meal ", "question hoarse ", "question saddle ", "decide E2 ", "word ",
          "note ", "position prone_head_raised", "prepare meal_wait"}) {
        CAPTURE(line);
        CHECK(says(lines, line));
    }
}

TEST_CASE("a good student picks the one bottle that is right, a poor one the first") {
    CHECK(says(script("haddad", Quality::ideal), "product gel Aqua; Glycerin; Propanediol"));
    CHECK(says(script("haddad", Quality::novice), "product oil Prunus"));
    CHECK(!says(script("nguyen", Quality::ideal), "product "));
}

TEST_CASE(
    "a poor student asks little, decides a step too carelessly, names an illness and prepares nothing") {
    const std::vector<std::string> lines = script("nguyen", Quality::novice);
    CHECK(says(lines, "decide E3"));
    CHECK(says(lines, "word names_it"));
    CHECK(!says(lines, "note "));
    CHECK(!says(lines, "prepare "));
    CHECK(lines.size() < script("nguyen", Quality::middle).size());
    CHECK(script("nguyen", Quality::middle).size() < script("nguyen", Quality::ideal).size());
}
