#pragma once
/// A stroke file as input frames, step by step.

#include "sim/drills/technique.hpp"
#include "sim/hands/stroke_file.hpp"
#include "sim/session/input_frame.hpp"

#include <cstdint>
#include <span>

namespace tactus::session {

class TrackInput {
public:
    /// track must outlive this object.
    explicit TrackInput(const hands::StrokeTrack& track) : track_(&track) {}

    /// The frame of step `step` (time step / 240 s). Steps must be asked for in order: each event comes once.
    InputFrame frame(std::uint64_t step);

private:
    const hands::StrokeTrack* track_;
    std::size_t next_event_ = 0;
};

/// What a simulated student does, as a stroke file would say it.
hands::StrokeTrack track_of(std::span<const drills::PerformedRow> rows);

/// An event as the CSV writes it: "check_in", "stop", "pause 1", "wait 1", "mark U V", "question ID", "answer
/// ID", "product ID", "position ID". nullopt for anything else.
std::optional<Event> parse_event(const std::string& text);

} // namespace tactus::session
