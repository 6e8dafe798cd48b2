#include "tests/layers/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <sstream>

using namespace tactus::tests;

namespace {

constexpr std::size_t longest_file = 500;

std::string first_part(const std::string& path) { return path.substr(0, path.find('/')); }

std::string second_part(const std::string& path) {
    const std::size_t start = path.find('/') + 1;
    return path.substr(start, path.find('/', start) - start);
}

/// path:line for a message.
std::string at(const SourceFile& file, std::size_t line) {
    return file.path + ":" + std::to_string(line + 1);
}

} // namespace

TEST_CASE("the folder maps name only folders above, so there is no cycle") {
    for (const std::string side : {"sim", "engine"}) {
        const FolderMap map = folder_map(side);
        REQUIRE(map.order.size() >= 6);
        for (std::size_t k = 0; k < map.order.size(); ++k) {
            for (const std::string& seen : map.sees.at(map.order[k])) {
                CAPTURE(map.order[k]);
                CAPTURE(seen);
                CHECK(std::find(map.order.begin(), map.order.begin() + static_cast<std::ptrdiff_t>(k),
                                seen) != map.order.begin() + static_cast<std::ptrdiff_t>(k));
            }
        }
    }
}

TEST_CASE("a folder includes only what its line in the map names") {
    const FolderMap sim = folder_map("sim");
    const FolderMap engine = folder_map("engine");
    // Definitions of the simulation that the program may read (architecture.md, engine), and the ground
    // floor's vectors.
    const std::set<std::string> for_engine{"session", "replay",    "records", "drills",  "scoring",
                                           "client",  "care",      "hands",   "contact", "anatomy",
                                           "sources", "authoring", "exams",   "math",    "school"};
    for (const SourceFile& file : source_files()) {
        for (const std::string& include : quoted_includes(file)) {
            const std::string side = first_part(include);
            const std::string folder = second_part(include);
            CAPTURE(file.path);
            CAPTURE(include);
            if (file.side == "sim" && file.folder != "cli") {
                CHECK(side == "sim");
                CHECK((folder == file.folder ||
                       (sim.sees.contains(file.folder) && sim.sees.at(file.folder).contains(folder))));
            } else if (file.side == "sim") {
                CHECK(side == "sim");
            } else if (file.side == "engine" && side == "engine") {
                CHECK((folder == file.folder ||
                       (engine.sees.contains(file.folder) && engine.sees.at(file.folder).contains(folder))));
            } else if (file.side == "engine" && side == "sim") {
                CHECK(for_engine.contains(folder));
            } else if (file.side == "engine") {
                CHECK(side == "shaders");
            }
        }
    }
}

TEST_CASE("the rooms of the program include only rooms above them") {
    const std::vector<std::string> rooms{"stores", "hands", "session", "run",
                                         "pages",  "desks", "modes",   "stage"}; // and then app itself
    const auto floor_of = [&](const std::string& path) {
        const std::string room = second_part(path.substr(std::string("engine/").size()));
        return std::ranges::find(rooms, room) - rooms.begin();
    };
    for (const SourceFile& file : source_files()) {
        if (file.side != "engine" || file.folder != "app") {
            continue;
        }
        for (const std::string& include : quoted_includes(file)) {
            if (include.starts_with("engine/app/")) {
                CAPTURE(file.path);
                CAPTURE(include);
                CHECK(floor_of(include) <= floor_of(file.path));
            }
        }
    }
}

TEST_CASE("libraries of the screen and of rigid bodies are included in their own folders only") {
    const std::vector<std::pair<std::regex, std::regex>> rules{
        {std::regex(R"(#\s*include\s+[<"]vulkan)"), std::regex(R"(^engine/(gpu|render)/|^tests/)")},
        {std::regex(R"(#\s*include\s+[<"]GLFW)"),
         std::regex(R"(^engine/(platform|devices|gpu|ui)/|^tests/)")},
        {std::regex(R"(#\s*include\s+[<"]imgui)"), std::regex(R"(^engine/(render|ui|app)/|^tests/)")},
        {std::regex(R"(#\s*include\s+[<"](bullet|bt\w+|LinearMath|BulletCollision|BulletDynamics))"),
         std::regex(R"(^sim/bodies/\w+\.cpp$|^tests/bench/)")},
        {std::regex(R"(#\s*include\s+[<"](RtMidi|X11|xorg))"),
         std::regex(R"(^engine/devices/wires/|^tests/engine/devices/|^tests/end_to_end/)")},
        {std::regex(R"(#\s*include\s+[<"]asio)"),
         std::regex(R"(^engine/devices/wires/|^engine/app/modes/health_page\.cpp$|^tests/)")},
        {std::regex(R"(#\s*include\s+[<"](libintl|qrencode))"), std::regex(R"(^engine/ui/)")},
        {std::regex(R"(#\s*include\s+[<"]systemd)"), std::regex(R"(^engine/platform/)")},
        {std::regex(R"(#\s*include\s+[<"]AL/)"), std::regex(R"(^engine/audio/sound_device\.cpp$)")},
        {std::regex(R"(#\s*include\s+[<"]toml)"), std::regex(R"(^sim/authoring/\w+\.cpp$)")},
        {std::regex(R"(#\s*include\s+[<"]SQLite)"), std::regex(R"(^sim/records/\w+\.cpp$)")},
        {std::regex(R"(#\s*include\s+[<"]pqxx)"), std::regex(R"(^sim/server/postgres\.cpp$)")},
        {std::regex(R"(#\s*include\s+[<"]httplib)"),
         std::regex(R"(^sim/(school|server)/\w+\.cpp$|^tests/(sim/server|bench)/)")},
    };
    for (const SourceFile& file : source_files()) {
        for (std::size_t k = 0; k < file.lines.size(); ++k) {
            for (const auto& [include, allowed] : rules) {
                if (std::regex_search(file.lines[k], include)) {
                    CAPTURE(at(file, k));
                    CHECK(std::regex_search(file.path, allowed));
                }
            }
        }
    }
}

TEST_CASE("nothing in the simulation can make two runs differ") {
    const std::regex clock_or_chance(
        R"(system_clock|steady_clock|high_resolution_clock|\brand\(|random_device|mt19937|unordered_(map|set)|std::hash|getenv)");
    const std::regex libm(
        R"((std::|glm::|\b)(sin|cos|tan|asin|acos|atan|atan2|exp|exp2|log|log2|log10|pow|tanh|cbrt|hypot)\()");
    const std::set<std::string> about_runs{"records", "school", "server",
                                           "cli"}; // what happens to them afterwards
    const std::regex ours(R"(math::(sin|cos|acos|atan2|exp|log|log10|pow|tanh)\()");
    for (const SourceFile& file : source_files()) {
        if (file.side != "sim" || about_runs.contains(file.folder)) {
            continue;
        }
        for (std::size_t k = 0; k < file.lines.size(); ++k) {
            const std::string code = code_of(file.lines[k]);
            CAPTURE(at(file, k));
            const bool resources =
                file.path == "sim/authoring/resources.cpp"; // where files lie may depend on the machine
            CHECK((resources || !std::regex_search(code, clock_or_chance)));
            if (file.folder != "math") {
                CHECK_FALSE(std::regex_search(std::regex_replace(code, ours, "ours"), libm));
            }
        }
    }
}

TEST_CASE("no file is longer than five hundred lines") {
    for (const SourceFile& file : source_files()) {
        CAPTURE(file.path);
        CHECK(file.lines.size() <= longest_file);
    }
}

TEST_CASE("every header says what it is for and guards itself") {
    for (const SourceFile& file : source_files()) {
        if (!file.path.ends_with(".hpp")) {
            continue;
        }
        CAPTURE(file.path);
        const auto has = [&](const std::string& text) {
            return std::ranges::any_of(file.lines,
                                       [&](const std::string& line) { return line.starts_with(text); });
        };
        CHECK(has("#pragma once"));
        const bool documented = std::ranges::any_of(
            file.lines, [](const std::string& line) { return line.find("///") != std::string::npos; });
        CHECK(documented);
    }
}

TEST_CASE("names say what is inside") {
    const std::regex vague(R"((^|/|_)(utils?|helpers?|common|misc|manager|stuff)([_./]|$))",
                           std::regex::icase);
    for (const SourceFile& file : source_files()) {
        CAPTURE(file.path);
        CHECK_FALSE(std::regex_search(file.path, vague));
    }
}

TEST_CASE("the README's map names every room") {
    const std::string readme = text_of("README.md");
    for (const std::string side : {"sim", "engine"}) {
        for (const std::string& folder : folder_map(side).order) {
            CAPTURE(side);
            CAPTURE(folder);
            CHECK(readme.find(std::string("`").append(folder).append("/`")) != std::string::npos);
        }
    }
}
