#include "sim/hands/stroke_file.hpp"
#include "sim/math/interpolation.hpp"

#include <algorithm>
#include <cmath>

namespace tactus::hands {
namespace {

/// Rows farther apart than this have the hand lifted between them (architecture.md, Interfaces).
constexpr double longest_gap_s = 0.1;

/// What decimal times lose in binary.
constexpr double rounding_s = 1e-9;

/// The short way round, kept within -180..180.
float mix_angle_deg(float from, float to, float share) {
    float turn = to - from;
    turn -= 360.0F * std::floor((turn + 180.0F) / 360.0F);
    const float angle = from + turn * share;
    return angle - 360.0F * std::floor((angle + 180.0F) / 360.0F);
}

HandInput mixed(const HandInput& a, const HandInput& b, float share) {
    return {.tool = a.tool,
            .u = math::mix(a.u, b.u, share),
            .v = math::mix(a.v, b.v, share),
            .force_n = math::mix(a.force_n, b.force_n, share),
            .angle_deg = mix_angle_deg(a.angle_deg, b.angle_deg, share),
            .tilt_deg = math::mix(a.tilt_deg, b.tilt_deg, share),
            .spread = math::mix(a.spread, b.spread, share),
            .grip = math::mix(a.grip, b.grip, share),
            .lift = math::mix(a.lift, b.lift, share),
            .oil = math::mix(a.oil, b.oil, share),
            .hold = a.hold};
}

} // namespace

std::optional<HandInput> StrokeTrack::at(contact::Side side, double t_s) const {
    const std::vector<StrokeRow>& hand = rows[static_cast<std::size_t>(side)];
    const auto after =
        std::ranges::upper_bound(hand, t_s + rounding_s, {}, [](const StrokeRow& row) { return row.t_s; });
    if (after == hand.begin()) {
        return std::nullopt;
    }
    const StrokeRow& before = *(after - 1);
    if (t_s - before.t_s <= rounding_s) {
        return before.input;
    }
    if (after == hand.end() || after->t_s - before.t_s > longest_gap_s + rounding_s) {
        return std::nullopt;
    }
    // Between two tools or holds the hand is off the skin.
    if (after->input.tool != before.input.tool || after->input.hold != before.input.hold) {
        return std::nullopt;
    }
    const double share = (t_s - before.t_s) / (after->t_s - before.t_s);
    return mixed(before.input, after->input, static_cast<float>(std::clamp(share, 0.0, 1.0)));
}

double StrokeTrack::duration_s() const {
    double duration = 0;
    for (const std::vector<StrokeRow>& hand : rows) {
        duration = std::max(duration, hand.empty() ? 0.0 : hand.back().t_s);
    }
    return std::max(duration, events.empty() ? 0.0 : events.back().t_s);
}

} // namespace tactus::hands
