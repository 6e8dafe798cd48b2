#pragma once
/// A file that only grows and survives the loss of power. One process at a time holds it.

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace tactus::platform {

class AppendedFile {
public:
    AppendedFile() = default;
    ~AppendedFile();
    AppendedFile(AppendedFile&&) noexcept;
    AppendedFile& operator=(AppendedFile&&) noexcept;
    AppendedFile(const AppendedFile&) = delete;
    AppendedFile& operator=(const AppendedFile&) = delete;

    /// Makes the file where it is missing, cuts it to `size` bytes and holds it until the process ends,
    /// however that happens. False with error(): the folder cannot be written, or another process holds the
    /// file.
    bool open(const std::filesystem::path& file, std::uint64_t size);

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

    /// All of it is on the disk when this returns true; else none of it is in the file, and error() says why.
    bool append(std::span<const std::uint8_t> bytes);

    [[nodiscard]] const std::string& error() const { return error_; }

    void close();

private:
    bool failed();

    int descriptor_ = -1;
    std::uint64_t size_ = 0;
    std::string error_;
};

/// True while another process holds that file open as an AppendedFile.
bool held_by_another(const std::filesystem::path& file);

} // namespace tactus::platform
