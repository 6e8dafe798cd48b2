#include "engine/platform/image_file.hpp"
#include "tests/fuzz/bytes_file.hpp"
#include "tests/fuzz/readers/readers.hpp"

namespace tactus::fuzz {

void read_png(Bytes bytes) {
    const BytesFile file(bytes);
    if (const auto image = accepted([&] { return platform::read_png(file.path()); })) {
        promise(image->rgba.size() == std::size_t{4} * static_cast<std::size_t>(image->width) *
                                          static_cast<std::size_t>(image->height),
                "a picture has four bytes a pixel");
    }
}

} // namespace tactus::fuzz
