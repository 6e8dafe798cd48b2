#include "engine/platform/image_file.hpp"
#include "sim/authoring/user_error.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace tactus;

namespace {

std::filesystem::path scratch(const char* name) { return std::filesystem::path(TACTUS_BINARY_DIR) / name; }

platform::Image gradient(int width, int height) {
    platform::Image image{width, height, {}};
    for (int k = 0; k < width * height; ++k) {
        for (const int value : {k % 256, (k * 7) % 256, (k * 13) % 256, 255 - k % 200}) {
            image.rgba.push_back(static_cast<std::uint8_t>(value));
        }
    }
    return image;
}

std::string file_bytes(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace

TEST_CASE("a picture written as PNG is read back texel for texel, opacity included") {
    const std::filesystem::path file = scratch("round_trip.png");
    const platform::Image image = gradient(37, 19);
    platform::write_png(file, image);
    const platform::Image read = platform::read_png(file);
    CHECK(read.width == 37);
    CHECK(read.height == 19);
    CHECK(read.rgba == image.rgba);
}

TEST_CASE("a file that is no PNG is refused with its name") {
    const std::filesystem::path file = scratch("no_picture.png");
    std::ofstream(file) << "this is no picture";
    try {
        (void)platform::read_png(file);
        FAIL("read");
    } catch (const UserError& error) {
        CHECK(error.complaints().front().where == file.string());
    }
    CHECK_THROWS_AS((void)platform::read_png(scratch("nowhere.png")), UserError);
}

TEST_CASE("a PNG that was cut short is refused, wherever the cut") {
    const std::filesystem::path whole = scratch("whole.png");
    const std::filesystem::path part = scratch("part.png");
    platform::write_png(whole, gradient(64, 64));
    const std::string bytes = file_bytes(whole);
    for (std::size_t size = 0; size + 20 < bytes.size(); size += bytes.size() / 23) {
        std::ofstream(part, std::ios::binary) << bytes.substr(0, size);
        CHECK_THROWS_AS((void)platform::read_png(part), UserError);
    }
}

TEST_CASE("a PNG that claims a giant size is refused before any memory is asked for") {
    const std::filesystem::path file = scratch("giant.png");
    platform::write_png(file, gradient(8, 8));
    std::string bytes = file_bytes(file);
    bytes[16] = 0x40; // width becomes 2^30; the header's checksum no longer holds either
    std::ofstream(file, std::ios::binary) << bytes;
    CHECK_THROWS_AS((void)platform::read_png(file), UserError);
}

TEST_CASE("an empty picture and a missing folder are refused when writing") {
    CHECK_THROWS_AS(platform::write_png(scratch("empty.png"), {}), UserError);
    CHECK_THROWS_AS(platform::write_png(scratch("no/such/folder.png"), gradient(2, 2)), UserError);
}
