#pragma once
/// The hands of one therapist: a rig for each tool and side, made when it is first asked for. A dozen tools
/// at the cell of the high tier take seconds to mesh, and a run uses three or four.

#include "engine/render/hand_rig.hpp"

#include <array>
#include <memory>
#include <mutex>
#include <stop_token>

namespace tactus::render {

class HandSet {
public:
    /// albedo: of the hands' skin, linear; Palm and thumb are made at once, so that a run begins without a
    /// pause.
    HandSet(Vec3 albedo, const HandDetail& detail);

    /// Lives as long as the set. Any thread; waits while another makes the same rig.
    const HandRig& rig(contact::ToolKind tool, contact::Side side);

    /// Makes all that are still to be made, until it is told to stop: on a thread that can wait, so that no
    /// picture does.
    void make_all(const std::stop_token& stop);

private:
    struct Kept {
        std::once_flag made;
        std::unique_ptr<const HandRig> rig;
    };

    Vec3 albedo_;
    HandDetail detail_;
    std::array<std::array<Kept, contact::side_count>, contact::tool_kind_count> rigs_;
};

} // namespace tactus::render
