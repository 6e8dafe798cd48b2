#include "engine/app/hands/expert_hands.hpp"

#include "sim/drills/drill_performance.hpp"
#include "sim/session/track_input.hpp"

#include <utility>

namespace tactus::app {

ExpertHands::ExpertHands(drills::Drill drill, std::shared_ptr<const anatomy::Anatomy> anatomy)
    : drill_(std::move(drill)), anatomy_(std::move(anatomy)) {}

std::array<std::optional<hands::HandInput>, contact::side_count> ExpertHands::at(double t_s) {
    if (!track_) {
        constexpr std::uint64_t any_seed = 1; // an ideal student hardly varies
        track_ = session::track_of(drills::perform(drill_, *anatomy_, drills::Quality::ideal, any_seed));
    }
    return {track_->at(contact::Side::left, t_s), track_->at(contact::Side::right, t_s)};
}

} // namespace tactus::app
