#include "sim/authoring/csv.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/cli/run_stretch.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

using namespace tactus;

namespace {

std::string said(const cli::StretchOptions& options) {
    std::ostringstream out;
    REQUIRE(cli::run_stretch(options, out) == 0);
    return out.str();
}

} // namespace

TEST_CASE("the curve of a stretch is a table that another program reads: up to R2, down, and back") {
    authoring::CsvTable table(said({.name = "upper_trapezius"}), "stretch",
                              {.required = {"t", "force_N", "angle_deg", "torque_Nm", "stiffness_Nm_per_rad",
                                            "length_mm", "tension_N", "barrier"},
                               .optional = {}});
    const auto angle = *table.column("angle_deg");
    const auto length = *table.column("length_mm");
    const auto torque = *table.column("torque_Nm");
    const auto barrier = *table.column("barrier");
    std::vector<std::string> barriers;
    std::size_t turn = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        turn = table.number(row, angle) > table.number(turn, angle) ? row : turn;
        if (barriers.empty() || barriers.back() != table.text(row, barrier)) {
            barriers.emplace_back(table.text(row, barrier));
        }
    }
    CHECK(table.rows() == 30 * 60 + 1);
    CHECK(turn > 9 * 60);
    CHECK(turn < 11 * 60);
    CHECK(table.number(turn, torque) > 1);
    CHECK(table.number(turn, length) > table.number(0, length) + 10);
    CHECK(table.number(table.rows() - 1, angle) < 0.1 * table.number(turn, angle));
    CHECK(barriers == std::vector<std::string>{"free", "R1", "R2", "R1", "free"});
}

TEST_CASE("in short it says where the barriers are, for any client") {
    const auto man = nlohmann::json::parse(said({.json = true})).at("stretches");
    REQUIRE(man.size() == 2);
    CHECK(man.at(0).at("R1").at("force_N").get<double>() < 10); // facts 2.2
    CHECK(man.at(0).at("R2").at("force_N").get<double>() > man.at(0).at("R1").at("force_N").get<double>());
    CHECK(man.at(1).at("work_lost_J").get<double>() < 0.5 * man.at(1).at("work_in_J").get<double>());
    const auto woman = nlohmann::json::parse(said({.client = "ito", .json = true})).at("stretches");
    CHECK(woman.at(0).at("rest_length_m") != man.at(0).at("rest_length_m"));
    CHECK(said({}).find("R1") != std::string::npos);
}

TEST_CASE("a stretch that is unknown is answered with those that are known") {
    std::ostringstream out;
    CHECK_THROWS_AS(cli::run_stretch({.name = "hamstrings"}, out), const UserError&);
    CHECK_THROWS_AS(cli::run_stretch({.client = "nobody"}, out), const UserError&);
}
