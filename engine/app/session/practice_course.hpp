#pragma once
/// What practice makes of a run while it goes on: a ladder's rungs, a clock that waits. Session thread.

#include "engine/ui/practice.hpp"
#include "sim/session/session.hpp"

#include <optional>

namespace tactus::app {

class PracticeCourse {
public:
    /// drill: as the session has it; of a ladder its one step.
    PracticeCourse(ui::Practice practice, const drills::Drill& drill);

    /// After a step: looks at what was done. Returns the event that the next step must take: the clock waits
    /// or goes on.
    std::optional<session::Event> watch(const session::Session& session);

    [[nodiscard]] const ui::PracticeStatus& status() const { return status_; }

private:
    ui::Practice practice_;
    drills::Ladder ladder_;
    drills::Waiting waiting_;
    ui::PracticeStatus status_;
};

} // namespace tactus::app
