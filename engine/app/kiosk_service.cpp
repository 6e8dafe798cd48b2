#include "engine/app/kiosk_service.hpp"

#include "engine/app/stage/stage.hpp"
#include "engine/platform/paths.hpp"
#include "engine/platform/service_state.hpp"
#include "engine/platform/steady_clock.hpp"
#include "engine/ui/widgets/figures.hpp"
#include "sim/authoring/user_error.hpp"
#include "sim/session/version.hpp"

#include <array>
#include <chrono>
#include <iostream>
#include <thread>
#include <utility>

namespace tactus::app {

namespace {

constexpr double feed_s = 1;      ///< between two signs of life; systemd waits for ten
constexpr double post_s = 1;      ///< between two states of the health page
constexpr double slowest_fps = 8; ///< below it hands lag behind the pointer by what one sees
constexpr double slow_patience_s = 60;
constexpr double scene_at_s = 6; ///< into the attract loop the hands are at work
constexpr double bytes_a_megabyte = 1e6;

const char* phase_name(KioskPhase phase) {
    constexpr std::array names{"off", "attract", "demo", "score", "staff"};
    return names[static_cast<std::size_t>(phase)];
}

const char* quality_name(render::Tier tier) {
    return tier == render::Tier::low ? "low" : tier == render::Tier::medium ? "medium" : "high";
}

double free_megabytes(const std::filesystem::path& file) {
    std::error_code error;
    const auto space = std::filesystem::space(file.parent_path(), error);
    return error ? 0 : static_cast<double>(space.available) / bytes_a_megabyte;
}

/// Where the picture of the attract loop is kept for a start without a GPU; nowhere without a home.
std::filesystem::path scene_file() {
    try {
        return platform::cache_folder() / "kiosk-still.png";
    } catch (const UserError&) {
        return {};
    }
}

} // namespace

KioskService::KioskService(KioskSetup setup, std::optional<double> block_at_s)
    : setup_(std::move(setup)), block_at_s_(block_at_s), began_s_(platform::steady_s()) {
    for (const std::string& sentence : setup_.notes) {
        std::cerr << "tactus: kiosk: " << sentence << "\n";
    }
    if (setup_.settings.health_port != 0) {
        try {
            page_ = std::make_unique<HealthPage>(board_, setup_.settings.health_port);
        } catch (const UserError& error) {
            note(error.what());
        }
    }
    try {
        scene_ = platform::read_png(scene_file());
    } catch (const UserError&) {
        scene_ = {}; // the first start
    }
}

void KioskService::note(const std::string& sentence) {
    std::cerr << "tactus: kiosk: " << sentence << "\n" << std::flush;
    setup_.notes.push_back(sentence);
}

void KioskService::after_frame(const render::Renderer& renderer, Stage& stage,
                               const devices::DeviceSet& devices) {
    KioskMode& kiosk = stage.kiosk();
    const double now_s = platform::steady_s();
    tier_ = renderer.tier();
    if (frames_.note(renderer.presented(), now_s)) {
        pulse(phase_name(kiosk.phase()));
    }
    setup_.settings = kiosk.settings();
    left_ = stage.quits() && !stage.restarts();
    if (now_s - posted_s_ >= post_s) {
        KioskHealth health{.phase = phase_name(kiosk.phase()),
                           .quality = quality_name(tier_),
                           .sessions_today = kiosk.today().begun,
                           .finished_today = kiosk.today().finished,
                           .notes = kiosk.notes()};
        for (const devices::DeviceState& device : devices.devices()) {
            health.devices.push_back(device.name + (device.connected ? "" : " (not there)"));
        }
        const bool slow = frames_.fps_p5() > 0 && frames_.fps_p5() < slowest_fps;
        slow_s_ = slow ? slow_s_ + post_s : 0;
        post(std::move(health), now_s);
        kiosk.set_health(board_.read(now_s));
        if (scene_.rgba.empty() && kiosk.phase() == KioskPhase::attract && kiosk.attract_s() > scene_at_s) {
            keep_scene(renderer);
        }
    }
    if (block_at_s_ && now_s - began_s_ > *block_at_s_) {
        std::cout << "kiosk: drawing stands still\n" << std::flush;
        for (;;) {
            std::this_thread::sleep_for(std::chrono::hours(1));
        }
    }
}

void KioskService::after_still() {
    const double now_s = platform::steady_s();
    frames_.note(frames_.total() + 1, now_s);
    pulse("still");
    if (now_s - posted_s_ >= post_s) {
        post({.phase = "still", .quality = "still", .notes = setup_.notes}, now_s);
    }
}

/// A picture has reached the screen.
void KioskService::pulse(const std::string& phase) {
    const double now_s = frames_.last_s();
    board_.note_picture(now_s);
    if (!ready_) {
        ready_ = true;
        std::cout << "kiosk: ready\n" << std::flush;
        platform::tell_service_ready();
    }
    if (now_s - fed_s_ >= feed_s) {
        fed_s_ = now_s;
        platform::tell_service_alive(phase + ", " + ui::rounded(frames_.fps_p5()) + " pictures/s or more");
    }
}

void KioskService::post(KioskHealth health, double now_s) {
    posted_s_ = now_s;
    health.version = session::sim_version();
    health.uptime_s = now_s - began_s_;
    health.frames = frames_.shown();
    health.fps_p5 = frames_.fps_p5();
    health.rss_mb = resident_megabytes();
    health.disk_free_mb = free_megabytes(setup_.counts);
    board_.post(std::move(health));
}

void KioskService::keep_scene(const render::Renderer& renderer) {
    scene_ = renderer.read_back();
    try {
        platform::write_png(scene_file(), scene_);
    } catch (const UserError&) { // it is there until the program ends
        return;
    }
}

bool KioskService::wants_plainer() const { return tier_ != render::Tier::low && slow_s_ > slow_patience_s; }

} // namespace tactus::app
