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
    auto& kept = rigs_[static_cast<std::size_t>(tool)][static_cast<std::size_t>(side)];
    if (!kept) {
        kept = std::make_unique<const HandRig>(tool, side, albedo_, detail_);
    }
    return *kept;
}

} // namespace tactus::render
