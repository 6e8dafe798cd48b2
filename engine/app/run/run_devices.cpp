/// The part of RunScreen that devices move: aiming, posting, a device that is pulled out, the report to lab
/// kit.

#include "engine/app/run/run_screen.hpp"
#include "engine/ui/screens/pause_screen.hpp"

#include <algorithm>
#include <cstdio>

namespace tactus::app {

namespace {

/// A machine that is behind takes longer to let go; the pause does not wait for it for ever.
constexpr double longest_letting_go_s = 1.0;

/// What a result says of how the pointer pressed.
std::string aid_words(const devices::PressAids& aids) {
    return std::string(aids.sticky ? ", sticky press" : "") + (aids.dwell_s > 0 ? ", press by resting" : "");
}

} // namespace

devices::AimedPlace RunScreen::aimed_at(Vec2 pixel, Vec2 size_px) const {
    if (pixel.x < 0) {
        return std::nullopt;
    }
    const render::Ray ray = render::pixel_ray(camera(), pixel, size_px);
    if (hands_.mouse().hold() != contact::Hold::none) {
        return target_.aim_beyond(ray);
    }
    const auto aim = target_.aim(ray);
    return aim ? devices::AimedPlace(aim->spine) : std::nullopt;
}

std::vector<devices::HandReading> RunScreen::aimed_readings(Vec2 size_px) const {
    std::vector<devices::HandReading> readings = devices_->readings();
    for (devices::HandReading& reading : readings) {
        if (reading.pixel) {
            reading.spine = aimed_at(*reading.pixel, size_px);
        }
    }
    return readings;
}

void RunScreen::move_hands(const devices::InputEvents& events, Vec2 size_px, double elapsed_s, bool blocked) {
    devices::InputEvents seen = events;
    std::vector<devices::HandReading> readings = aimed_readings(size_px);
    if (blocked || phase_ != Phase::running) { // the hand lifts while something else has the pointer
        seen = {};
        seen.trail = {Vec2(-1)};
        aided_press_.lift();
        for (devices::HandReading& reading : readings) {
            reading.lifted = true;
        }
    }
    seen =
        aided_press_.update(std::move(seen), aids_, aimed_at(seen.pointer, size_px).has_value(), elapsed_s);
    std::vector<devices::AimedPlace> places;
    places.reserve(seen.trail.size());
    for (const Vec2& pixel : seen.trail) {
        places.push_back(aimed_at(pixel, size_px));
    }
    const std::vector<devices::HandTargets> trail = hands_.update(seen, places, readings);
    targets_ = trail.back();
    live_->post(trail, elapsed_s);
}

void RunScreen::watch_devices() {
    const std::vector<devices::DeviceState> all = devices_->devices();
    const DeviceWatch::Change change = watch_.update(all, hands_.at_work());
    live_->name_devices(watch_.names() + (watch_.names().empty() ? "" : aid_words(aids_)));
    for (const devices::DeviceState& device : all) { // a hand that went silent does not hover for ever
        if (!device.connected) {
            hands_.forget(device.id);
        }
    }
    if (change == DeviceWatch::Change::lost) {
        letting_go_s_ = 0;
    } else if (change == DeviceWatch::Change::back && phase_ == Phase::paused) {
        set_paused(false);
    }
}

void RunScreen::watch_standstill() {
    const double stood_s = runner_->take_standstill();
    if (stood_s > 0 && phase_ == Phase::running) {
        stood_still_s_ = stood_s;
        phase_ = Phase::paused;
        std::printf("paused: the computer stood still for %.1f s\n", stood_s);
        std::fflush(stdout);
    }
}

void RunScreen::note_caught_up() {
    if (caught_up_at_s_ > 0 && !told_caught_up_ && !runner_->catching_up()) {
        told_caught_up_ = true;
        std::printf("caught up\n");
        std::fflush(stdout);
    }
}

std::string RunScreen::stopped_by() const {
    return watch_.lost()        ? ui::missing_words(watch_.lost()->name)
           : stood_still_s_ > 0 ? ui::standstill_words(stood_still_s_)
                                : std::string();
}

// The hands stay where they are and let go; then the run waits for the device.
void RunScreen::let_go(double elapsed_s) {
    if (phase_ != Phase::running) {
        return;
    }
    for (auto& hand : targets_) {
        if (hand) {
            hand->lost = true;
        }
    }
    live_->interrupt(targets_);
    letting_go_s_ += elapsed_s;
    const bool loaded = std::ranges::any_of(shown_.hands, [](const session::HandSnapshot& hand) {
        return hand.present && hand.asked_force_n > 0;
    });
    const bool let_go = letting_go_s_ > devices::letting_go_s && !loaded;
    if (let_go || letting_go_s_ > longest_letting_go_s) {
        phase_ = Phase::paused;
        runner_->pause(true);
        std::printf("paused: %s\n", watch_.lost()->name.c_str());
        std::fflush(stdout);
    }
}

std::string RunScreen::missing_device() const { return watch_.lost() ? watch_.lost()->name : std::string(); }

ui::DeviceStatus RunScreen::device_status() const {
    ui::DeviceStatus status{.force_target_n = hands_.mouse().force_target_n(),
                            .tool = hands_.mouse().tool(),
                            .hold = hands_.mouse().hold(),
                            .rule = hands_.rule(),
                            .product = hands_.mouse().product(),
                            .off_zero = devices_->off_zero()};
    const auto& leading = targets_[1] && targets_[1]->pressing ? targets_[1] : targets_[0];
    if (leading && leading->pressing && leading->source != devices::ForceSource::inferred) {
        status.source = leading->source;
        status.force_target_n = leading->force_n;
    }
    if (const auto working = hands_.at_work(); !working.empty()) {
        const std::vector<devices::DeviceState> all = devices_->devices();
        const devices::DeviceState* device = devices::DeviceSet::find(all, working.front());
        status.name = device != nullptr ? device->name : status.name;
    }
    status.name += aid_words(aids_);
    return status;
}

void RunScreen::report() {
    devices::OscReport report{.hands = {},
                              .run_s = static_cast<float>(shown_.t_s),
                              .score = policy_.graded ? static_cast<float>(shown_.live_total) : -1,
                              .step = {}};
    for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
        const session::HandSnapshot& hand = shown_.hands[static_cast<std::size_t>(side)];
        if (hand.present) {
            report.hands.push_back({.side = side,
                                    .force_n = hand.force_n,
                                    .asked_n = hand.asked_force_n,
                                    .depth_mm = 1000 * hand.depth_m,
                                    .pressure_kpa = hand.mean_pressure_pa / 1000,
                                    .u = hand.u,
                                    .v = hand.v});
        }
    }
    const auto step = static_cast<std::size_t>(std::max(shown_.progress.step, 0));
    report.step = step < drill_.steps.size() ? drill_.steps[step].name : std::string();
    devices_->report(report);
}

} // namespace tactus::app
