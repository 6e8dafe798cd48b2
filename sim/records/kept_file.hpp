#pragma once
/// Small files beside the records that are there whole or not at all, also after a kill or a power cut.

#include <filesystem>
#include <string_view>

namespace tactus::records {

/// Makes FILE, unless another program made it first: then returns false and leaves theirs. Its folder is made
/// when missing. Throws UserError: cannot be written.
bool make_file(const std::filesystem::path& file, std::string_view text, std::filesystem::perms mode);

/// Puts FILE in the place of what was there. Throws UserError: cannot be written; what was there stays.
void replace_file(const std::filesystem::path& file, std::string_view text, std::filesystem::perms mode);

} // namespace tactus::records
