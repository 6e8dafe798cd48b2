#pragma once
/// Lays tools on the rest surface and keeps the commanded force within what a person can do.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/tool.hpp"
#include "sim/hands/hand_input.hpp"
#include "sim/hands/tool_limits.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace tactus::hands {

/// The pose itself is pose_tool's; this adds what needs a memory: velocity, and what a person can do. Force
/// rises and falls at limited rates up to the tool's limit, the place follows at a limited speed, and a
/// change of tool begins anew. Limits: hands_data.hpp. Stateful only in the last place and force of each
/// hand.
class HandPoser {
public:
    explicit HandPoser(const anatomy::Anatomy& anatomy);

    /// One step of 1/240 s. A hand that was absent appears at its place with no velocity and no force. Inputs
    /// must be finite; places off the client's skin grid are taken at its border. One thread at a time.
    std::array<std::optional<contact::PosedTool>, contact::side_count>
    pose(const std::array<std::optional<HandInput>, contact::side_count>& input);

    /// From the next step on.
    void set_table(TableHeight table) { table_ = table; }

    [[nodiscard]] TableHeight table() const { return table_; }

    [[nodiscard]] std::uint64_t state_digest() const;

private:
    struct Last {
        bool present = false;
        HandInput input; ///< as limited
        Vec3 centre;
    };

    /// What the person can do of `wanted` in one step, from what the hand did last.
    [[nodiscard]] HandInput limited(const HandInput& wanted, const Last& last, Vec2 metres_per_unit) const;

    const anatomy::Anatomy* anatomy_;
    std::array<Last, contact::side_count> last_;
    TableHeight table_ = TableHeight::at_knuckles;
};

} // namespace tactus::hands
