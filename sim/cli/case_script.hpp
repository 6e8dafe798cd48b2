#pragma once
/// Hands and events of a scripted session, written in any order. Internal to cli.

#include "sim/client/condition.hpp"
#include "sim/drills/stroke_recipe.hpp"
#include "sim/hands/stroke_file.hpp"

#include <string>
#include <vector>

namespace tactus::cli {

/// The interview comes before; so much talk stands at the head of the drill itself.
inline constexpr double case_talk_s = 3;

/// A patch of the back in spine coordinates.
struct Rect {
    float u_low, u_high, v_low, v_high;
};

/// The rectangle about a place on the side of `u`; the whole back for "ANY". Pure.
Rect rect_of(const client::Condition& condition, const std::string& place, float u);

/// The middle of a place, on the right where it has two sides. Pure.
Vec2 middle_of(const client::Condition& condition, const std::string& place);

class CaseHands {
public:
    /// An event of sim/session, as a file of strokes writes it.
    void say(double t_s, std::string event);

    void add(const std::vector<drills::PerformedRow>& rows);

    /// One hand that stays and presses for so long.
    void press(double begin_s, double seconds, contact::ToolKind tool, Vec2 place, float force_n);

    /// The head pulled aside, to full weight within rise_s, and kept there.
    void pull_head(double begin_s, double seconds, float force_n, double rise_s);

    /// All of it in order of time; the script is over.
    hands::StrokeTrack take();

private:
    std::vector<drills::PerformedRow> rows_;
    std::vector<hands::StrokeEvent> events_;
};

} // namespace tactus::cli
