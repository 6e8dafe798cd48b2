#pragma once
/// The shipped files.

#include <filesystem>

namespace tactus::tests {

inline const std::filesystem::path assets = std::filesystem::path(TACTUS_SOURCE_DIR) / "assets";

} // namespace tactus::tests
