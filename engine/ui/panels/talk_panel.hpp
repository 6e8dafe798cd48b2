#pragma once
/// What can be said and done in the middle of a stroke, by keys, without lifting the hand.

#include "engine/ui/canvas.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tactus::ui {

/// One line of the panel: its figure key does it.
struct TalkLine {
    std::string_view id; ///< of client::actions(); "decide" = treat or refer
    std::string_view words;
};

inline constexpr std::string_view decide_line = "decide";

/// All that can be said or done; the decision only where one is still to be taken.
std::vector<TalkLine> talk_lines(bool may_decide);

void draw_talk_panel(Canvas& canvas, const std::vector<TalkLine>& lines, Vec2 bottom_left);

} // namespace tactus::ui
