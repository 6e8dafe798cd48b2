#include "engine/render/hand_set.hpp"

namespace tactus::render {

HandSet::HandSet(Vec3 albedo, float cell_m) : albedo_(albedo), cell_m_(cell_m) {
    for (const contact::ToolKind tool : {contact::ToolKind::palm, contact::ToolKind::thumb}) {
        for (const contact::Side side : {contact::Side::left, contact::Side::right}) {
            rig(tool, side);
        }
    }
}

const HandRig& HandSet::rig(contact::ToolKind tool, contact::Side side) {
    auto& kept = rigs_[static_cast<std::size_t>(tool)][static_cast<std::size_t>(side)];
    if (!kept) {
        kept = std::make_unique<const HandRig>(tool, side, albedo_, cell_m_);
    }
    return *kept;
}

} // namespace tactus::render
