#pragma once
/// All that a run's panels may look at. References live for one frame.

#include "engine/devices/calibration/rest_drift.hpp"
#include "engine/devices/force_source.hpp"
#include "engine/devices/two_hands.hpp"
#include "engine/render/camera.hpp"
#include "engine/ui/practice.hpp"
#include "sim/anatomy/anatomy.hpp"
#include "sim/client/client.hpp"
#include "sim/client/phrases.hpp"
#include "sim/drills/drill.hpp"
#include "sim/session/snapshot.hpp"

#include <optional>
#include <string>

namespace tactus::ui {

/// What the student switched on.
struct RunOptions {
    bool heat_map = false;
    bool coverage = false;
    bool ghost = false;    ///< hands that show how the drill wants it, and the way they take
    bool close_up = false; ///< a second, small picture of the hand that presses
    bool panels_hidden = false;
    bool frame_figures = false;
    int layer = 0;      ///< down to which the body is peeled: 0 skin, 1 fat, 2, 3 muscle, 4 bone
    bool split = false; ///< left of the spine it is peeled two layers less
};

/// What the device asks for; nullopt in a replay.
struct DeviceStatus {
    float force_target_n = 0;
    contact::ToolKind tool = contact::ToolKind::palm;
    contact::Hold hold = contact::Hold::none; ///< the bone that a press takes
    devices::HandRule rule = devices::HandRule::right;
    devices::ForceSource source = devices::ForceSource::inferred;
    std::string name = "mouse";                       ///< of the device that presses
    contact::Product product = contact::Product::oil; ///< on the hands
    std::optional<devices::OffZero> off_zero;         ///< of a load cell that needs its zero taken
};

/// How the run keeps up with the wall clock.
struct Pace {
    double sim_per_wall = 1; ///< over the last second, as a share of `speed`
    double speed = 1;        ///< simulated seconds a second that were asked for
    bool slowed = false;     ///< the screen must say so
    bool graded = true;
};

struct RunView {
    const session::Snapshot& now;
    const drills::Drill& drill;
    const client::Client& client;
    const anatomy::Anatomy& anatomy;
    const client::Phrases& phrases;
    render::Camera camera;
    drills::Feedback feedback = drills::Feedback::full;
    RunOptions options;
    std::optional<DeviceStatus> device;
    Pace pace;
    double fps = 0;
    PracticeStatus practice = {};

    /// The task of the step under way.
    [[nodiscard]] const scoring::Task& task() const;
    [[nodiscard]] const drills::Step& step() const;
    /// The hand that presses harder; nullptr when neither does more than graze.
    [[nodiscard]] const session::HandSnapshot* leading_hand() const;
    /// The trigger point that the step is about; nullptr = none, or not in this client.
    [[nodiscard]] const anatomy::TriggerPoint* target_point() const;
    /// Where the step wants a hand to be held or to search: its trigger point, or its place.
    [[nodiscard]] std::optional<scoring::HoldPlace> target_place() const;
};

} // namespace tactus::ui
