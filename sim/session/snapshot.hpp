#pragma once
/// What the screen may know: one plain value a step, without pointers into the simulation, sized once per
/// client.

#include "sim/anatomy/skin_grid.hpp"
#include "sim/contact/tool.hpp"
#include "sim/drills/drill.hpp"
#include "sim/hands/tool_limits.hpp"
#include "sim/physiology/physiology.hpp"
#include "sim/scoring/score.hpp"
#include "sim/session/joint_places.hpp"
#include "sim/strokes/stroke_monitor.hpp"

#include <array>
#include <vector>

namespace tactus::session {

struct HandSnapshot {
    bool present = false;
    contact::ToolKind tool = contact::ToolKind::palm;
    contact::HeldPart held; ///< the bone in the hand: then the forces are those of the pull
    std::vector<contact::Capsule>
        capsules; ///< posed, travel included: pressing capsules first, then the shown ones
    int pressing_count = 0;
    Vec3 centre; ///< of the tool
    Vec3 normal; ///< outward: against the approach axis
    Vec3 forward;
    bool touching = false;
    float asked_force_n = 0;
    float force_n = 0;
    float mean_pressure_pa = 0;
    float p95_pa = 0;
    float area_m2 = 0;
    float depth_m = 0;
    float speed_m_s = 0;
    float slip_m_s = 0;
    float u = 0, v = 0; ///< centre of pressure
    float trust_error = 0;
    bool load_not_reached = false;
};

/// Maps on the skin field of 97 x 129 points, row by row.
struct SkinSnapshot {
    std::vector<Vec3> displacement_m;
    std::vector<float> pressure_pa;
    std::vector<float> redness;
    std::vector<float> blanching;
    std::vector<float> oil;
    std::vector<float> coverage; ///< dose / wanted dose, 0..1
    std::vector<float> weal;     ///< raised and red, 0..1; empty = none anywhere
    std::vector<float> bruise;   ///< as it shows by now, 0..1; empty = none anywhere
};

struct Snapshot {
    double t_s = 0; ///< simulated seconds of the run
    std::uint64_t step = 0;
    bool paused = false;
    bool clock_waits = false; ///< the step under way gets longer meanwhile (EventKind::wait)
    int position = 0;         ///< how the client lies: of client::positions()
    hands::TableHeight table = hands::TableHeight::at_knuckles;
    std::array<HandSnapshot, contact::side_count> hands;
    SkinSnapshot skin;
    strokes::BodyMotion body;
    std::array<GirdleMotion, 2> girdles; ///< right before left
    physiology::ClientState client;
    strokes::LiveFlow flow;
    drills::Progress progress;
    std::array<std::optional<double>, scoring::group_count> live_score; ///< running marks, at 4 Hz
    double live_total = 0;
    float band_share = 0;         ///< share of loaded contact in band so far
    float target_distance_m = -1; ///< of the pressing hand to the drill's point or place; -1 = none
    float hold_s = 0;             ///< on the drill's trigger point or place
    int points_marked = 0;        ///< by the student so far
    float trust_error = 0;        ///< worst of the last second
    bool thumb_resolved = true;
};

} // namespace tactus::session
