/// --health: is everything there that a station needs, and how is the kiosk that runs?

#include "engine/app/modes/health_page.hpp"
#include "engine/app/places.hpp"
#include "engine/app/program.hpp"
#include "engine/app/session/frame_statistics.hpp"
#include "engine/app/stores/library.hpp"
#include "engine/ui/fonts.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/session/version.hpp"

#include <iostream>

namespace tactus::app {

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

int report_kiosk_health(const Options& options) {
    const int port = read_kiosk(kiosk_file(options)).health_port;
    const auto answer = port == 0 ? std::nullopt : ask_health(port);
    if (!answer) {
        std::cerr << "tactus: health page, 127.0.0.1:" << port
                  << ": no kiosk answers; start one with --mode kiosk, with the same --data\n";
        return 1;
    }
    std::cout << answer->json << "\n" << std::flush;
    return answer->ok ? 0 : 1;
}

} // namespace tactus::app
