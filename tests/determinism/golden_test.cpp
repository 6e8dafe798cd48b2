/// The recordings that tests/data/recordings keeps of this version: grades once given stay what they were.

#include <doctest/doctest.h>

#include "program_output.hpp"
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path folder = fs::path(TACTUS_SOURCE_DIR) / "tests" / "data" / "recordings";
constexpr double longest_s = 5;
constexpr std::uintmax_t largest_bytes = 40'000;

std::vector<fs::path> golden_recordings() {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".tactus") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

TEST_CASE(
    "the golden recordings are few, short, of both formats, and give the same bits with 1, 2 and 3 threads") {
    const std::vector<fs::path> files = golden_recordings();
    REQUIRE(files.size() >= 5);
    int of_format_1 = 0;
    for (const fs::path& file : files) {
        CAPTURE(file.string());
        CHECK(fs::file_size(file) < largest_bytes);
        for (const char* threads : {"1", "2", "3"}) {
            const Output output = run_program(std::string(TACTUS_SIM) + " replay --verify --json --threads " +
                                              threads + " " + file.string());
            CAPTURE(threads);
            CHECK(output.code == 0);
            const auto json = nlohmann::json::parse(output.text);
            CHECK(json.at("verified") == true);
            CHECK(json.at("duration_s") < longest_s);
            of_format_1 += json.at("format") == 1 && *threads == '1' ? 1 : 0;
        }
    }
    CHECK(of_format_1 == 1);
}

TEST_CASE("the golden recordings verify side by side under a C library without its fast paths") {
    const Output output = run_program("GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4 " TACTUS_SIM
                                      " records verify --json --data " +
                                      folder.string() + " " + folder.string());
    CHECK(output.code == 0);
    const auto json = nlohmann::json::parse(output.text);
    CHECK(json.at("findings") == 0);
    CHECK(json.at("checked") == golden_recordings().size());
    for (const auto& row : json.at("recordings")) {
        CAPTURE(row.dump());
        const bool old = row.at("recording").get<std::string>().find("format-1") != std::string::npos;
        CHECK(row.at("verdict") == (old ? "unsigned" : "verified"));
        CHECK(row.at("rerun") == true);
    }
}
