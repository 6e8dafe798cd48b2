#pragma once
/// Strokes cut out of the trace: stretches of contact that move one way without a pause.

#include "sim/strokes/contact_trace.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tactus::strokes {

struct Stroke {
    contact::Side hand = contact::Side::left;
    contact::ToolKind tool = contact::ToolKind::palm;
    std::size_t begin = 0; ///< index of the first sample
    std::size_t end = 0;   ///< one past the last
    double begin_s = 0;
    double end_s = 0;
    double path_m = 0; ///< length of the way along the skin
    Vec2 travel_m;     ///< from begin to end: across, along (caudal positive)
    double mean_force_n = 0;
    double plateau_force_n = 0; ///< mean over the middle 60 % of its time (facts 8.2, pressure consistency)
    double mean_u = 0;          ///< of the centre of pressure

    [[nodiscard]] double duration_s() const { return end_s - begin_s; }

    [[nodiscard]] double mean_speed_m_s() const { return duration_s() > 0 ? path_m / duration_s() : 0; }

    /// |travel| / path: 1 on a straight way.
    [[nodiscard]] double straightness() const;
};

/// Of a way across and along, in double precision.
double way_length(Vec2 way);

/// True when the hand carries load in this sample.
bool in_contact(const HandSample& sample);

/// The strokes of one hand in order. A stroke ends where contact is lost or the hand rests for more than 0.3
/// s, where the tool changes, and where the hand turns back against the way it came (facts 7.3: strokes cut
/// at pauses over 0.3 s). Movements under 2 cm are left out. Pure: any thread.
std::vector<Stroke> segment(std::span<const TraceSample> samples, contact::Side hand);

/// Speed of the hand over a stroke, metres a second, at the trace's 120 Hz.
std::vector<double> speed_profile(std::span<const TraceSample> samples, const Stroke& stroke);

} // namespace tactus::strokes
