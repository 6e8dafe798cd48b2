#include "engine/platform/paths.hpp"

#include "sim/authoring/user_error.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace tactus::platform {
namespace {

std::filesystem::path folder(const char* variable, const char* below_home) {
    std::filesystem::path base;
    const char* set = std::getenv(variable);
    // The XDG specification tells us to ignore a relative path.
    if (set != nullptr && set[0] == '/') {
        base = set;
    } else {
        const char* home = std::getenv("HOME");
        if (home == nullptr || home[0] == '\0') {
            throw UserError({.where = variable, .what = "neither it nor HOME is set", .mend = "set HOME"});
        }
        base = std::filesystem::path(home) / below_home;
    }
    std::filesystem::path path = base / "tactus";
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) {
        throw UserError({.where = path.string(),
                         .what = "cannot make the folder: " + error.message(),
                         .mend = std::string("make it, or point ") + variable + " elsewhere"});
    }
    return path;
}

} // namespace

std::filesystem::path config_folder() { return folder("XDG_CONFIG_HOME", ".config"); }

std::filesystem::path data_folder() { return folder("XDG_DATA_HOME", ".local/share"); }

std::filesystem::path state_folder() { return folder("XDG_STATE_HOME", ".local/state"); }

std::filesystem::path cache_folder() { return folder("XDG_CACHE_HOME", ".cache"); }

} // namespace tactus::platform
