#pragma once
/// Where Tactus keeps what it ships: assets (text that people edit) and compiled shaders.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::authoring {

/// The folders searched, in order: $TACTUS_RESOURCES, the source tree, the build tree, beside the program
/// (../share/tactus), the installed /usr/share/tactus. Those that do not exist are left out.
std::vector<std::filesystem::path> resource_roots();

/// The first root that holds `relative` ("assets/drills/effleurage.toml", "shaders/skin.frag.spv").
/// Throws UserError naming the roots when none does.
std::filesystem::path resource(std::string_view relative);

/// A thing named on a command line: an id ("effleurage" -> assets/KIND/effleurage.toml) or a file's path.
/// kind: "drills", "clients", "rubrics", "plans". Throws UserError with the known ids when neither exists.
std::filesystem::path asset_named(std::string_view kind, std::string_view id_or_file);

/// Ids of all assets of a kind, sorted.
std::vector<std::string> asset_ids(std::string_view kind);

} // namespace tactus::authoring
