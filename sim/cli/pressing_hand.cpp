#include "sim/cli/pressing_hand.hpp"

#include <cmath>

namespace tactus::cli {
namespace {

constexpr std::array<double, contact::tool_kind_count> firm{
    45, // palm
    30, // thumb
    45, // reinforced_palm
    60, // heel
    40, // stacked_thumbs
    15, // fingertips
    25, // knuckles
    40, // fist
    60, // forearm
    40, // elbow
    10, // pincer
    10, // ulnar_border
    15, // cupped_hand
};

} // namespace

double firm_n(contact::ToolKind tool) { return firm[static_cast<std::size_t>(tool)]; }

int steps_in(double seconds) { return static_cast<int>(std::lround(seconds * steps_per_second)); }

PressingHand::PressingHand(const anatomy::Anatomy& anatomy, contact::ToolKind tool, tissue::Setting setting)
    : kind_(tool), tissue_(anatomy, setting, pool_), poser_(anatomy) {}

double PressingHand::step(Vec2 at, double asked_n) {
    const hands::HandInput input{
        .tool = kind_, .u = at.x, .v = at.y, .force_n = static_cast<float>(asked_n), .oil = 0.7F};
    tools_ = poser_.pose({std::nullopt, input});
    tissue_.step(tools_, {}, {});
    reached_stop_ = reached_stop_ || report().load_not_reached;
    return static_cast<double>(report().force_n);
}

} // namespace tactus::cli
