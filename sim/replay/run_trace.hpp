#pragma once
/// What of a run is worth laying beside another one: its strokes by the way they went, the moments that
/// matter, the skin that it reached. Small, and made anew from the recording at any time.

#include "sim/session/session.hpp"
#include "sim/strokes/arc_length.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tactus::replay {

enum class MomentKind : std::uint8_t { mark_lost, critical, pain, lift_off };

/// Something that a replay can jump to.
struct Moment {
    double t_s = 0;
    MomentKind kind = MomentKind::mark_lost;
    std::string what; ///< "pain 8 of 10"

    friend bool operator==(const Moment&, const Moment&) = default;
};

struct RunTrace {
    std::string drill; ///< id
    double duration_s = 0;
    double score_total = 0;
    std::vector<strokes::StrokeTrace> strokes; ///< of both hands, by their beginning
    std::vector<Moment> moments;               ///< by time
    std::vector<std::uint8_t> coverage;        ///< dose over wanted dose, 0..255, as SkinSnapshot has it

    friend bool operator==(const RunTrace&, const RunTrace&) = default;
};

/// Of a run that has ended, or of as much of it as there is. Pure but for its length: some milliseconds.
RunTrace trace_run(const session::Session& session);

/// The same as bytes, to be kept; parse throws UserError for anything else, and for another version's.
std::vector<std::uint8_t> trace_bytes(const RunTrace& trace);
RunTrace parse_trace(std::span<const std::uint8_t> bytes, const std::string& name);

} // namespace tactus::replay
