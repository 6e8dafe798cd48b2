#pragma once
/// The hands of one therapist: a rig for each tool and side, made when it is first asked for. A dozen tools
/// at the cell of the high tier take seconds to mesh, and a run uses three or four.

#include "engine/render/hand_rig.hpp"

#include <array>
#include <memory>

namespace tactus::render {

class HandSet {
public:
    /// albedo: of the hands' skin, linear; Palm and thumb are made at once, so that a run begins without a
    /// pause.
    HandSet(Vec3 albedo, const HandDetail& detail);

    /// Lives as long as the set. One thread at a time.
    const HandRig& rig(contact::ToolKind tool, contact::Side side);

private:
    Vec3 albedo_;
    HandDetail detail_;
    std::array<std::array<std::unique_ptr<const HandRig>, contact::side_count>, contact::tool_kind_count>
        rigs_;
};

} // namespace tactus::render
