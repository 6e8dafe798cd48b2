#pragma once
/// Takes down a run while it goes on.

#include "sim/replay/recording.hpp"

namespace tactus::replay {

class Recorder {
public:
    Recorder(const session::Session& session, Origin origin);

    /// Call right after session.step(frame). Cheap, but for one digest of the full state each second.
    void add(const session::InputFrame& frame, const session::Session& session);

    /// What was taken down until now, without an ending.
    [[nodiscard]] const Recording& so_far() const { return recording_; }

    /// Closes with the session's score. graded: false for practice; sim_per_wall: 1 when there is no wall
    /// clock.
    [[nodiscard]] Recording finish(const session::Session& session, bool graded, double sim_per_wall) const;

private:
    Recording recording_;
};

} // namespace tactus::replay
