#pragma once
/// All devices together as two hands: the mouse and whatever else is plugged in. Who gives the place leads;
/// who feels a force overrules a number that was only set. Pure state, no clock.

#include "engine/devices/grasp.hpp"
#include "engine/devices/hand_reading.hpp"
#include "engine/devices/mouse_hand.hpp"
#include "engine/devices/two_hands.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tactus::devices {

class DeviceHands {
public:
    /// force_n: the first force target of devices that feel none. places: where this client can be held.
    explicit DeviceHands(float force_n, session::HoldPlaces places = {})
        : mouse_(force_n), places_(std::move(places)) {}

    /// One frame. aimed: where each point of events.trail aims; readings: calibrated, oldest first, those
    /// that have a pixel already aimed. Returns the targets of the frame, oldest first; at least one.
    std::vector<HandTargets> update(const InputEvents& events, std::span<const AimedPlace> aimed,
                                    std::span<const HandReading> readings);

    /// The device was pulled out: nothing that it said holds any longer.
    void forget(const std::string& device);

    [[nodiscard]] MouseHand& mouse() { return mouse_; }

    [[nodiscard]] const MouseHand& mouse() const { return mouse_; }

    [[nodiscard]] HandRule rule() const { return rule_.rule(); }

    void set_rule(HandRule rule);

    /// Ids of the devices that press now, by place or by force; "mouse" among them. In no set order.
    [[nodiscard]] std::vector<std::string> at_work() const;

private:
    /// A place that a device gives: a pen's tip, a finger, a hand over OSC.
    struct Contact {
        std::string device;
        int number;
        bool own_side; ///< the device said which hand it is
        bool pointing; ///< it came as pixels: the window's pointer follows it
        contact::Side side;
        HandTarget target;
    };

    /// A force without a place.
    struct Felt {
        std::string device;
        int number;
        std::optional<contact::Side> side; ///< nullopt: of all hands together
        float force_n;
        ForceSource source;
        bool touching;
    };

    /// A pincer that a device closes.
    struct Held {
        std::string device;
        contact::Side side;
        float grip;
    };

    void hear(const HandReading& reading);
    void hear_place(const HandReading& reading);
    void hear_force(const HandReading& reading);
    void hear_grip(const HandReading& reading);
    HandTargets compose(std::optional<HandTarget> mouse);
    void load(HandTargets& both) const;
    void take_hold(HandTargets& both);

    MouseHand mouse_;
    TwoHands rule_;
    session::HoldPlaces places_;
    std::array<Grasp, contact::side_count> grasps_;
    std::vector<Contact> contacts_;
    std::vector<Felt> felt_;
    std::vector<Held> held_;
    bool mouse_presses_ = false;
    bool mouse_is_echo_ = false; ///< the button that is down is a pen's or a finger's
};

} // namespace tactus::devices
