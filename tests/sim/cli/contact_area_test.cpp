#include "sim/cli/area_table.hpp"
#include "sim/cli/run_forces.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;
using contact::ToolKind;

TEST_CASE("every tool touches more the harder it presses, and when firm as much as facts 2.3 say") {
    std::ostringstream out;
    const int code = cli::run_forces({.areas = true, .json = true}, out);
    const nlohmann::json tools = nlohmann::json::parse(out.str()).at("tools");
    REQUIRE(tools.size() == contact::tool_kind_count);
    for (const auto& tool : tools) {
        CAPTURE(tool.at("tool").get<std::string>());
        CHECK(tool.at("grows") == true);
        CHECK(tool.at("in_range") == true);
        CHECK(tool.at("reached_stop") == false);
    }
    CHECK(code == 0);
}

TEST_CASE("the table marks a tool that is out of its range or does not grow") {
    cli::ContactArea thumb{.tool = ToolKind::thumb, .firm_n = 30, .area_m2 = {1e-4, 2e-4, 3e-4, 3.5e-4}};
    thumb.judged_m2 = thumb.area_m2;
    std::ostringstream out;
    CHECK(cli::print_areas(std::span(&thumb, 1), false, out) == 0);
    thumb.judged_m2.back() = 4.1e-4;
    CHECK(cli::print_areas(std::span(&thumb, 1), false, out) == 1);
    thumb.judged_m2.back() = 3.5e-4;
    thumb.area_m2[2] = 3.55e-4; // full
    CHECK(cli::print_areas(std::span(&thumb, 1), false, out) == 0);
    thumb.area_m2[2] = 3.8e-4;
    CHECK(cli::print_areas(std::span(&thumb, 1), false, out) == 1);
    thumb.area_m2 = {3.2e-4, 3.3e-4, 3.4e-4, 3.5e-4};
    CHECK(cli::print_areas(std::span(&thumb, 1), false, out) == 1);
    CHECK(out.str().find("does not grow") != std::string::npos);
}
