#include <doctest/doctest.h>

#include "program_output.hpp"
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace fs = std::filesystem;

namespace {

/// A palm stroke along the right erector, then a thumb on the levator, then the end.
fs::path short_strokes() {
    fs::path file = fs::temp_directory_path() / "tactus-determinism.csv";
    std::ofstream out(file);
    out << "t,hand,tool,u,v,force,angle,event\n";
    for (int k = 0; k <= 75; ++k) {
        const double t = k / 30.0;
        out << t << ",right,palm,0.24," << 0.95 - 0.3 * t << ',' << 25 * std::min(1.0, t) << ",0,\n";
    }
    for (int k = 0; k <= 45; ++k) {
        const double t = 2.7 + k / 30.0;
        out << t << ",right,thumb,0.33,0.07," << 20 * std::min(1.0, (t - 2.7)) << ",20,"
            << (k == 45 ? "stop" : "") << '\n';
    }
    return file;
}

struct Bits {
    std::string state;
    std::string chain;
    double score;

    friend bool operator==(const Bits&, const Bits&) = default;
};

Bits bits_of(const std::string& environment, const std::string& program, const std::string& arguments) {
    const fs::path strokes = short_strokes();
    const Output output = run_program(environment + " " + program + " run --drill kiosk --strokes " +
                                      strokes.string() + " --json " + arguments);
    REQUIRE(output.code == 0);
    const auto json = nlohmann::json::parse(output.text);
    return {json.at("state_hash"), json.at("chain_hash"), json.at("score").at("total")};
}

const std::string masked = "GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4,-AVX512F";

} // namespace

TEST_CASE("one, two and five threads, and a C library without its fast paths, give the same bits") {
    const Bits fine = bits_of("", TACTUS_SIM, "--threads 1"); // most blocks to share out
    CHECK(fine.state.size() == 16);
    CHECK(bits_of("", TACTUS_SIM, "--threads 2") == fine);
    CHECK(bits_of("", TACTUS_SIM, "--threads 5") == fine);
    const Bits half = bits_of("", TACTUS_SIM, "--setting half");
    CHECK(bits_of("", TACTUS_SIM, "--setting half") == half);
    CHECK(bits_of(masked, TACTUS_SIM, "--setting half") == half);
    CHECK(bits_of("", TACTUS_SIM, "--setting half --seed 2").chain != half.chain);
}

TEST_CASE("a debug build gives the same bits as this one") {
    const char* debug = std::getenv("TACTUS_DEBUG_SIM");
    if (debug == nullptr) {
        MESSAGE("no debug build to compare with: set TACTUS_DEBUG_SIM to its tactus-sim (tests/run.sh does)");
        return;
    }
    CHECK(bits_of("", debug, "--setting half") == bits_of("", TACTUS_SIM, "--setting half"));
}

TEST_CASE("a recording verifies with other threads and with a masked C library") {
    const fs::path file = fs::temp_directory_path() / "tactus-determinism.tactus";
    REQUIRE(run_program(std::string(TACTUS_SIM) + " run --drill kiosk --setting half --strokes " +
                        short_strokes().string() + " --record " + file.string())
                .code == 0);
    const std::string verify = std::string(TACTUS_SIM) + " replay --verify --json " + file.string();
    CHECK(run_program(verify).code == 0);
    const Output again = run_program(masked + " " + verify + " --threads 2");
    CHECK(again.code == 0);
    CHECK(nlohmann::json::parse(again.text).at("verified") == true);
    fs::remove(file);
}
