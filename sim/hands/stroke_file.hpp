#pragma once
/// Strokes as CSV (architecture.md, Interfaces): t,hand,tool,u,v,force and optional columns.

#include "sim/hands/hand_input.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::hands {

struct StrokeRow {
    double t_s;
    HandInput input;
};

/// A row of the `event` column.
struct StrokeEvent {
    double t_s;
    std::string text; ///< "check_in", "stop", "mark 0.33 0.07"
};

/// Rows of each hand in time order. Between rows the values are interpolated; a gap over 0.1 s lifts the hand.
struct StrokeTrack {
    std::array<std::vector<StrokeRow>, contact::side_count> rows;
    std::vector<StrokeEvent> events;

    [[nodiscard]] std::optional<HandInput> at(contact::Side side, double t_s) const;
    [[nodiscard]] double duration_s() const;
};

/// Throws UserError with file, line and reason for every malformed row (at most 20 complaints).
StrokeTrack parse_strokes(std::string_view csv, std::string_view name);
StrokeTrack read_strokes(const std::filesystem::path& file);

} // namespace tactus::hands
