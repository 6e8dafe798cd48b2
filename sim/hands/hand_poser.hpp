#pragma once
/// Lays tools on the rest surface and keeps the commanded force within what a person can do.

#include "sim/anatomy/anatomy.hpp"
#include "sim/contact/tool.hpp"
#include "sim/hands/hand_input.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace tactus::hands {

/// Stateful only in the last place and force of each hand (for velocity and rate limits).
class HandPoser {
public:
    explicit HandPoser(const anatomy::Anatomy& anatomy);

    /// One step of 1/240 s. A hand that was absent appears at its place with no velocity and no force.
    std::array<std::optional<contact::PosedTool>, contact::side_count>
    pose(const std::array<std::optional<HandInput>, contact::side_count>& input);

    [[nodiscard]] std::uint64_t state_digest() const;

private:
    struct Last {
        bool present = false;
        Vec3 centre;
        float force_n = 0;
    };

    const anatomy::Anatomy* anatomy_;
    std::array<Last, contact::side_count> last_;
};

} // namespace tactus::hands
