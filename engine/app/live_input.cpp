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
    return frame;
}

} // namespace tactus::app
