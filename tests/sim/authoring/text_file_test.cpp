#include "sim/authoring/table.hpp"
#include "sim/authoring/text_file.hpp"
#include "sim/authoring/user_error.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace tactus;

TEST_CASE("a text replaces the one before whole, makes its folder and leaves nothing beside it") {
    const fs::path folder =
        fs::temp_directory_path() / std::string("tactus-text-").append(std::to_string(getpid()));
    const fs::path file = folder / "deep" / "a.toml";
    authoring::write_text(file, "one");
    authoring::write_text(file, "two");
    CHECK(authoring::read_text(file) == "two");
    CHECK(std::distance(fs::directory_iterator(file.parent_path()), fs::directory_iterator()) == 1);
    fs::remove_all(folder);
}

TEST_CASE("a text that cannot be written is complained of and leaves the old one") {
    CHECK_THROWS_AS(authoring::write_text("/proc/tactus/a.toml", "x"), UserError);
    CHECK_THROWS_AS(authoring::write_text("/dev/full/a.toml", "x"), UserError);
}
