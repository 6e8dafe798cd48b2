#include "engine/app/hands/expert_input.hpp"

#include "sim/drills/drill_performance.hpp"
#include "sim/session/track_input.hpp"

#include <utility>

namespace tactus::app {

ExpertInput::ExpertInput(drills::Drill drill, std::shared_ptr<const anatomy::Anatomy> anatomy)
    : drill_(std::move(drill)), anatomy_(std::move(anatomy)) {}

session::InputFrame ExpertInput::next(double t_s) {
    if (!track_) {
        constexpr std::uint64_t any_seed = 1; // an ideal student hardly varies
        track_ = session::track_of(drills::perform(drill_, *anatomy_, drills::Quality::ideal, any_seed));
    }
    session::InputFrame frame; // of the hands alone: nobody is there to be asked
    for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
        frame.hands[static_cast<std::size_t>(side)] = track_->at(side, t_s);
    }
    return frame;
}

} // namespace tactus::app
