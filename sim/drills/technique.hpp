#pragma once
/// Simulated students: strokes as a person of a given skill would make them, as rows of a strokes CSV. Pure
/// functions of (technique, quality, seed); no tissue is solved here.

#include "sim/contact/hold.hpp"
#include "sim/contact/tool.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::drills {

/// How well it is done. The spread of force, period and lane follows the grade bands of facts 8.2; the last
/// three are the bots of facts 10, by which rubrics are checked.
enum class Quality : std::uint8_t { ideal, good, fair, poor, novice, middle, expert };

std::optional<Quality> quality_named(std::string_view name); ///< "ideal"
std::span<const std::string_view> quality_names();           ///< in the order of Quality

struct Technique {
    std::string_view name;  ///< "effleurage"
    std::string_view drill; ///< id of the drill that it performs
    std::string_view what;  ///< one line for the list
};

std::span<const Technique> techniques();
const Technique* technique_named(std::string_view name); ///< nullptr: unknown; '_' and '-' are alike

/// One row of a strokes CSV.
struct PerformedRow {
    double t_s = 0;
    contact::Side hand = contact::Side::right;
    contact::ToolKind tool = contact::ToolKind::palm;
    float u = 0;
    float v = 0;
    float force_n = 0;
    float angle_deg = 0;
    std::string event;
    float grip = 0; ///< 0..1, of a pincer
    float oil = 0;  ///< on the hand, 0..1
    float lift = 0; ///< of a pull away from the body, 0..1
    contact::Hold hold = contact::Hold::none;
};

/// Rows at 60 Hz in time order.
std::vector<PerformedRow> perform(const Technique& technique, Quality quality, std::uint64_t seed);

/// t,hand,tool,u,v,force,angle,event,grip,oil,lift,hold with a line of origin above it; the last two pairs
/// only when any row has them.
std::string write_strokes(std::span<const PerformedRow> rows, std::string_view origin);

} // namespace tactus::drills
