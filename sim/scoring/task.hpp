#pragma once
/// What a drill step asks for, as scoring reads it. Plain values in SI.

#include "sim/anatomy/regions.hpp"
#include "sim/contact/tool.hpp"
#include "sim/math/vec.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tactus::scoring {

struct Band {
    float low = 0;
    float high = 0;
};

/// A stretch of skin in spine coordinates, on one side or both.
struct Zone {
    float u_low = 0, u_high = 0, v_low = 0, v_high = 0; ///< |u| when both sides
    enum class Sides : std::uint8_t { left, right, both } sides = Sides::both;
};

enum class Direction : std::uint8_t { any, cephalad, caudad, out_from_spine, along_fibre, across_fibre };

/// One step's task. Whatever is absent is not measured.
struct Task {
    std::optional<Band> force_n;          ///< of the loaded stroke
    std::optional<Band> return_force_n;   ///< of the light return, against `direction`
    std::optional<Band> speed_m_s;        ///< of the loaded stroke
    std::optional<Band> strokes_per_min;
    Direction direction = Direction::any;
    std::optional<Zone> zone;             ///< to be covered
    float dose_min_pa_s = 0;              ///< that counts as covered
    std::optional<std::string> trigger_point; ///< site and side: "LS1 right"
    float hold_s = 0;                     ///< wanted
    std::optional<Band> hold_discomfort;  ///< 0-10 wanted during the hold
    std::vector<contact::ToolKind> tools; ///< allowed; empty = any
    float ramp_limit_n_s = 30;            ///< dF/dt at touch-down and lift-off (facts 7.3, RMP)
};

} // namespace tactus::scoring
