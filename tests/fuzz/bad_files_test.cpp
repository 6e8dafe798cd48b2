/// Files that are wrong on purpose, given to the program as a person would: exit code 2 and a sentence, soon
/// and in little memory.

#include "tests/fuzz/limited_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace tactus;
using tests::LimitedRun;
namespace fs = std::filesystem;

namespace {

constexpr double most_seconds = 1;
constexpr long most_mb = 256;

std::string times(std::size_t count, std::string_view text) {
    std::string all;
    all.reserve(count * text.size());
    for (std::size_t k = 0; k < count; ++k) {
        all += text;
    }
    return all;
}

std::string numbered(std::size_t count, std::string_view before, std::string_view after) {
    std::string all;
    for (std::size_t k = 0; k < count; ++k) {
        all.append(before).append(std::to_string(k)).append(after);
    }
    return all;
}

/// A file of the tree, to be spoilt.
std::string shipped(const fs::path& relative) {
    std::ifstream in(fs::path(TACTUS_SOURCE_DIR) / relative, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    REQUIRE(!text.str().empty());
    return text.str();
}

std::string with(std::string text, std::string_view old, std::string_view fresh) {
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), fresh);
}

const std::string strokes_header = "t,hand,tool,u,v,force\n";

struct BadFile {
    std::string name; ///< its ending tells `validate` what it should be
    std::string bytes;
    std::string said; ///< part of the sentence
};

/// Gives the file to `tactus-sim validate` and holds the answer against the limits.
void check(const BadFile& bad) {
    const fs::path file = fs::temp_directory_path() / ("tactus-bad-" + bad.name);
    std::ofstream(file, std::ios::binary) << bad.bytes;
    const LimitedRun run = tests::run_limited({TACTUS_SIM, "validate", file.string()});
    fs::remove(file);
    CAPTURE(bad.name);
    CAPTURE(run.errors.substr(0, 2000));
    CHECK(run.code == 2);
    CHECK(run.errors.find(bad.said) != std::string::npos);
    const auto lines = std::ranges::count(run.errors, '\n');
    CHECK(lines >= 1);
    CHECK(lines <= 100);
    CHECK(run.errors.starts_with("tactus-sim: " + file.string()));
    CHECK(std::ranges::none_of(run.errors, [](unsigned char c) { return c < 0x20 && c != '\n'; }));
#ifndef TACTUS_SANITIZED // which costs both many times over
    CHECK(run.seconds < most_seconds);
    CHECK(run.peak_mb < most_mb);
#endif
}

} // namespace

TEST_CASE("a file that is empty, foreign or not what its name says is refused with a sentence") {
    for (const BadFile& bad : {
             BadFile{"empty.toml", "", "is neither a drill nor a client"},
             BadFile{"empty.csv", "", "has no header row"},
             BadFile{"empty.tactus", "", "is not a Tactus recording"},
             BadFile{"zeros.toml", std::string(5000, '\0'), "is not TOML"},
             BadFile{"zeros.csv", std::string(5000, '\0'), "unknown column"},
             BadFile{"zeros.tactus", std::string(5000, '\0'), "is not a Tactus recording"},
             BadFile{"picture.toml", "\x89PNG\r\n\x1A\n", "is not TOML"},
             BadFile{"magic.tactus", "TACTUS\r\n", "ends too early"},
             BadFile{"future.tactus",
                     "TACTUS\r\n" + std::string("\x09\0\0\0\x09\0\0\0", 8) + std::string(100, '\0'),
                     "format 9"},
             BadFile{"text.tactus", "TACTUS\n\n\1\0\0\0", "is not a Tactus recording"},
         }) {
        check(bad);
    }
}

TEST_CASE("a number that is none, or out of all measure, is named with its line") {
    const std::string client = shipped("assets/clients/keller.toml");
    const std::string drill = shipped("assets/drills/effleurage.toml");
    for (const BadFile& bad : {
             BadFile{"nan.toml", client + "\n[posture]\nkyphosis_deg = nan\n", "not a finite number"},
             BadFile{"infinite.csv", strokes_header + "0,right,palm,inf,0,1\n", ":2: `u` is inf"},
             BadFile{"huge.csv", strokes_header + "0,right,palm,1e999,0,1\n", "too large or too small"},
             BadFile{"decimal_comma.csv", strokes_header + "0,right,palm,0,5,0,1\n", "7 cells"},
             BadFile{"hex.csv", strokes_header + "0,right,palm,0x1p4,0,1\n", "is not a number"},
             BadFile{"billion.csv", strokes_header + "1e9,right,palm,0,0,1\n", "`t`"},
             BadFile{"backwards.csv", strokes_header + "1,right,palm,0,0,1\n0,right,palm,0,0,1\n", ":3:"},
         }) {
        check(bad);
    }
}

TEST_CASE("a file made to exhaust its reader is refused in time") {
    const std::string million(1'000'000, 'x');
    for (const BadFile& bad : {
             BadFile{"nested_lists.toml", "step = " + times(200'000, "["), "is not TOML"},
             BadFile{"nested_tables.toml", "step = " + times(200'000, "{a="), "is not TOML"},
             BadFile{"dotted_key.toml", times(400'000, "a.") + "a = 1\n", "is "},
             BadFile{"dotted_table.toml", std::string("[") + times(400'000, "a.") + "a]\n", "is "},
             BadFile{"unknown_keys.toml", "bmi = 22\n" + numbered(45'000, "unheard_of_", " = 1\n"),
                     "not a key"},
             BadFile{"long_key.toml", "bmi = 22\n" + million.substr(0, 900'000) + " = 1\n", "not a key"},
             BadFile{"many_steps.toml", times(100'000, "[[step]]\n"), "step"},
             BadFile{"two_megabytes.toml", times(2, "# " + million + "\n"), "is larger than 1 MB"},
             BadFile{"columns.csv", numbered(2'000'000, "c", ",") + "\n", "unknown column"},
             BadFile{"cells.csv", strokes_header + times(20'000'000, ","), "cells"},
             BadFile{"lines.csv", strokes_header + times(20'000'000, "x\n"), "cell"},
             BadFile{"rows.csv", strokes_header + times(1'000'001, "0,left,palm,0,0,1\n"),
                     "more than 1000000 rows"},
             BadFile{"quote.csv", strokes_header + "\"" + times(20'000'000, "\"\","), "quote"},
         }) {
        check(bad);
    }
}

TEST_CASE("what a file says reaches the terminal without its control characters, and cut to a line") {
    for (const BadFile& bad : {
             BadFile{"escape.toml", "bmi = 22\n\"\\u001b[2Jname\\nof a key\" = 1\n", "of a key"},
             BadFile{"escape.csv", "t,\x1B[2J\x07,hand\n0,1,2\n", "unknown column"},
             BadFile{"long_name.toml", "bmi = 22\nsex = \"" + std::string(500'000, 'x') + "\"\n", "sex"},
         }) {
        check(bad);
    }
}

TEST_CASE("a name that climbs out of its folder names no asset") {
    const fs::path file = fs::temp_directory_path() / "tactus-bad-climb.toml";
    std::ofstream(file) << with(shipped("assets/drills/effleurage.toml"), "client = \"",
                                "client = \"../clients/");
    const std::string strokes = TACTUS_SOURCE_DIR "/tests/data/expert.csv";
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{TACTUS_SIM, "validate", file.string()},
          {TACTUS_SIM, "run", "--drill", "../clients/adler", "--strokes", strokes}}) {
        const LimitedRun run = tests::run_limited(words);
        CAPTURE(run.errors);
        CHECK(run.code == 2);
        CHECK(run.errors.starts_with("tactus-sim: ../clients/adler: "));
        CHECK(std::ranges::count(run.errors, '\n') == 1);
    }
    fs::remove(file);
}

TEST_CASE("a file that cannot be read, or is none, is one sentence") {
    for (const char* path : {"/no/such/file.toml", "/", "/proc/self/mem", "/dev/zero", ""}) {
        const LimitedRun run = tests::run_limited({TACTUS_SIM, "validate", path});
        CAPTURE(path);
        CAPTURE(run.errors);
        CHECK(run.code == 2);
        CHECK(std::ranges::count(run.errors, '\n') == 1);
        const LimitedRun strokes =
            tests::run_limited({TACTUS_SIM, "run", "--drill", "effleurage", "--strokes", path});
        CAPTURE(strokes.errors);
        CHECK(strokes.code == 2);
        CHECK(std::ranges::count(strokes.errors, '\n') == 1);
    }
}
