#pragma once
/// A stroke file as input frames, step by step.

#include "sim/hands/stroke_file.hpp"
#include "sim/session/input_frame.hpp"

#include <cstdint>

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

/// An event as the CSV writes it: "check_in", "stop", "pause 1", "mark U V", "question ID", "answer ID",
/// "product ID", "position ID". nullopt for anything else.
std::optional<Event> parse_event(const std::string& text);

} // namespace tactus::session
