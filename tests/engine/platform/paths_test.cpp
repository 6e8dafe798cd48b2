#include "engine/platform/paths.hpp"
#include "sim/authoring/user_error.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace tactus;

namespace {

const std::filesystem::path root = std::filesystem::path(TACTUS_BINARY_DIR) / "paths_test";

} // namespace

TEST_CASE("XDG variables say where folders are, and the folders are made") {
    std::filesystem::remove_all(root);
    setenv("XDG_CACHE_HOME", (root / "c").c_str(), 1);
    setenv("XDG_CONFIG_HOME", (root / "f").c_str(), 1);
    setenv("XDG_DATA_HOME", (root / "d").c_str(), 1);
    setenv("XDG_STATE_HOME", (root / "s").c_str(), 1);
    CHECK(platform::cache_folder() == root / "c/tactus");
    CHECK(platform::config_folder() == root / "f/tactus");
    CHECK(platform::data_folder() == root / "d/tactus");
    CHECK(platform::state_folder() == root / "s/tactus");
    CHECK(std::filesystem::is_directory(root / "s/tactus"));
}

TEST_CASE("without XDG variables, or with relative ones, folders are below the home") {
    setenv("HOME", root.c_str(), 1);
    unsetenv("XDG_CACHE_HOME");
    CHECK(platform::cache_folder() == root / ".cache/tactus");
    setenv("XDG_DATA_HOME", "relative", 1);
    CHECK(platform::data_folder() == root / ".local/share/tactus");
}

TEST_CASE("a folder that cannot be made is told with the variable that moves it") {
    std::filesystem::create_directories(root);
    std::ofstream(root / "file") << "in the way";
    setenv("XDG_CONFIG_HOME", (root / "file").c_str(), 1);
    CHECK_THROWS_AS(platform::config_folder(), UserError);
}
