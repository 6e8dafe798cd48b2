#include "sim/cli/run_sources.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

using namespace tactus;

TEST_CASE("every constant of nature has a name with room and unit, a range around its value, and a source") {
    std::set<std::string_view> names;
    for (const NamedConstant& constant : cli::all_constants()) {
        CAPTURE(constant.name);
        CHECK(constant.name.find('.') != std::string_view::npos);
        CHECK(names.insert(constant.name).second);
        CHECK(constant.constant.low <= constant.constant.value);
        CHECK(constant.constant.value <= constant.constant.high);
        CHECK_FALSE(constant.constant.source.name.empty());
        CHECK_FALSE(constant.constant.source.reference.empty());
        CHECK_FALSE(cli::kind_name(constant.constant.source.kind).empty());
    }
    CHECK(names.size() > 100);
}

TEST_CASE("the list names each source once, with all its constants, literature before design values") {
    std::ostringstream out;
    CHECK(cli::run_sources({.json = true}, out) == 0);
    const auto json = nlohmann::json::parse(out.str());
    std::size_t constants = 0;
    std::set<std::string> names;
    for (const auto& source : json.at("sources")) {
        CHECK(names.insert(source.at("name")).second);
        constants += source.at("constants").size();
    }
    CHECK(constants == cli::all_constants().size());
    CHECK(json.at("sources").back().at("kind") == "design");
    CHECK(json.at("sources").front().at("kind") != "design");

    std::ostringstream text;
    CHECK(cli::run_sources({}, text) == 0);
    for (const std::string& name : names) {
        CHECK(text.str().find(name) != std::string::npos);
    }
    CHECK(text.str().find("physiology.hyperaemia_build_tau_s = 149") != std::string::npos);
}
