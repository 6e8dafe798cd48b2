#include "sim/authoring/number_text.hpp"
#include "sim/authoring/table.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <functional>
#include <string>

using tactus::Complaint;
using tactus::UserError;
using tactus::authoring::Document;
using tactus::authoring::Table;

namespace {

/// What a reader of a small drill-like file has to say about a text.
std::string complaints_of(const std::string& toml, const std::function<void(Table&)>& read) {
    try {
        Document document(toml, "drills/release.toml");
        Table root = document.root();
        read(root);
        document.finish();
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

void read_sample(Table& root) {
    root.text("name");
    root.number("hold_s", {.low = 0, .high = 300});
    root.flag_or("kiosk", false);
    root.choice_or("feedback", {"full", "none"}, 0);
    root.optional_band("force_n", {.low = 0, .high = 200});
    root.texts_or_none("tools");
    if (auto weights = root.optional_table("weights")) {
        weights->number_or("pressure", 0, {.low = 0, .high = 100});
    }
    for (Table& step : root.rows("step")) {
        step.number("duration_s", {.low = 1});
    }
}

const std::string sample = R"(name = "Release"
hold_s = 45
kiosk = true
feedback = "none"
force_n = [8, 30.5]
tools = ["palm", "thumb"]
[weights]
pressure = 20
[[step]]
duration_s = 12.5
[[step]]
duration_s = 3
)";

} // namespace

TEST_CASE("a well-formed table gives its values and no complaint") {
    CHECK(complaints_of(sample, [](Table& root) {
              CHECK(root.text("name") == "Release");
              CHECK(root.number("hold_s") == 45);
              CHECK(root.flag_or("kiosk", false));
              CHECK(root.choice("feedback", {"full", "none"}) == 1);
              CHECK(root.optional_band("force_n")->second == 30.5);
              CHECK(root.texts_or_none("tools").size() == 2);
              CHECK(root.table("weights").number("pressure") == 20);
              auto steps = root.rows("step");
              REQUIRE(steps.size() == 2);
              CHECK(steps[0].number("duration_s") == 12.5);
              CHECK(steps[1].number("duration_s") == 3);
              CHECK(steps[1].where("duration_s") == "drills/release.toml:12");
          }) == "");
}

TEST_CASE("every fault of a table is one sentence with file and line") {
    struct Fault {
        std::string toml;
        std::string said;
    };

    const std::array faults = std::to_array<Fault>({
        {"name = \"A\"\nhold_s = 400",
         "drills/release.toml:2: `hold_s` is 400, outside 0 to 300; choose a value in that range"},
        {"name = \"A\"\nhold_s = nan",
         "drills/release.toml:2: `hold_s` is not a finite number; write it like 12.5"},
        {"name = \"A\"\nhold_s = -inf",
         "drills/release.toml:2: `hold_s` is not a finite number; write it like 12.5"},
        {"name = \"A\"\nhold_s = \"4\"",
         "drills/release.toml:2: `hold_s` is not a number; write it like 12.5"},
        {"name = \"A\"", "drills/release.toml:1: `hold_s` is missing; add hold_s = a number"},
        {"hold_s = 1\n", "drills/release.toml:1: `name` is missing; add name = \"...\""},
        {"name = \"\"\nhold_s = 1",
         "drills/release.toml:1: `name` is empty; write a text between the quotes"},
        {"name = 4\nhold_s = 1", "drills/release.toml:1: `name` is not a text; put it in quotes"},
        {"name = \"A\"\nhold_s = 1\nkiosk = 1",
         "drills/release.toml:3: `kiosk` is neither true nor false; write true or false without quotes"},
        {"name = \"A\"\nhold_s = 1\nfeedback = \"some\"",
         "drills/release.toml:3: `feedback` is `some`; choose one of: full, none"},
        {"name = \"A\"\nhold_s = 1\nforce_n = [60, 20]",
         "drills/release.toml:3: `force_n` runs from 60 to 20; put the lower value first"},
        {"name = \"A\"\nhold_s = 1\nforce_n = [60]",
         "drills/release.toml:3: `force_n` has 1 entries; give 2 numbers in brackets"},
        {"name = \"A\"\nhold_s = 1\nforce_n = [-1, 20]",
         "drills/release.toml:3: `force_n` holds -1, outside 0 to 200; choose values in that range"},
        {"name = \"A\"\nhold_s = 1\ntools = \"palm\"",
         R"(drills/release.toml:3: `tools` is not a list of texts; write it like ["palm", "thumb"])"},
        {"name = \"A\"\nhold_s = 1\nweights = 3",
         "drills/release.toml:3: `weights` is not a table; write it as [weights]"},
        {"name = \"A\"\nhold_s = 1\nstep = 3",
         "drills/release.toml:3: `step` is not a list of tables; begin each with [[step]]"},
        {"name = \"A\"\nhold_s = 1\n\nhold_sec = 3",
         "drills/release.toml:4: `hold_sec` is not a key that is known here; did you mean `hold_s`"},
        {"name = \"A\"\nhold_s = 1\n[weights]\npresure = 3",
         "drills/release.toml:4: `weights.presure` is not a key that is known here; did you mean `pressure`"},
        {"name = \"A\"\nhold_s = 1\nzebra_crossing = 3",
         "drills/release.toml:3: `zebra_crossing` is not a key that is known here; take it out"},
    });
    for (const Fault& fault : faults) {
        CAPTURE(fault.toml);
        CHECK(complaints_of(fault.toml, read_sample) == fault.said);
    }
}

TEST_CASE("a syntax error names its line") {
    const std::string said = complaints_of("name = \"A\"\nhold_s = = 3\n", read_sample);
    CHECK(said.starts_with("drills/release.toml:2: is not TOML: "));
    CHECK(said.find('\n') == std::string::npos);
}

TEST_CASE("all complaints of a file come together in the order of its lines") {
    const std::string said =
        complaints_of("kiosk = 3\nhold_s = 900\n[[step]]\nduration_s = 0.5\n[[step]]\n", read_sample);
    CHECK(said ==
          "drills/release.toml:1: `name` is missing; add name = \"...\"\n"
          "drills/release.toml:1: `kiosk` is neither true nor false; write true or false without quotes\n"
          "drills/release.toml:2: `hold_s` is 900, outside 0 to 300; choose a value in that range\n"
          "drills/release.toml:4: `step.duration_s` is 0.5, below 1; choose a value in that range\n"
          "drills/release.toml:5: `step.duration_s` is missing; add duration_s = a number");
}

TEST_CASE("a missing table complains once, not once for each of its keys") {
    const std::string said = complaints_of("", [](Table& root) {
        Table weights = root.table("weights");
        weights.number("pressure");
        weights.text("why");
    });
    CHECK(said == "drills/release.toml:1: `weights` is missing; add the table [weights]");
}

TEST_CASE("a file cut off at any byte is read or refused, and never more than that") {
    for (std::size_t size = 0; size <= sample.size(); ++size) {
        CAPTURE(size);
        const std::string said = complaints_of(sample.substr(0, size), read_sample);
        CHECK((said.empty() || said.starts_with("drills/release.toml:")));
    }
}

TEST_CASE("a missing file, a folder and an oversized file are refused by name") {
    using tactus::authoring::read_text;
    CHECK_THROWS_WITH_AS(read_text("/nowhere/at/all.toml"),
                         "/nowhere/at/all.toml: does not exist; check the path", UserError);
    CHECK_THROWS_WITH_AS(read_text("/tmp"), "/tmp: is a folder; name a file", UserError);
    CHECK_THROWS_AS(read_text(std::string(TACTUS_SOURCE_DIR) + "/CMakeLists.txt", 10), UserError);
    CHECK(
        read_text(std::string(TACTUS_SOURCE_DIR) + "/CMakeLists.txt").starts_with("cmake_minimum_required"));
}

TEST_CASE("a written number or text reads back to the same value") {
    using tactus::authoring::number_text;
    using tactus::authoring::quoted_text;
    const std::string text = "say \"7\" \\ tab\t line\n end";
    const std::string toml =
        "a = " + number_text(0.35F) + "\nb = " + number_text(45.0) + "\nc = " + quoted_text(text);
    CHECK(toml.starts_with("a = 0.35\nb = 45\n"));
    CHECK(complaints_of(toml, [&](Table& root) {
              CHECK(static_cast<float>(root.number("a")) == 0.35F);
              CHECK(root.number("b") == 45);
              CHECK(root.text("c") == text);
          }) == "");
}
