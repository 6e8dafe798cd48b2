#pragma once
/// Where the base of the tissue goes when a hand moves a joint: the bend of neck and lower back, and the
/// glide and lift of a scapula with what lies around it.

#include "sim/anatomy/anatomy.hpp"
#include "sim/bodies/joints.hpp"

#include <array>
#include <span>
#include <vector>

namespace tactus::session {

/// Bones move whole, but what lies between them goes evenly along, so that no cell of the tissue is torn.
class JointField {
public:
    JointField(const anatomy::Anatomy& anatomy, const bodies::JointGeometry& joints);

    /// Follows the joints. Anew only where they have moved.
    void follow(const bodies::Joints& joints);

    /// On the skin field, 97 x 129; empty while every joint rests.
    [[nodiscard]] std::span<const Vec3> displacement_m() const;

private:
    /// One point of the field, with how much of each motion it follows.
    struct Column {
        Vec3 base_m;
        float bend = 0;                     ///< of neck or lower back at its row
        std::array<float, 2> scapula{0, 0}; ///< right, left
    };

    std::vector<Column> columns_;
    std::vector<bodies::Carrier> rows_; ///< what bends at each row
    std::vector<Vec3> displacement_m_;
    bodies::JointPose pose_;
    bool resting_ = true;
};

} // namespace tactus::session
