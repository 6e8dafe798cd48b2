#include "engine/render/hand_set.hpp"

namespace tactus::render {

HandSet::HandSet(Vec3 albedo, const HandDetail& detail) : albedo_(albedo), detail_(detail) {
    for (const contact::ToolKind tool : {contact::ToolKind::palm, contact::ToolKind::thumb}) {
        for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
            rig(tool, side);
        }
    }
}

const HandRig& HandSet::rig(contact::ToolKind tool, contact::Side side) {
    Kept& kept = rigs_[static_cast<std::size_t>(tool)][static_cast<std::size_t>(side)];
    std::call_once(kept.made,
                   [&] { kept.rig = std::make_unique<const HandRig>(tool, side, albedo_, detail_); });
    return *kept.rig;
}

void HandSet::make_all(const std::stop_token& stop) {
    for (std::size_t tool = 0; tool < rigs_.size(); ++tool) {
        for (std::size_t side = 0; side < contact::side_count && !stop.stop_requested(); ++side) {
            rig(static_cast<contact::ToolKind>(tool), static_cast<contact::Side>(side));
        }
    }
}

} // namespace tactus::render
