/// The grade as a school sees it: whole drills from files of strokes, through the whole simulation.

#include "sim/authoring/user_error.hpp"
#include "sim/cli/bot_runs.hpp"
#include "sim/cli/run_run.hpp"
#include "sim/math/random.hpp"
#include "tests/sim/cli/brief_drill.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace tactus;
using tactus::testing::BriefDrill;
using tactus::testing::each_step_times;
using tactus::testing::first_step_of;
namespace fs = std::filesystem;

namespace {

const fs::path data = fs::path(TACTUS_SOURCE_DIR) / "tests" / "data";

nlohmann::json result_of(const std::string& drill, const fs::path& strokes,
                         const std::string& setting = "half") {
    std::ostringstream out;
    REQUIRE(cli::run_run({.drill = drill, .strokes = strokes, .setting = setting, .json = true}, out) == 0);
    return nlohmann::json::parse(out.str());
}

/// A minute by two palms takes minutes to solve on a slow machine: several cases look at the same run.
const nlohmann::json& expert() {
    static const nlohmann::json result = result_of("effleurage", data / "expert.csv");
    return result;
}

const nlohmann::json& novice() {
    static const nlohmann::json result = result_of("effleurage", data / "novice.csv");
    return result;
}

double total(const nlohmann::json& result) { return result.at("score").at("total"); }

struct Place {
    double u;
    double v;
    double force_n;
};

/// A CSV of one right palm, 30 rows a second.
fs::path strokes_like(const std::string& name, const std::function<Place(int row, double t_s)>& at,
                      int seconds = 20) {
    fs::path file = fs::temp_directory_path() / ("tactus-" + name + ".csv");
    std::ofstream out(file);
    out << "t,hand,tool,u,v,force\n";
    for (int row = 0; row <= seconds * 30; ++row) {
        const Place place = at(row, row / 30.0);
        out << row / 30.0 << ",right,palm," << place.u << ',' << place.v << ',' << place.force_n << '\n';
    }
    return file;
}

} // namespace

TEST_CASE("the expert passes, the novice does not, and harm fails for its reason") {
    CHECK(total(expert()) >= 85);
    CHECK(expert().at("passed") == true);
    CHECK(expert().at("score").at("safety") == 100.0);

    CHECK(total(novice()) >= 20);
    CHECK(total(novice()) <= 59);
    CHECK(novice().at("passed") == false);

    const BriefDrill brief("effleurage", first_step_of(5));
    const nlohmann::json harmful = result_of(brief.path(), data / "harmful.csv");
    CHECK(harmful.at("passed") == false);
    REQUIRE_FALSE(harmful.at("critical").empty());
    CHECK(total(harmful) <= 49);
}

TEST_CASE("every mark lost has a reason with a figure, a target and an advice") {
    double lost = 0;
    for (const auto& reason : novice().at("reasons")) {
        CHECK_FALSE(reason.at("what").get<std::string>().empty());
        CHECK_FALSE(reason.at("advice").get<std::string>().empty());
        lost += reason.at("marks_lost").get<double>();
    }
    CHECK(lost == doctest::Approx(100 - total(novice())).epsilon(0.02));
}

TEST_CASE("a solver setting changes a score by less than a point") {
    const auto scored = [](tissue::Setting setting) {
        cli::BotDrill brief = cli::bot_drill("effleurage", setting);
        each_step_times(1.0 / 3)(brief.setup.drill);
        const cli::BotRun run{&brief, "expert", drills::Quality::expert, 1};
        std::ostringstream progress;
        double total = 0;
        cli::play_runs(
            std::span(&run, 1), {.at_a_time = 1, .progress = progress},
            [&](const cli::BotRun&, const records::Result& result) { total = result.score.total; });
        return total;
    };
    const double half = scored(tissue::Setting::half);
    CHECK(half > 60);
    CHECK(std::abs(scored(tissue::Setting::standard) - half) < 1.0);
}

TEST_CASE("a good score cannot be had by holding still, hovering or scribbling") {
    const BriefDrill brief("effleurage", each_step_times(1.0 / 3));
    const fs::path still = strokes_like("still", [](int, double) { return Place{0.24, 0.5, 28}; });
    CHECK(total(result_of(brief.path(), still)) < 60);

    const fs::path hover = strokes_like("hover", [](int, double t) {
        return Place{0.24,
                     0.6 + 0.5 * ((static_cast<int>(t) % 2 == 0) ? t - static_cast<int>(t)
                                                                 : 1 - t + static_cast<int>(t)),
                     0};
    });
    const nlohmann::json hovering = result_of(brief.path(), hover);
    CHECK(total(hovering) < 30);
    CHECK(hovering.at("passed") == false);

    const fs::path scribble = strokes_like("scribble", [](int row, double) {
        const auto k = static_cast<std::uint64_t>(row);
        return Place{0.15 + 0.2 * math::random_unit(1, 0, k / 3), 0.1 + 0.9 * math::random_unit(1, 1, k / 3),
                     28};
    });
    CHECK(total(result_of(brief.path(), scribble)) < 60);
}

TEST_CASE("an expert's release of the levator eases it and is targeted well") {
    const nlohmann::json release = result_of("trigger-release", data / "expert_trigger.csv");
    CHECK(total(release) >= 85);
    CHECK(release.at("score").at("targeting").get<double>() >= 80);
    CHECK(release.at("client").at("trigger_points").at(0).at("tension").get<double>() < 0.6);
    CHECK(release.at("client").at("tension_after").get<double>() <
          release.at("client").at("tension_before").get<double>());
}

TEST_CASE("stiffer fat moves every figure that rests on the solved pressures") {
    constexpr int seconds = 3;
    const BriefDrill brief("kiosk", first_step_of(seconds));
    std::ostringstream soft_out;
    std::ostringstream stiff_out;
    const fs::path strokes = strokes_like(
        "press",
        [](int, double) {
            return Place{0.24, 0.85, 30};
        },
        seconds);
    cli::run_run({.drill = brief.path(), .strokes = strokes, .setting = "half", .json = true}, soft_out);
    cli::run_run({.drill = brief.path(), .strokes = strokes, .setting = "half", .json = true, .fat_scale = 2},
                 stiff_out);
    const auto soft = nlohmann::json::parse(soft_out.str());
    const auto stiff = nlohmann::json::parse(stiff_out.str());
    CHECK(soft.at("state_hash") != stiff.at("state_hash"));
    CHECK(soft.at("client").at("pain_peak") != stiff.at("client").at("pain_peak"));
}

TEST_CASE("what the user names wrongly is one clear complaint") {
    std::ostringstream out;
    CHECK_THROWS_AS(cli::run_run({.drill = "no-such-drill", .strokes = data / "expert.csv"}, out), UserError);
    CHECK_THROWS_AS(cli::run_run({.drill = "effleurage", .strokes = "no/such.csv"}, out), UserError);
    CHECK_THROWS_AS(
        cli::run_run({.drill = "effleurage", .strokes = data / "expert.csv", .setting = "superb"}, out),
        UserError);
    CHECK_THROWS_AS(
        cli::run_run({.client = "nobody", .drill = "effleurage", .strokes = data / "expert.csv"}, out),
        UserError);
    CHECK_THROWS_AS(
        cli::run_run(
            {.drill = "effleurage", .strokes = data / "expert.csv", .record = "no/such/folder/run.tactus"},
            out),
        UserError);
}
