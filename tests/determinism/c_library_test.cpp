/// No result may depend on whose C library is installed: glibc's transcendental functions change bits with
/// the CPU and, since 2.41, with the version. What our own code imports is read with nm; what Bullet calls at
/// run time is found by running under a C library that rounds otherwise.
///
/// Of Bullet we use the library of collision (btCollisionWorld, btCompoundShape, btMultiSphereShape,
/// btConvexHullShape, btDbvtBroadphase, ray casts) and of linear mathematics. They import trigonometry too,
/// but for contacts between shapes and for poses from velocities, which nothing here asks of them. The
/// library of dynamics, where joints and motion live, is not linked at all.

#include <doctest/doctest.h>

#include "program_output.hpp"
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

/// Functions of the C library's mathematics that programs import: the name without f or l at the end.
const std::regex mathematics(
    R"(_*(a?(sin|cos|tan)h?|sincos|atan2|exp|exp2|exp10|expm1|log|log2|log10|log1p|pow|cbrt|hypot|erfc?|[lt]?gamma|)"
    R"([jy][01n]|fmod|remainder|remquo|fma|fmin|fmax|fdim|floor|ceil|trunc|l?l?round|l?l?rint|nearbyint|ldexp|)"
    R"(scalbl?n|frexp|modf|logb|ilogb|nextafter|sqrt)(_finite)?[fl]?)");

/// Those that may be imported: IEEE 754 or the C standard fixes every bit of the result.
const std::set<std::string> exact{
    "sqrt",   "sqrtf",            // correctly rounded
    "round",  "roundf",           // to the nearest whole number, halves away from zero
    "lround", "lroundf", "floor", // whole numbers again
    "floorf", "ceil",    "ceilf", "trunc", "truncf",
    "fmin",   "fminf",   "fmax",  "fmaxf", // one of the two arguments
    "fmod",   "fmodf",                     // an exact remainder
};

/// Names of the mathematics that a file leaves to others, without those allowed.
std::set<std::string> forbidden_imports(const std::string& nm, const fs::path& file) {
    const Output output = run_program(nm + " --undefined-only '" + file.string() + "' 2>/dev/null");
    REQUIRE(output.code == 0);
    std::set<std::string> found;
    std::istringstream lines(output.text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t mark = line.find(" U ");
        if (mark == std::string::npos) {
            continue;
        }
        const std::string name = line.substr(mark + 3, line.find('@', mark) - mark - 3);
        if (std::regex_match(name, mathematics) && !exact.contains(name)) {
            found.insert(name);
        }
    }
    return found;
}

std::string listed(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : " ") + name;
    }
    return text;
}

} // namespace

TEST_CASE("nm shows the trigonometry that Bullet's library imports for what we leave alone") {
    CHECK(forbidden_imports("nm -D", TACTUS_BULLET_COLLISION).contains("sinf"));
}

TEST_CASE("no folder of the simulation imports a function whose bits the C library may choose") {
    int archives = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(TACTUS_SIM_ARCHIVES)) {
        if (entry.path().extension() == ".a") {
            ++archives;
            CAPTURE(entry.path().filename().string());
            CHECK(listed(forbidden_imports("nm", entry.path())).empty());
        }
    }
    CHECK(archives >= 15);
    CHECK(listed(forbidden_imports("nm -D", TACTUS_SIM)).empty());
}

TEST_CASE("of Bullet the program loads collision and linear mathematics, not dynamics") {
    const Output output = run_program("ldd " TACTUS_SIM);
    REQUIRE(output.code == 0);
    CHECK(output.text.find("libBulletCollision") != std::string::npos);
    CHECK(output.text.find("libBulletDynamics") == std::string::npos);
    CHECK(output.text.find("libBulletSoftBody") == std::string::npos);
}

#ifdef TACTUS_OTHER_ROUNDINGS
namespace {

/// A palm over the right scapula and down the ribs, so that bones move, then a thumb on the levator.
fs::path strokes_over_bones() {
    fs::path file = fs::temp_directory_path() / "tactus-c-library.csv";
    std::ofstream out(file);
    out << "t,hand,tool,u,v,force,event\n";
    for (int k = 0; k <= 60; ++k) {
        const double t = k / 30.0;
        out << t << ",right,palm,0.50," << 0.20 + 0.15 * t << ',' << 50 * std::min(1.0, 2 * t) << ",\n";
    }
    for (int k = 0; k <= 30; ++k) {
        const double t = 2.2 + k / 30.0;
        out << t << ",right,thumb,0.33,0.07," << 20 * std::min(1.0, t - 2.2) << ',' << (k == 30 ? "stop" : "")
            << '\n';
    }
    return file;
}

} // namespace

TEST_CASE("the C library that rounds otherwise moves the sine of a program that calls it") {
    const std::string sine = "awk 'BEGIN { printf \"%.17g\", sin(0.7) }'";
    const Output plain = run_program(sine);
    REQUIRE(plain.code == 0);
    const Output other = run_program("LD_PRELOAD=" TACTUS_OTHER_ROUNDINGS " " + sine);
    CHECK(other.code == 0);
    CHECK(other.text != plain.text);
}

TEST_CASE("under a C library that rounds otherwise, a whole run calls none of it and gives the same bits") {
    const fs::path strokes = strokes_over_bones();
    const fs::path calls = fs::temp_directory_path() / "tactus-c-library-calls.txt";
    const std::string run =
        TACTUS_SIM " run --drill kiosk --setting half --json --strokes " + strokes.string();
    const Output plain = run_program(run);
    REQUIRE(plain.code == 0);
    const Output other = run_program("TACTUS_SAY_CALLS=1 LD_PRELOAD=" TACTUS_OTHER_ROUNDINGS " " + run +
                                     " 2>" + calls.string());
    REQUIRE(other.code == 0);
    CHECK(other.text == plain.text);
    CHECK(run_program("sort " + calls.string() + " | uniq -c").text.empty());
    fs::remove(calls);
    fs::remove(strokes);
}
#endif
