#pragma once
/// How a kiosk is, as its health page, `tactus --health` and the staff's page say it.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tactus::app {

/// A picture older than this means that the screen stands; systemd's watchdog waits as long.
inline constexpr double stale_frame_s = 10;

struct KioskHealth {
    std::string version;
    std::string phase;   ///< "attract", "demo", "score", "staff", "still"
    std::string quality; ///< "high", "medium", "low", "still"
    double uptime_s = 0;
    double last_frame_age_s = -1; ///< of the newest picture that reached the screen; negative = none yet
    std::uint64_t frames = 0;
    double fps_p5 = 0;
    int sessions_today = 0;
    int finished_today = 0;
    double rss_mb = 0;
    double disk_free_mb = 0;
    std::vector<std::string> devices; ///< "mouse", "Pen tablet (not there)"
    std::vector<std::string> notes;   ///< for the staff, a sentence each

    [[nodiscard]] bool healthy() const { return last_frame_age_s >= 0 && last_frame_age_s < stale_frame_s; }
};

/// One JSON object on one line; its first key is "ok".
std::string health_json(const KioskHealth& health);

/// For people: label and value.
std::vector<std::pair<std::string, std::string>> health_rows(const KioskHealth& health);

/// Between the thread that draws and the one that answers. The age of the last picture goes on while the
/// first one stands.
class HealthBoard {
public:
    void post(KioskHealth health);

    /// One has reached the screen, by the steady clock of now_s below.
    void note_picture(double at_s) { last_frame_s_.store(at_s); }

    [[nodiscard]] KioskHealth read(double now_s) const;

private:
    mutable std::mutex mutex_;
    KioskHealth health_;
    std::atomic<double> last_frame_s_ = -1; ///< negative = none yet
};

/// Memory of this process that is in RAM, 10^6 bytes; 0 when unknown.
double resident_megabytes();

} // namespace tactus::app
