#pragma once
/// A hand as the program gets it: a device's samples at its own rate, gathered once a picture, played and
/// followed at every step. The same motion at several rates shows what the rates change.

#include "engine/devices/device_hands.hpp"
#include "engine/devices/hand_follower.hpp"
#include "engine/devices/target_trail.hpp"
#include "sim/scoring/score.hpp"
#include "sim/session/session.hpp"
#include "sim/session/track_input.hpp"

#include <cmath>
#include <memory>
#include <vector>

namespace tactus::scenes {

struct Rates {
    double pictures_hz = 60; ///< of the display
    double samples_hz = 125; ///< of the device

    friend bool operator==(const Rates&, const Rates&) = default;
};

/// Samples and pictures of one motion, up to the time that is asked for.
class RatedHand {
public:
    RatedHand(const hands::StrokeTrack& track, Rates rates)
        : track_(&track), events_(track), rates_(rates), devices_(20.0F) {}

    /// The frame of a step; steps in order from 0.
    session::InputFrame frame(std::uint64_t step) {
        const double now_s = static_cast<double>(step) * session::step_s;
        while (static_cast<double>(pictures_) / rates_.pictures_hz <= now_s) {
            draw_picture(static_cast<double>(pictures_++) / rates_.pictures_hz);
        }
        session::InputFrame frame = events_.frame(step); // keys and buttons, but not the hands
        frame.hands = follower_.step(trail_.at(now_s), static_cast<float>(session::step_s));
        return frame;
    }

private:
    void draw_picture(double t_s) {
        std::vector<devices::HandReading> readings;
        while (static_cast<double>(samples_) / rates_.samples_hz <= t_s) {
            const double sampled_s = static_cast<double>(samples_++) / rates_.samples_hz;
            for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
                readings.push_back(reading(side, sampled_s));
            }
        }
        trail_.post(devices_.update({}, {}, readings), t_s, 1 / rates_.pictures_hz);
    }

    /// A lab kit's sample: place, force, tool and heading of one hand.
    [[nodiscard]] devices::HandReading reading(contact::Side side, double t_s) const {
        devices::HandReading reading{
            .device = "rated", .contact = static_cast<int>(side), .lifted = true, .hand = side};
        if (const auto hand = track_->at(side, t_s)) {
            reading.lifted = false;
            reading.tool = hand->tool;
            reading.spine = Vec2(hand->u, hand->v);
            reading.touching = hand->force_n > 0;
            reading.force_n = hand->force_n;
            reading.source = devices::ForceSource::measured;
            reading.angle_deg = hand->angle_deg;
        }
        return reading;
    }

    const hands::StrokeTrack* track_;
    session::TrackInput events_;
    Rates rates_;
    devices::DeviceHands devices_;
    devices::TargetTrail trail_;
    devices::HandFollower follower_;
    std::uint64_t pictures_ = 0;
    std::uint64_t samples_ = 0;
};

/// What that motion scores at those rates.
inline scoring::Score score_at(const session::Setup& setup, std::shared_ptr<const anatomy::Anatomy> anatomy,
                               const hands::StrokeTrack& track, Rates rates) {
    session::Session session(setup, std::move(anatomy), 1);
    RatedHand hand(track, rates);
    while (!session.finished()) {
        session.step(hand.frame(session.steps()));
    }
    return session.score();
}

} // namespace tactus::scenes
