/// --health: is everything there that a station needs?

#include "engine/app/frame_statistics.hpp"
#include "engine/app/library.hpp"
#include "engine/app/places.hpp"
#include "engine/app/program.hpp"
#include "engine/ui/fonts.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/session/version.hpp"

#include <fstream>
#include <iostream>

namespace tactus::app {

namespace {

/// True when a file can be made there.
bool writable(const std::filesystem::path& folder) {
    const std::filesystem::path probe = folder / ".tactus-health";
    const bool made = static_cast<bool>(std::ofstream(probe) << "ok");
    std::error_code error;
    std::filesystem::remove(probe, error);
    return made;
}

} // namespace

int report_health(const Options& options) {
    std::string device;
    std::string trouble;
    const auto attempt = [&](const auto& action) {
        try {
            action();
        } catch (const UserError& error) {
            trouble += (trouble.empty() ? "" : "; ") + std::string(error.what());
        }
    };
    attempt([&] { device = gpu::Device({.window = nullptr, .validation = false}).name(); });
    std::filesystem::path data;
    attempt([&] { data = data_folder(options); });
    const bool data_writable = !data.empty() && writable(data);
    ui::Catalogue catalogue;
    attempt([&] { catalogue = read_catalogue(); });
    for (const std::string& problem : catalogue.problems) {
        trouble += (trouble.empty() ? "" : "; ") + problem;
    }
    const ui::FontFile font = ui::find_font("Regular");
    const bool healthy =
        trouble.empty() && data_writable && !catalogue.drills.empty() && !catalogue.clients.empty();
    std::cout << "{\"ok\": " << (healthy ? "true" : "false")
              << ", \"version\": " << json_text(std::string(session::sim_version()))
              << ", \"device\": " << json_text(device)
              << ", \"display\": " << (platform::display_available() ? "true" : "false")
              << ", \"drills\": " << catalogue.drills.size() << ", \"clients\": " << catalogue.clients.size()
              << ", \"font\": " << json_text(font.family.empty() ? "built in" : font.family)
              << ", \"data\": " << json_text(data.string())
              << ", \"data_writable\": " << (data_writable ? "true" : "false")
              << ", \"trouble\": " << json_text(trouble) << "}\n"
              << std::flush;
    return healthy ? 0 : 1;
}

} // namespace tactus::app
