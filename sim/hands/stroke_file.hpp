#pragma once
/// Strokes as CSV (architecture.md, Interfaces).
///
/// A header names the columns, in any order. Required: t (seconds, rising for each hand), hand (left|right),
/// tool (a name of contact/tool.hpp: palm, thumb, fingertips ...), u (-1.2..1.2), v (-0.3..1.5), force
/// (newtons, 0..400). Optional, 0 by default: angle (degrees, -180..180, heading of the fingers, 0 = cranial,
/// positive to the client's right), tilt (degrees, -45..45), spread, grip, lift, oil (0..1), hold and event.
/// hold: none, occiput, shoulder, scapula, iliac_crest. A hand that holds a bone lies at u, v without
/// pressing and pulls the bone (of the client's side that u is on) with force along angle, in the plane of
/// the table; lift raises the pull from there, straight up at 1. event: check_in, stop, pause 0|1, mark U V,
/// product oil|lotion|gel|dry (what `oil` is from then on; oil at first), then INCI names parted by ";" if
/// known; of an interview question NAME and decide E0|E1|E2|E3|OK, each with the seconds since it began if
/// told, word NAME, note TEXT and pain U V N (0-10, on the body chart); answer|position|prepare|do NAME. A
/// row with an event may leave the hand and all after it empty.

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
    std::string text;       ///< "check_in", "stop", "mark 0.33 0.07"
    std::string where = {}; ///< "strokes.csv:14"; empty when it comes from no file
};

/// Rows of each hand in time order. Between rows the values are interpolated; a gap over 0.1 s lifts the
/// hand.
struct StrokeTrack {
    std::array<std::vector<StrokeRow>, contact::side_count> rows;
    std::vector<StrokeEvent> events;

    /// The hand at a time; nullopt while it is lifted: before its first row, after its last, in a gap, and
    /// between rows of different tools or holds. Angles turn the short way round.
    [[nodiscard]] std::optional<HandInput> at(contact::Side side, double t_s) const;

    /// Time of the last row or event.
    [[nodiscard]] double duration_s() const;
};

/// Throws UserError with file, line and reason for every malformed row (at most 20 complaints), and for a
/// file without rows. name: what complaints call the file.
StrokeTrack parse_strokes(std::string_view csv, std::string_view name);

/// The same from a file. Throws UserError also when it cannot be read.
StrokeTrack read_strokes(const std::filesystem::path& file);

} // namespace tactus::hands
