#pragma once
/// Writing texts that must not be lost: whoever reads the file sees the old text or the new one, whole.

#include <filesystem>
#include <string_view>

namespace tactus::authoring {

/// Writes beside the file, waits for the disk and takes the old one's place, so that neither a kill nor a
/// full disk costs the old text. Makes the folder when it is missing. Throws UserError.
void write_text(const std::filesystem::path& file, std::string_view text);

} // namespace tactus::authoring
