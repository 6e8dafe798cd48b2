#include "engine/app/hands/live_input.hpp"

#include "sim/session/session.hpp"

#include <chrono>
#include <utility>

namespace tactus::app {

namespace {

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

void LiveInput::post(std::span<const devices::HandTargets> trail, double frame_s) {
    const std::scoped_lock lock(mutex_);
    trail_.post(trail, seconds_now(), frame_s);
}

void LiveInput::interrupt(const devices::HandTargets& targets) {
    const std::scoped_lock lock(mutex_);
    trail_.interrupt(targets, seconds_now());
}

void LiveInput::post_event(session::Event event) {
    const std::scoped_lock lock(mutex_);
    events_.push_back(std::move(event));
}

session::InputFrame LiveInput::next(double) {
    session::InputFrame frame;
    devices::HandTargets targets;
    {
        const std::scoped_lock lock(mutex_);
        targets = trail_.at(seconds_now());
        frame.events = std::exchange(events_, {});
    }
    frame.hands = follower_.step(targets, static_cast<float>(session::step_s));
    for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
        const auto& hand = frame.hands[static_cast<std::size_t>(side)];
        if (hand && hand->force_n > 0) {
            tally_.add(follower_.loaded_by(side));
        }
    }
    return frame;
}

void LiveInput::name_devices(std::string names) {
    const std::scoped_lock lock(mutex_);
    device_names_ = std::move(names);
}

ForceOrigin LiveInput::origin() const {
    ForceOrigin origin{.source = tally_.least()};
    const std::scoped_lock lock(mutex_);
    if (!device_names_.empty()) {
        origin.device = device_names_;
    }
    return origin;
}

} // namespace tactus::app
