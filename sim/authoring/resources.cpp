#include "sim/authoring/resources.hpp"

#include "sim/authoring/user_error.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>

namespace fs = std::filesystem;

namespace tactus::authoring {

std::vector<fs::path> resource_roots() {
    std::vector<fs::path> candidates;
    if (const char* chosen = std::getenv("TACTUS_RESOURCES"); chosen != nullptr && *chosen != '\0') {
        candidates.emplace_back(chosen);
    }
    candidates.emplace_back(TACTUS_SOURCE_DIR);
    candidates.emplace_back(TACTUS_BINARY_DIR);
    std::error_code error;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", error); !error) {
        candidates.push_back(program.parent_path().parent_path() / "share" / "tactus");
    }
    candidates.emplace_back(TACTUS_INSTALL_DATA_DIR);
    std::vector<fs::path> roots;
    std::ranges::copy_if(candidates, std::back_inserter(roots),
                         [&](const fs::path& root) { return fs::is_directory(root, error); });
    return roots;
}

fs::path resource(std::string_view relative) {
    std::string looked;
    for (const fs::path& root : resource_roots()) {
        std::error_code error;
        if (fs::path found = root / relative; fs::exists(found, error)) {
            return found;
        }
        looked += (looked.empty() ? "" : ", ") + root.string();
    }
    throw UserError(Complaint{std::string(relative), "not found in " + looked,
                              "reinstall Tactus or set TACTUS_RESOURCES to the folder that holds it"});
}

fs::path asset_named(std::string_view kind, std::string_view id_or_file) {
    std::error_code error;
    if (fs::path file(id_or_file); fs::is_regular_file(file, error)) {
        return file;
    }
    for (const fs::path& root : resource_roots()) {
        fs::path file = root / "assets" / kind / (std::string(id_or_file) + ".toml");
        if (id_or_file.find('/') == std::string_view::npos && fs::is_regular_file(file, error)) {
            return file;
        }
    }
    std::string known;
    for (const std::string& id : asset_ids(kind)) {
        known += (known.empty() ? "" : ", ") + id;
    }
    throw UserError(Complaint{std::string(id_or_file),
                              "no file and none of the " + std::string(kind) + " has that id",
                              "name a file or one of: " + known});
}

std::vector<std::string> asset_ids(std::string_view kind) {
    std::vector<std::string> ids;
    for (const fs::path& root : resource_roots()) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(root / "assets" / kind, error)) {
            if (entry.path().extension() == ".toml") {
                ids.push_back(entry.path().stem().string());
            }
        }
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace tactus::authoring
