/// The generated routine as a user runs it: `techniques --routine --out F`, then `run --strokes F --json`.

#include "sim/cli/run_run.hpp"
#include "sim/cli/run_techniques.hpp"
#include "sim/drills/stroke_recipe.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;

TEST_CASE("a good student's routine of ten techniques is named in its order, all ten") {
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "tactus-routine.csv";
    std::ostringstream nothing;
    REQUIRE(cli::run_techniques({.quality = "good", .seed = 2, .routine = true, .out = file}, nothing) == 0);
    CHECK(nothing.str().empty());
    std::ostringstream out;
    REQUIRE(cli::run_run({.drill = "trigger-release", .strokes = file, .setting = "half", .json = true},
                         out) == 0);
    std::filesystem::remove(file);
    const nlohmann::json named = nlohmann::json::parse(out.str()).at("techniques");
    const auto asked = drills::routine_of_ten();
    REQUIRE(named.size() == asked.size());
    for (std::size_t k = 0; k < asked.size(); ++k) {
        CHECK(named.at(k).at("technique").get<std::string>() == asked[k]->name);
        CHECK(named.at(k).at("confidence").get<double>() > 0);
    }
}
