#include "engine/app/options.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <vector>

using namespace tactus;
using app::Options;

namespace {

struct Parsed {
    std::optional<int> code;
    Options options;
    std::string out;
    std::string err;
};

Parsed parse(std::vector<const char*> words) {
    words.insert(words.begin(), "tactus");
    Parsed parsed;
    std::ostringstream out;
    std::ostringstream err;
    parsed.code = app::parse_options(static_cast<int>(words.size()), words.data(), parsed.options, out, err);
    parsed.out = out.str();
    parsed.err = err.str();
    return parsed;
}

int lines(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

} // namespace

TEST_CASE("no flags open the home screen") {
    const Parsed parsed = parse({});
    CHECK_FALSE(parsed.code.has_value());
    CHECK(parsed.options.mode == app::Mode::home);
    CHECK(parsed.options.size.width == 1280);
    CHECK_FALSE(parsed.options.tier.has_value());
}

TEST_CASE("flags are read as written in the architecture") {
    const Parsed parsed =
        parse({"--mode", "kiosk", "--tier", "low", "--setting", "half", "--size", "800x600", "--screenshot",
               "a.png", "--scene", "pressure", "--at", "4.5", "--drill", "effleurage", "--validation"});
    REQUIRE_FALSE(parsed.code.has_value());
    CHECK(parsed.options.mode == app::Mode::kiosk);
    CHECK(parsed.options.tier == render::Tier::low);
    CHECK(tissue::setting_name(*parsed.options.setting) == "half");
    CHECK(parsed.options.size.height == 600);
    CHECK(*parsed.options.at_s == doctest::Approx(4.5));
    CHECK(parsed.options.scene == "pressure");
    CHECK(parsed.options.validation);
}

TEST_CASE("a mistake on the command line is one sentence and code 2") {
    const std::vector<std::vector<const char*>> mistakes{{"--bogus"},
                                                         {"--mode", "sleep"},
                                                         {"--size", "12"},
                                                         {"--size", "0x0"},
                                                         {"--size", "1280x720x3"},
                                                         {"--play", "/no/such"},
                                                         {"--at", "-1"},
                                                         {"--frames", "zero"},
                                                         {"--scene", "moon"},
                                                         {"--stats", "a.json"},
                                                         {"--tier", "ultra"},
                                                         {"--setting", "coarse"},
                                                         {"--threads", "0"},
                                                         {"--profile", "Ana", "--mode", "kiosk"},
                                                         {"stray"}};
    for (const std::vector<const char*>& mistake : mistakes) {
        const Parsed parsed = parse(mistake);
        INFO(mistake.front());
        CHECK(parsed.code == 2);
        CHECK(parsed.err.starts_with("tactus: "));
        CHECK(lines(parsed.err) == 1);
        CHECK(parsed.out.empty());
    }
}

TEST_CASE("help and version go to standard output and end well") {
    const Parsed help = parse({"--help"});
    CHECK(help.code == 0);
    for (const char* flag :
         {"--mode", "--drill", "--client", "--data", "--tier", "--play", "--screenshot", "--scene", "--size",
          "--at", "--frames", "--stats", "--frames-to", "--health", "--validation", "--setting"}) {
        INFO(flag);
        CHECK(help.out.find(flag) != std::string::npos);
    }
    CHECK(parse({"--version"}).out.starts_with("tactus "));
}
