#include "engine/app/session/practice_course.hpp"

#include <algorithm>

namespace tactus::app {

namespace {

constexpr std::uint64_t steps_a_look = 24; ///< for a pass: ten a second

} // namespace

PracticeCourse::PracticeCourse(ui::Practice practice, const drills::Drill& drill)
    : practice_(practice), ladder_(drill.steps.front().task) {
    if (practice_ == ui::Practice::ladder) {
        status_.ladder = ladder_.state();
    }
}

std::optional<session::Event> PracticeCourse::watch(const session::Session& session) {
    if (practice_ == ui::Practice::ladder && session.steps() % steps_a_look == 0) {
        ladder_.watch(session.anatomy(), session.trace(), session.setup().rubric);
        status_.ladder = ladder_.state();
    }
    if (practice_ != ui::Practice::wait || session.trace().samples.empty()) {
        return std::nullopt;
    }
    const strokes::TraceSample& now = session.trace().samples.back();
    const auto& steps = session.setup().drill.steps;
    const auto step = std::min(static_cast<std::size_t>(std::max(now.step, 0)), steps.size() - 1);
    waiting_.watch(steps[step].task, session.anatomy(), now);
    status_.lack = waiting_.lack();
    if (waiting_.waits() == status_.clock_waits) {
        return std::nullopt;
    }
    status_.clock_waits = waiting_.waits();
    session::Event event;
    event.kind = session::EventKind::wait;
    event.value = status_.clock_waits ? 1.0F : 0.0F;
    return event;
}

} // namespace tactus::app
