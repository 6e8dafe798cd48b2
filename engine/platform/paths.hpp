#pragma once
/// Where files of one person go (XDG base directories), each in a folder `tactus` that is made when asked
/// for.

#include <filesystem>

namespace tactus::platform {

/// Settings that a person would copy to a new machine: $XDG_CONFIG_HOME, else ~/.config.
/// These functions throw UserError when there is no home or the folder cannot be made.
std::filesystem::path config_folder();

/// What a person made: $XDG_DATA_HOME, else ~/.local/share.
std::filesystem::path data_folder();

/// Logs, history, where windows stood: $XDG_STATE_HOME, else ~/.local/state.
std::filesystem::path state_folder();

/// What can be made again: $XDG_CACHE_HOME, else ~/.cache.
std::filesystem::path cache_folder();

} // namespace tactus::platform
