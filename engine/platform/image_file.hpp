#pragma once
/// PNG files by libpng.

#include <cstdint>
#include <filesystem>
#include <vector>

namespace tactus::platform {

/// 8-bit RGBA, row by row from the top.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Throw UserError: the folder is missing, the disk full, the file no PNG.
void write_png(const std::filesystem::path& file, const Image& image);
Image read_png(const std::filesystem::path& file);

} // namespace tactus::platform
