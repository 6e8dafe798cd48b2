#include "engine/platform/image_file.hpp"

#include "sim/authoring/user_error.hpp"

#include <cstring>
#include <png.h>
#include <string>

namespace tactus::platform {
namespace {

// A PNG may claim 2^31 pixels a side, and a few kilobytes unpack to as many; nothing that is read here has so
// many.
constexpr std::uint64_t most_pixels = 1U << 24U;

png_image empty_image() {
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    return image;
}

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what,
                         const std::string& mend) {
    throw UserError({.where = file.string(), .what = what, .mend = mend});
}

} // namespace

void write_png(const std::filesystem::path& file, const Image& image) {
    const auto expected = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
    if (image.width <= 0 || image.height <= 0 || image.rgba.size() != expected) {
        refuse(file, "the picture is empty", "draw a frame first");
    }
    png_image png = empty_image();
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = PNG_FORMAT_RGBA;
    if (png_image_write_to_file(&png, file.c_str(), 0, image.rgba.data(), 0, nullptr) == 0) {
        refuse(file, std::string("cannot write the picture: ") + png.message,
               "check that the folder is there and the disk has room");
    }
}

Image read_png(const std::filesystem::path& file) {
    png_image png = empty_image();
    if (png_image_begin_read_from_file(&png, file.c_str()) == 0) {
        refuse(file, std::string("cannot read the picture: ") + png.message, "give a PNG file");
    }
    Image image;
    if (std::uint64_t{png.width} * png.height > most_pixels) {
        png_image_free(&png);
        refuse(file, "the picture has more than 16 million pixels", "scale it down");
    }
    image.width = static_cast<int>(png.width);
    image.height = static_cast<int>(png.height);
    png.format = PNG_FORMAT_RGBA;
    image.rgba.resize(PNG_IMAGE_SIZE(png));
    if (png_image_finish_read(&png, nullptr, image.rgba.data(), 0, nullptr) == 0) {
        refuse(file, std::string("the picture is damaged: ") + png.message, "give a whole PNG file");
    }
    return image;
}

} // namespace tactus::platform
