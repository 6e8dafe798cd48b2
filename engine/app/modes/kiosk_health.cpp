#include "engine/app/modes/kiosk_health.hpp"

#include "engine/app/session/frame_statistics.hpp"
#include "engine/ui/widgets/figures.hpp"

#include <fstream>
#include <unistd.h>

namespace tactus::app {

namespace {

std::string json_list(const std::vector<std::string>& texts) {
    std::string list = "[";
    for (const std::string& text : texts) {
        list += (list.size() > 1 ? ", " : "") + json_text(text);
    }
    return list + "]";
}

} // namespace

std::string health_json(const KioskHealth& health) {
    const auto number = [](double value, int decimals) { return ui::rounded(value, decimals); };
    return std::string("{\"ok\": ") + (health.healthy() ? "true" : "false") +
           ", \"version\": " + json_text(health.version) + ", \"phase\": " + json_text(health.phase) +
           ", \"quality\": " + json_text(health.quality) + ", \"uptime_s\": " + number(health.uptime_s, 0) +
           ", \"last_frame_age_s\": " + number(health.last_frame_age_s, 3) +
           ", \"frames\": " + std::to_string(health.frames) + ", \"fps_p5\": " + number(health.fps_p5, 1) +
           ", \"sessions_today\": " + std::to_string(health.sessions_today) +
           ", \"finished_today\": " + std::to_string(health.finished_today) +
           ", \"rss_mb\": " + number(health.rss_mb, 1) +
           ", \"disk_free_mb\": " + number(health.disk_free_mb, 0) +
           ", \"devices\": " + json_list(health.devices) + ", \"notes\": " + json_list(health.notes) + "}";
}

std::vector<std::pair<std::string, std::string>> health_rows(const KioskHealth& health) {
    constexpr double minute_s = 60;
    std::string devices;
    for (const std::string& device : health.devices) {
        devices += (devices.empty() ? "" : ", ") + device;
    }
    return {{"Version", health.version},
            {"Up", ui::rounded(health.uptime_s / minute_s) + " min"},
            {"Picture", health.quality + ", " + ui::rounded(health.fps_p5) + " a second"},
            {"Visitors today",
             std::to_string(health.sessions_today) + ", finished " + std::to_string(health.finished_today)},
            {"Memory", ui::rounded(health.rss_mb) + " MB"},
            {"Disk free", ui::rounded(health.disk_free_mb) + " MB"},
            {"Devices", devices}};
}

void HealthBoard::post(KioskHealth health) {
    const std::lock_guard lock(mutex_);
    health_ = std::move(health);
}

KioskHealth HealthBoard::read(double now_s) const {
    const std::lock_guard lock(mutex_);
    KioskHealth health = health_;
    const double last_s = last_frame_s_.load();
    health.last_frame_age_s = last_s < 0 ? -1 : now_s - last_s;
    return health;
}

double resident_megabytes() {
    std::ifstream status("/proc/self/statm");
    double pages_all = 0;
    double pages_resident = 0;
    status >> pages_all >> pages_resident;
    return pages_resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace tactus::app
