#pragma once
/// What a drill step asks for, as scoring reads it. Plain values in SI.

#include "sim/anatomy/regions.hpp"
#include "sim/contact/tool.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tactus::scoring {

struct Band {
    float low = 0;
    float high = 0;

    friend bool operator==(const Band&, const Band&) = default;
};

/// A stretch of skin in spine coordinates, on one side or both.
struct Zone {
    float u_low = 0, u_high = 0, v_low = 0, v_high = 0; ///< |u| when both sides
    enum class Sides : std::uint8_t { left, right, both } sides = Sides::both;

    friend bool operator==(const Zone&, const Zone&) = default;
};

/// True when (u, v) lies in the zone grown by margin_u and margin_v on every edge (never across the spine).
bool in_zone(const Zone& zone, float u, float v, float margin_u = 0, float margin_v = 0);

enum class Direction : std::uint8_t { any, cephalad, caudad, out_from_spine, along_fibre, across_fibre };

/// One step's task. Whatever is absent is not measured.
struct Task {
    std::optional<Band> force_n;        ///< of the loaded stroke, the beat's peak, the hold or the pull
    std::optional<Band> return_force_n; ///< of the light return, against `direction`
    std::optional<Band> speed_m_s;      ///< of the loaded stroke
    std::optional<Band> strokes_per_min;
    Direction direction = Direction::any;
    std::optional<Zone> zone;                 ///< to be covered
    float dose_min_pa_s = 0;                  ///< that counts as covered
    std::optional<std::string> trigger_point; ///< site and side: "LS1 right"
    float hold_s = 0;                         ///< wanted
    std::optional<Band> hold_discomfort;      ///< 0-10 wanted during the hold
    std::vector<contact::ToolKind> tools;     ///< allowed; empty = any
    float ramp_limit_n_s = 30;                ///< dF/dt at touch-down and lift-off (facts 7.3, RMP)
    float hold_max_s = 0;        ///< longest hold that is still right; hold_s when shorter than it
    std::optional<float> line_u; ///< |u| of the muscle line to be followed (facts 7.3, LINE)

    // Work that comes round: kneading, circles, blows, friction to and fro, oscillation.
    std::optional<Band> beat_hz;         ///< cycles a second of one hand; of blows, both hands together
    std::optional<Band> sweep_m;         ///< way of the hand from turn to turn
    std::optional<float> slip_m;         ///< at most so far over the skin between two turns
    std::vector<std::string> techniques; ///< as recognition names them; empty = any

    friend bool operator==(const Task&, const Task&) = default;
};

/// What kind of work a step asks for; the first that fits.
enum class Work : std::uint8_t {
    nothing, ///< words only: a question, a rest
    strokes, ///< over skin
    rhythm,  ///< cycles or blows
    search,  ///< around a trigger point
    hold,    ///< at a trigger point
};

Work work_of(const Task& task);

/// True for a step of strokes over skin.
bool asks_for_strokes(const Task& task);

/// True for a step that asks for a hold on a trigger point.
bool asks_for_hold(const Task& task);

} // namespace tactus::scoring
