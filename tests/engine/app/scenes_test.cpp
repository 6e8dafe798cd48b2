#include "engine/app/scenes.hpp"
#include "engine/app/stores/library.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>

using namespace tactus;

TEST_CASE("every picture named in tests/scenes is a scene, and every scene is named there") {
    std::ifstream file(std::string(TACTUS_SOURCE_DIR) + "/tests/scenes/pictures.txt");
    std::set<std::string> listed;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#') {
            listed.insert(line.substr(0, line.find(' ')));
        }
    }
    const std::set<std::string> known(app::scene_names().begin(), app::scene_names().end());
    CHECK(listed == known);
    CHECK(app::scene_known("client-adler"));
    CHECK_FALSE(app::scene_known("moon"));
}

TEST_CASE("sheets take their members from the assets") {
    const ui::Catalogue catalogue = app::read_catalogue();
    const auto clients = app::scene_shots("clients", catalogue, nullptr);
    REQUIRE(clients.has_value());
    CHECK(clients->size() == catalogue.clients.size());
    CHECK(app::scene_shots("tools", catalogue, nullptr)->size() == contact::tool_kind_count);
    CHECK(app::scene_shots("layers", catalogue, nullptr)->size() == 6);
    CHECK(app::scene_shots("tones", catalogue, nullptr)->size() == 10);
    const auto phases = app::scene_shots("phases", catalogue, nullptr);
    REQUIRE(phases->size() == 3);
    CHECK(phases->front().deed == app::Deed::nothing);
    CHECK(phases->back().deed == app::Deed::worked);
    CHECK_FALSE(app::scene_shots("home", catalogue, nullptr).has_value()); // has the interface
    CHECK_FALSE(app::scene_shots("client-nobody", catalogue, nullptr).has_value());
}
