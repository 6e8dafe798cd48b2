#pragma once
/// Bytes as a file, for readers that take a path.

#include "tests/fuzz/reader.hpp"

#include <filesystem>
#include <sys/mman.h>
#include <unistd.h>

namespace tactus::fuzz {

/// A file in memory that goes with this object.
class BytesFile {
public:
    explicit BytesFile(Bytes bytes) : descriptor_(memfd_create("fuzz", 0)) {
        promise(descriptor_ >= 0 &&
                    write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
                "a file in memory can be made");
    }

    ~BytesFile() { close(descriptor_); }

    BytesFile(const BytesFile&) = delete;
    BytesFile& operator=(const BytesFile&) = delete;
    BytesFile(BytesFile&&) = delete;
    BytesFile& operator=(BytesFile&&) = delete;

    [[nodiscard]] std::filesystem::path path() const {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }

private:
    int descriptor_;
};

} // namespace tactus::fuzz
