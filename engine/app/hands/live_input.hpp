#pragma once
/// The mailbox between the screen and the session: the main thread posts where the device aims, the session
/// thread takes a smooth hand at every step.

#include "engine/app/hands/input_source.hpp"
#include "engine/devices/hand_follower.hpp"
#include "engine/devices/target_trail.hpp"

#include <mutex>
#include <span>

namespace tactus::app {

class LiveInput final : public InputSource {
public:
    /// Main thread: the targets that the pointer passed during the last frame, oldest first. They are played
    /// over the next `frame_s` seconds, so that a slow picture does not make a jerky hand.
    void post(std::span<const devices::HandTargets> trail, double frame_s);

    /// Main thread: these targets at once, instead of whatever was still to be played.
    void interrupt(const devices::HandTargets& targets);

    /// Main thread: an event for the next step.
    void post_event(session::Event event);

    /// Main thread: names of the devices that pressed so far; empty: none yet.
    void name_devices(std::string names);

    session::InputFrame next(double t_s) override;
    [[nodiscard]] ForceOrigin origin() const override;

private:
    mutable std::mutex mutex_;
    devices::TargetTrail trail_;         ///< guarded by mutex_
    std::vector<session::Event> events_; ///< guarded by mutex_
    std::string device_names_;           ///< guarded by mutex_
    ForceTally tally_;                   ///< session thread's
    devices::HandFollower follower_;     ///< session thread's
};

} // namespace tactus::app
