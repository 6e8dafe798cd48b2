#pragma once
/// A folder that goes with the test, and that no other run of the tests has.

#include <filesystem>
#include <string>
#include <unistd.h>

namespace tactus::scenes {

struct Folder {
    std::filesystem::path path;

    explicit Folder(const std::string& name)
        : path(std::filesystem::temp_directory_path() /
               ("tactus-records-" + name + "-" + std::to_string(getpid()))) {
        std::filesystem::remove_all(path);
    }

    ~Folder() { std::filesystem::remove_all(path); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

} // namespace tactus::scenes
