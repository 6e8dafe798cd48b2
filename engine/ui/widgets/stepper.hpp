#pragma once
/// A row with a number that two buttons change, and a bar that shows where it lies.

#include "engine/ui/interaction.hpp"

#include <optional>
#include <string_view>

namespace tactus::ui {

struct Stepper {
    std::string_view title; ///< also its identity on the screen
    int value = 0;
    int low = 0;
    int high = 100;
    int step = 10;
    std::string_view unit = " %";
    bool idle = false; ///< shown, but without effect for now: muted
};

/// The value asked for in this frame, by a button or by a press on the bar; nullopt when none was.
std::optional<int> stepper(Canvas& canvas, Interaction& interaction, const Rect& rect, const Stepper& row);

} // namespace tactus::ui
