#pragma once
/// A folder that goes with the test.

#include <filesystem>
#include <string>

namespace tactus::scenes {

struct Folder {
    std::filesystem::path path;

    explicit Folder(const std::string& name)
        : path(std::filesystem::temp_directory_path() / ("tactus-records-" + name)) {
        std::filesystem::remove_all(path);
    }

    ~Folder() { std::filesystem::remove_all(path); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

} // namespace tactus::scenes
