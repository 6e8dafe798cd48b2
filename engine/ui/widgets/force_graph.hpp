#pragma once
/// Pressure over time with its band and the worst moment marked in words.

#include "engine/ui/canvas.hpp"

#include <optional>
#include <span>
#include <string>

namespace tactus::ui {

/// The heaviest hand at a moment of the run.
struct ForcePoint {
    float t_s = 0;
    float force_n = 0;
    float low_n = 0; ///< band of that moment; high 0 = none
    float high_n = 0;
};

/// The point furthest from its band, and its words: "52 N, too hard". nullopt when nothing left it by a
/// tenth.
struct WorstMoment {
    std::size_t index;
    std::string words;
    bool too_hard;
};

std::optional<WorstMoment> worst_moment(std::span<const ForcePoint> force);

void draw_force_graph(Canvas& canvas, std::span<const ForcePoint> force, const Rect& rect);

} // namespace tactus::ui
