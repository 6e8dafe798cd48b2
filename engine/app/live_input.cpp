#include "engine/app/live_input.hpp"

#include "sim/session/session.hpp"

#include <algorithm>
#include <utility>

namespace tactus::app {

namespace {

/// A frame that took longer than this was a hitch: its trail is not stretched over as long again.
constexpr double longest_spread_s = 0.1;

} // namespace

void LiveInput::post(std::span<const devices::HandTargets> trail, double frame_s) {
    if (trail.empty()) {
        return;
    }
    const Clock::time_point now = Clock::now();
    const double spread_s = std::min(frame_s, longest_spread_s);
    const std::scoped_lock lock(mutex_);
    for (std::size_t index = 0; index < trail.size(); ++index) {
        const double share = static_cast<double>(index + 1) / static_cast<double>(trail.size());
        queue_.push_back({now + std::chrono::duration_cast<Clock::duration>(
                                    std::chrono::duration<double>(share * spread_s)),
                          trail[index]});
    }
}

void LiveInput::interrupt(const devices::HandTargets& targets) {
    const std::scoped_lock lock(mutex_);
    queue_.clear();
    queue_.push_back({Clock::now(), targets});
}

void LiveInput::post_event(session::Event event) {
    const std::scoped_lock lock(mutex_);
    events_.push_back(std::move(event));
}

session::InputFrame LiveInput::next(double) {
    session::InputFrame frame;
    {
        const Clock::time_point now = Clock::now();
        const std::scoped_lock lock(mutex_);
        while (!queue_.empty() && queue_.front().due <= now) {
            current_ = queue_.front().targets;
            queue_.pop_front();
        }
        frame.events = std::exchange(events_, {});
    }
    frame.hands = follower_.step(current_, static_cast<float>(session::step_s));
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
