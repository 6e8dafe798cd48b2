#include "engine/devices/target_trail.hpp"

#include <algorithm>

namespace tactus::devices {

namespace {

/// A picture that took longer than this was a hitch: its trail is not stretched over as long again.
constexpr double longest_spread_s = 0.1;

} // namespace

void TargetTrail::post(std::span<const HandTargets> trail, double now_s, double frame_s) {
    const double spread_s = std::min(frame_s, longest_spread_s);
    for (std::size_t index = 0; index < trail.size(); ++index) {
        const double share = static_cast<double>(index + 1) / static_cast<double>(trail.size());
        queue_.push_back({now_s + share * spread_s, trail[index]});
    }
}

void TargetTrail::interrupt(const HandTargets& targets, double now_s) {
    queue_.clear();
    queue_.push_back({now_s, targets});
}

const HandTargets& TargetTrail::at(double now_s) {
    while (!queue_.empty() && queue_.front().due_s <= now_s) {
        current_ = queue_.front().targets;
        queue_.pop_front();
    }
    return current_;
}

} // namespace tactus::devices
