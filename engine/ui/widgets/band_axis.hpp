#pragma once
/// A band of values on an axis, set by dragging its two ends; tall enough, it also shows what values are
/// worth, which bands are usual and where limits lie.

#include "engine/ui/interaction.hpp"
#include "sim/scoring/task.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::ui {

struct AxisSpan {
    std::string_view words; ///< "medium"
    float low = 0, high = 0;
};

struct AxisLimit {
    std::string words; ///< "kidneys"
    float at = 0;
    bool critical = false;
};

struct BandAxis {
    std::string_view name; ///< "Force"; also its identity on the screen
    std::string_view unit;
    float low = 1, high = 300; ///< of the axis, both over 0 where it is logarithmic
    bool logarithmic = true;
    std::vector<AxisSpan> references;  ///< drawn where the axis is tall
    std::vector<AxisLimit> limits;     ///< the same
    std::function<float(float)> curve; ///< 0..1 of a value; the same, none = no curve
    std::string_view trouble;          ///< shown in place of the figures
};

/// Which end of which axis is being dragged.
struct BandGrab {
    WidgetId axis = 0; ///< 0 = none
    bool high = false;
};

/// Where a value lies along the axis, 0..1, and back. Pure.
float axis_share(const BandAxis& axis, float value);
float axis_value(const BandAxis& axis, float share);

/// The value to a step that a person would write: 0.1 below 2, then 0.5, 1 from 10 and 5 from 100. Pure.
float round_value(float value);

/// One end moved; the other gives way, so that low is never above high. Pure.
scoring::Band moved_end(scoring::Band band, bool high, float value);

inline constexpr float tall_axis = 96; ///< from this height on curve, references and limits are drawn

/// The band asked for in this frame: an end is dragged, or + or - was typed on it; nullopt = as it was.
std::optional<scoring::Band> band_axis(Canvas& canvas, Interaction& interaction, const Rect& rect,
                                       const scoring::Band& band, const BandAxis& axis, BandGrab& grab);

/// The same where nothing may be asked at all: a box before it switches the band on, at `usual`, and off.
/// True when it changed.
bool optional_band_axis(Canvas& canvas, Interaction& interaction, const Rect& rect,
                        std::optional<scoring::Band>& band, scoring::Band usual, const BandAxis& axis,
                        BandGrab& grab);

} // namespace tactus::ui
