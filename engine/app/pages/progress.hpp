#pragma once
/// Reads from the records how far a student has come. A page reads once when it opens; nothing here is asked
/// every frame.

#include "engine/ui/progress.hpp"
#include "sim/records/archive.hpp"

#include <optional>
#include <span>

namespace tactus::app {

/// Of a longer history the newest runs count, so that a page costs the same after ten thousand of them.
inline constexpr int runs_looked_at = 200;

/// What a drill's rubric asks for to be passed; nullopt when it cannot be read.
std::optional<double> pass_mark(const drills::Drill& drill);

/// The guest, who is many people, stays at the drill's own feedback and has no tests; so does the kiosk's
/// drill. Throws UserError.
ui::DrillProgress read_progress(const records::Archive& archive, const records::Profile& student,
                                const drills::Drill& drill);

/// At all drills, what is due first; at the kiosk's only when it was done. today: records::local_day. Throws
/// UserError.
ui::Progress read_progress(const records::Archive& archive, const records::Profile& student,
                           std::span<const drills::Drill> drills, std::int64_t today);

} // namespace tactus::app
